package whence.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import whence.model.Anchor;
import whence.model.Correction;
import whence.model.Entry;
import whence.model.Sha256;
import whence.model.StatementAnchor;

/// Journals written by earlier versions must stay whole: these bytes never change.
final class JournalLineTest {
  private static final Sha256 HASH = Sha256.of("a");
  private static final List<Entry> ENTRIES =
      List.of(
          new Entry.Acquired("a \"b\"\\\n\u007f.txt", HASH, 7, null),
          new Entry.Acquired("é \ud83d\ude00 \ud83d", HASH, 7, HASH),
          new Entry.Refused("x", "too large"),
          new Entry.Reviewed(
              new StatementAnchor("s1", new Anchor(HASH, HASH, 1, 2, "q", "b", "", null, null)),
              Entry.Verdict.CORRECTED,
              Correction.source("Jane"),
              "ann",
              null),
          new Entry.Removed(HASH, "ann", "privileged"),
          new Entry.Consulted(HASH, "ann", "fact-check"));

  @Test
  void payloadsStayWhatTheyAre() {
    String hash = HASH.hex();
    assertEquals(
        List.of(
            "acquired {\"path\":\"a \\\"b\\\"\\\\\\u000a\\u007f.txt\",\"document\":\""
                + hash
                + "\",\"size\":7,\"container\":null}",
            "acquired {\"path\":\"é \ud83d\ude00 \\ud83d\",\"document\":\""
                + hash
                + "\",\"size\":7,\"container\":\""
                + hash
                + "\"}",
            "refused {\"path\":\"x\",\"why\":\"too large\"}",
            "reviewed {\"anchor\":{\"document\":\""
                + hash
                + "\",\"textHash\":\""
                + hash
                + "\",\"start\":1,\"end\":2,\"quote\":\"q\",\"before\":\"b\",\"after\":\"\","
                + "\"role\":null},\"statement\":\"s1\",\"verdict\":\"CORRECTED\","
                + "\"correctedSource\":\"Jane\",\"by\":\"ann\",\"why\":null}",
            "removed {\"document\":\"" + hash + "\",\"by\":\"ann\",\"why\":\"privileged\"}",
            "consulted {\"document\":\"" + hash + "\",\"by\":\"ann\",\"purpose\":\"fact-check\"}"),
        lines().stream().map(it -> it.type() + " " + it.payload()).toList());
  }

  @Test
  void hashesAreOverFiveLines() {
    JournalLine first = lines().get(2);
    String head = lines().get(1).hash();
    assertEquals(
        Sha256.of(
                "3\n2026-03-01T12:00:00.120Z\nrefused\n"
                    + head
                    + "\n{\"path\":\"x\",\"why\":\"too large\"}")
            .hex(),
        first.hash());
  }

  @Test
  void theFirstBrokenLinkIsNamed() {
    List<JournalLine> whole = lines();
    assertEquals(Optional.empty(), JournalLine.firstBroken(whole.stream()));
    for (int i = 0; i < whole.size(); i++) {
      JournalLine line = whole.get(i);
      for (JournalLine altered : alterations(line)) {
        List<JournalLine> lines = new ArrayList<>(whole);
        lines.set(i, altered);
        assertEquals(
            Optional.of(line.number()),
            JournalLine.firstBroken(lines.stream()).map(Journal.Broken::number),
            altered.toString());
      }
      if (i < whole.size() - 1) {
        List<JournalLine> lines = new ArrayList<>(whole);
        lines.remove(i);
        assertEquals(
            Optional.of(line.number()),
            JournalLine.firstBroken(lines.stream()).map(Journal.Broken::number));
      }
    }
  }

  private static List<JournalLine> alterations(JournalLine it) {
    String other = Sha256.of("other").hex();
    return List.of(
        new JournalLine(it.number() + 1, it.at(), it.type(), it.payload(), it.before(), it.hash()),
        new JournalLine(
            it.number(), it.at() + " ", it.type(), it.payload(), it.before(), it.hash()),
        new JournalLine(it.number(), it.at(), "removed ", it.payload(), it.before(), it.hash()),
        new JournalLine(
            it.number(), it.at(), it.type(), it.payload() + " ", it.before(), it.hash()),
        new JournalLine(it.number(), it.at(), it.type(), it.payload(), other, it.hash()),
        new JournalLine(it.number(), it.at(), it.type(), it.payload(), it.before(), other));
  }

  private static List<JournalLine> lines() {
    return JournalLine.after(
        0, Journal.BEGINNING, Instant.parse("2026-03-01T12:00:00.12Z"), ENTRIES);
  }
}
