package whence.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import whence.model.Span;
import whence.read.Tagger.Attribution;
import whence.read.Tagger.Tagging;
import whence.read.Tagger.Voice;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PackedTest {
  private static final Path MODEL = Path.of("model");
  private static final List<String> SENTENCES =
      List.of(
          "Ms Orlova said the bridge was never inspected.",
          "Two clerks told the auditor that the ledger had been copied in March.",
          "The mayor denied that any money changed hands.",
          "According to the harbour office, three ships left before dawn.",
          "It rained.");

  private final List<Window> windows = new ArrayList<>();
  private final List<Span> spans = new ArrayList<>();
  private final String text = String.join("\n", SENTENCES);

  @BeforeAll
  void pack() throws IOException {
    Vocabulary vocabulary = Vocabulary.read(MODEL.resolve("vocab.txt"));
    int at = 0;
    for (String sentence : SENTENCES) {
      Span span = new Span(at, at + sentence.length());
      spans.add(span);
      at = span.end() + 1;
      Tokens tokens = Tokens.of(text, List.of(span), vocabulary, 190);
      windows.addAll(Window.pack(tokens, vocabulary, 192, 48, CaseClass.CAPITALS));
    }
  }

  @Test
  void everyWindowGoesOnceInOrderAndNoneWithTooManyOthers() {
    int most = windows.getFirst().size() + windows.get(1).size();
    List<Packed> packs = Packed.inOrder(windows, most);
    assertEquals(windows, packs.stream().flatMap(p -> p.windows().stream()).toList());
    assertEquals(2, packs.getFirst().windows().size());
    assertTrue(packs.stream().allMatch(pack -> pack.size() <= most), packs::toString);
    assertEquals(
        windows.size(), Packed.inOrder(windows, 1).size(), "a window too large goes by itself");
    assertEquals(List.of(), Packed.inOrder(List.of(), most));
  }

  @Test
  void aPieceKnowsWhereItsWindowBegins() {
    Packed two = new Packed(windows.subList(0, 2));
    LongBuffer starts = two.starts();
    int first = windows.getFirst().size();
    assertEquals(two.size(), starts.limit());
    assertEquals(0, starts.get(first - 1));
    assertEquals(first, starts.get(first));
    assertEquals(windows.get(1).pieces().get(3), two.pieces().get(first + 3));
    assertEquals(windows.get(1).cases().get(0), two.cases().get(first));
  }

  @Test
  void aWindowGetsItsOwnRowsAndPairs() {
    Packed two = new Packed(windows.subList(0, 2));
    int all = two.size();
    int first = windows.getFirst().size();
    int second = windows.get(1).size();
    FloatBuffer rows = FloatBuffer.allocate(all * 2);
    FloatBuffer pairs = FloatBuffer.allocate(all * all);
    for (int row = 0; row < all; row++) {
      rows.put(row).put(-row);
      for (int column = 0; column < all; column++) {
        pairs.put(row * 1000 + column);
      }
    }
    FloatBuffer ownRows = two.rows(rows.flip(), 2).get(1);
    FloatBuffer ownPairs = two.pairs(pairs.flip(), 1).get(1);
    assertEquals(second * 2, ownRows.remaining());
    assertEquals(first + 1, ownRows.get(2));
    assertEquals(second * second, ownPairs.remaining());
    assertEquals((first + 2) * 1000 + first + 3, ownPairs.get(2 * second + 3));
  }

  @Test
  void sentencesReadTogetherReadAsEachDoesAlone() {
    try (ModelTagger tagger = new ModelTagger(MODEL, 2)) {
      List<Tagging> together = tagger.tagEach(text, spans, Voice.AUTHOR);
      assertEquals(SENTENCES.size(), together.size());
      int found = 0;
      for (int i = 0; i < spans.size(); i++) {
        Tagging alone = tagger.tag(text, List.of(spans.get(i)), Voice.AUTHOR);
        assertEquals(said(alone), said(together.get(i)), SENTENCES.get(i));
        found += alone.attributions().size();
      }
      assertTrue(found >= 4, "found " + found);
    }
  }

  private static List<List<Span>> said(Tagging tagging) {
    List<List<Span>> said = new ArrayList<>();
    for (Attribution one : tagging.attributions()) {
      said.add(one.source());
      said.add(one.cue());
      said.add(one.content());
    }
    return said;
  }
}
