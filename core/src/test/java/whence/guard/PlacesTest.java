package whence.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import whence.model.Entry;
import whence.model.Reading;
import whence.model.Review;
import whence.model.Sha256;
import whence.model.Statement;
import whence.store.MemoryStore;

/// Decisions find their statements in later readings.
final class PlacesTest {
  private static final Sha256 A = Cases.document("a");
  private static final String TEXT =
      """
      The mayor said the fund had paid for the bridge in full. Nobody else was asked.
      The auditor replied that the fund had paid for nothing at all since March.
      She was sure. In June she said it again: she was sure.
      """;
  private static final String MAYOR = "the fund had paid for the bridge in full";
  private static final String AUDITOR = "the fund had paid for nothing at all since March";
  private static final String SURE = "he was sure";

  @Test
  void byPlaceWhenAnotherModelGivesOtherIds() {
    Reading first = reading("model 1", TEXT, MAYOR, AUDITOR);
    Reading second = reading("model 2", TEXT, MAYOR, AUDITOR);
    assertEquals(List.of(second.statements().get(1).id()), rejected(first, 1, second));
  }

  @Test
  void byPlaceApartFromPunctuationAtTheEdges() {
    Reading first = reading("model 1", TEXT, MAYOR);
    Reading second = reading("model 2", TEXT, MAYOR + ".", AUDITOR);
    assertEquals(List.of("model 2@15"), rejected(first, 0, second));
  }

  @Test
  void notWhereTheSameTextIsReadOtherwise() {
    Reading first = reading("model 1", TEXT, MAYOR);
    Reading second = reading("model 2", TEXT, MAYOR + ". Nobody else was asked", AUDITOR);
    assertEquals(List.of("orphan"), rejected(first, 0, second));
  }

  @Test
  void byWordsWhenAnotherLibraryBreaksLinesElsewhere() {
    Reading first = reading("model 1", TEXT, MAYOR, AUDITOR);
    String broken = TEXT.replace("bridge in full", "bri-\ndge  in\nfull").replace('\'', '’');
    Reading second =
        reading(
            "model 1",
            "p. 1\n\n" + broken,
            "the fund had paid for the bri-\ndge  in\nfull",
            AUDITOR);
    assertEquals(List.of("model 1@21"), rejected(first, 0, second));
  }

  @Test
  void byWordsWhenOcrReadsSomeLettersOtherwise() {
    Reading first = reading("model 1", TEXT, MAYOR, AUDITOR);
    String noisy = TEXT.replace("fund had paid", "fnnd bad paid");
    Reading second =
        reading(
            "model 1",
            noisy,
            MAYOR.replace("fund had paid", "fnnd bad paid"),
            AUDITOR.replace("fund had paid", "fnnd bad paid"));
    assertEquals(List.of(second.statements().get(1).id()), rejected(first, 1, second));
  }

  @Test
  void byTheWordsAroundWhenTheSameWordsStandTwice() {
    Reading first = reading("model 1", TEXT, SURE, SURE);
    Reading second = reading("model 1", "Page 1. " + TEXT, SURE, SURE);
    assertEquals(List.of(second.statements().getFirst().id()), rejected(first, 0, second));
    assertEquals(List.of(second.statements().getLast().id()), rejected(first, 1, second));
  }

  @Test
  void notWhenTwoPlacesAnswerEquallyWell() {
    String filler = "x".repeat(200);
    String twice = filler + " he was sure " + filler + " he was sure " + filler;
    Reading first = reading("model 1", twice, SURE, SURE);
    Reading second = reading("model 1", " " + twice, SURE, SURE);
    assertEquals(List.of("orphan"), rejected(first, 0, second));
  }

  @Test
  void notWhenTheWordsAreGone() {
    Reading first = reading("model 1", TEXT, MAYOR);
    Reading second = reading("model 1", "Another text altogether: " + AUDITOR, AUDITOR);
    assertEquals(List.of("orphan"), rejected(first, 0, second));
  }

  @Test
  void orphansOfOneAnchorAreTheLastDecisionOnly() {
    MemoryStore store = new MemoryStore();
    Reading first = reading("model 1", TEXT, MAYOR);
    Cases.journal(store, Cases.review(first, 0, Entry.Verdict.REJECTED, "ann", ""));
    Cases.journal(store, Cases.review(first, 0, Entry.Verdict.CONFIRMED, "bob", ""));
    store.readings().put(reading("model 1", "Something else."));
    List<Decision> orphans = view(store).orphans();
    assertEquals(List.of("bob"), orphans.stream().map(it -> it.entry().by()).toList());
    assertEquals(2, orphans.getFirst().number());
  }

  @Test
  void thousandsOfDecisionsFindTheirPlaceInNoisyText() {
    Random random = new Random(42);
    StringBuilder text = new StringBuilder();
    List<String> contents = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      StringBuilder content = new StringBuilder();
      for (int word = 0; word < 12; word++) {
        content.append(Integer.toString(random.nextInt(36 * 36 * 36), 36)).append(' ');
      }
      contents.add(content.toString().strip());
      text.append(contents.getLast()).append(".\n");
    }
    Reading first = reading("model 1", text.toString(), contents.toArray(String[]::new));
    String noisy = text.toString().replace('a', 'o').replace("1", "l").replace("\n", "\n\n");
    List<String> noisyContents =
        contents.stream().map(it -> it.replace('a', 'o').replace("1", "l")).toList();
    Reading second = reading("model 2", noisy, noisyContents.toArray(String[]::new));

    MemoryStore store = new MemoryStore();
    for (int i = 0; i < contents.size(); i++) {
      Cases.journal(store, Cases.review(first, i, Entry.Verdict.CORRECTED, "ann", "source " + i));
    }
    store.readings().put(second);
    View view = view(store);
    int found = 0;
    for (int i = 0; i < contents.size(); i++) {
      Review review = view.review(second.statements().get(i));
      if (review.state() != Review.State.UNREVIEWED) {
        assertEquals("source " + i, review.correctedSource());
        found++;
      }
    }
    assertEquals(contents.size(), found + view.orphans().size());
    assertEquals(contents.size(), found, 60);
  }

  /// The ids of the statements of `later` that are rejected once statement `index` of `first` was,
  /// and `orphan` for each decision that found no place.
  private static List<String> rejected(Reading first, int index, Reading later) {
    MemoryStore store = new MemoryStore();
    store.readings().put(first);
    Cases.journal(store, Cases.review(first, index, Entry.Verdict.REJECTED, "ann", ""));
    store.readings().put(later);
    View view = view(store);
    List<String> found = new ArrayList<>();
    for (Statement statement : later.statements()) {
      if (view.review(statement).state() == Review.State.REJECTED) {
        found.add(statement.id());
      }
    }
    view.orphans().forEach(_ -> found.add("orphan"));
    return found;
  }

  private static View view(MemoryStore store) {
    return new View(store, new Purpose("ann", "test"), InstantSource.fixed(Instant.EPOCH));
  }

  private static Reading reading(String model, String text, String... contents) {
    return Cases.reading(A, model, text, List.of(), contents);
  }
}
