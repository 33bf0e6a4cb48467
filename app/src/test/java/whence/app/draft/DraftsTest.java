package whence.app.draft;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whence.model.Anchor;
import whence.model.Sha256;
import whence.model.WhenceException;

class DraftsTest {
  @TempDir Path folder;

  private static final Citation CITATION =
      new Citation(
          1,
          "s1",
          new Anchor(
              Sha256.of("document"),
              Sha256.of("text"),
              3,
              9,
              "the \"v\u0000te",
              "Tor: ",
              "",
              "statement",
              null));

  private static Draft heading(Draft draft, String text) {
    return draft.with((id, revision) -> new Item.Heading(id, revision, text), -1);
  }

  @Test
  void whatIsKeptIsReadBackAsItWas() {
    Drafts drafts = new Drafts(folder.resolve("reports"));
    String name = drafts.begin("Ödes Land", "A. Chen").name();
    assertEquals("odes-land", name);
    List<Item> items =
        List.of(
            new Item.OfClaim(1, 2, "bought", List.of(CITATION)),
            new Item.OfQuestion(2, 3, "q1", "Why?"),
            new Item.Written(
                3, 4, "As [@1] says.", List.of(new Citation(1, null, CITATION.anchor()))));
    for (Item item : items) {
      drafts.change(name, "A. Chen", "added", now -> now.with((_, _) -> item, -1));
    }
    assertEquals(items, new Drafts(folder.resolve("reports")).latest(name).orElseThrow().items());
    assertEquals("odes-land-2", drafts.begin("Odes Land", "A. Chen").name());
    assertTrue(drafts.latest("../case").isEmpty());
  }

  @Test
  void manyWindowsAtOnceLoseNothing() throws InterruptedException {
    Drafts drafts = new Drafts(folder.resolve("reports"));
    String name = drafts.begin("Report", "A. Chen").name();
    List<Thread> windows = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      String text = "heading " + i;
      windows.add(
          Thread.startVirtualThread(
              () -> drafts.change(name, "A. Chen", "added", now -> heading(now, text))));
    }
    for (Thread window : windows) {
      window.join();
    }
    Draft draft = drafts.latest(name).orElseThrow();
    assertEquals(8, draft.items().stream().map(Item::id).distinct().count());
    assertEquals(9, draft.revision());
  }

  @Test
  void whatChangedSinceItWasSeenIsNotOverwrittenAndGoingBackIsAChangeToo() {
    Drafts drafts = new Drafts(folder.resolve("reports"));
    String name = drafts.begin("Report", "A. Chen").name();
    drafts.change(name, "A. Chen", "added", now -> heading(now, "one"));
    drafts.change(
        name,
        "A. Chen",
        "wrote",
        now -> now.changed(1, 2, _ -> new Item.Heading(1, now.revision() + 1, "two")));
    assertThrows(
        Draft.Changed.class,
        () ->
            drafts.change(
                name,
                "E. Lund",
                "wrote",
                now -> now.changed(1, 2, _ -> new Item.Heading(1, now.revision() + 1, "three"))));
    assertEquals(3, drafts.latest(name).orElseThrow().revision());
    drafts.restore(name, 2, "A. Chen");
    assertEquals(List.of(new Item.Heading(1, 4, "one")), drafts.latest(name).orElseThrow().items());
    assertThrows(WhenceException.class, () -> drafts.restore(name, 99, "A. Chen"));
  }

  @Test
  void whatACrashLeftUnfinishedIsNotTheReport() throws IOException {
    Drafts drafts = new Drafts(folder.resolve("reports"));
    String name = drafts.begin("Report", "A. Chen").name();
    drafts.change(name, "A. Chen", "added", now -> heading(now, "one"));
    Files.writeString(folder.resolve("reports").resolve(name).resolve(".unfinished"), "{\"form");
    assertEquals(1, drafts.latest(name).orElseThrow().items().size());
    drafts.change(name, "A. Chen", "added", now -> heading(now, "two"));
    assertEquals(2, drafts.latest(name).orElseThrow().items().size());
  }

  @Test
  void onlyTheLatestRevisionsAreKept() {
    Drafts drafts = new Drafts(folder.resolve("reports"));
    String name = drafts.begin("Report", "A. Chen").name();
    for (int i = 0; i < 110; i++) {
      String title = "Report " + i;
      drafts.change(name, "A. Chen", "named", now -> now.titled(title));
    }
    List<Draft> kept = drafts.revisions(name);
    assertEquals(100, kept.size());
    assertEquals("Report 109", kept.getFirst().title());
  }
}
