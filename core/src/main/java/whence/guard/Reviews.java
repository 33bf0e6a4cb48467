package whence.guard;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import whence.model.Anchor;
import whence.model.Entry;
import whence.model.Reading;
import whence.model.Review;
import whence.model.Sha256;
import whence.model.Span;
import whence.model.Statement;
import whence.model.Text;

/// What people decided about statements, found again in the readings as they are now.
///
/// A decision holds on to its statement's id, and where that is gone (another model, another PDF
/// library) to its words: the place in the new text where they stand in the surroundings most like
/// the old ones. One that finds no statement there is an orphan, kept and shown.
final class Reviews {
  private final Map<String, Review> byStatement = new HashMap<>();
  private final List<Entry.Reviewed> orphans = new ArrayList<>();

  /// @param decisions in the journal's order; the last on a statement counts
  /// @param readings by document, empty for one that is not on record any more
  Reviews(
      List<Entry.Reviewed> decisions, Function<Sha256, Optional<Reading>> readings) {
    Map<Sha256, List<Entry.Reviewed>> byDocument = new LinkedHashMap<>();
    for (Entry.Reviewed decision : decisions) {
      byDocument
          .computeIfAbsent(decision.anchor().document(), document -> new ArrayList<>())
          .add(decision);
    }
    byDocument.forEach((document, here) -> {
      Optional<Reading> reading = readings.apply(document);
      for (Entry.Reviewed decision : here) {
        String id = reading.map(found -> find(found, decision)).orElse(null);
        if (id == null) {
          orphans.add(decision);
        } else {
          byStatement.put(id, review(decision));
        }
      }
    });
  }

  Review of(Statement statement) {
    return byStatement.getOrDefault(statement.id(), Review.NONE);
  }

  List<Entry.Reviewed> orphans() {
    return List.copyOf(orphans);
  }

  private static Review review(Entry.Reviewed decision) {
    Review.State state =
        switch (decision.verdict()) {
          case CONFIRMED -> Review.State.CONFIRMED;
          case CORRECTED -> Review.State.CORRECTED;
          case REJECTED -> Review.State.REJECTED;
        };
    return new Review(state, decision.by(), decision.why(), decision.correctedSource());
  }

  private static @Nullable String find(Reading reading, Entry.Reviewed decision) {
    for (Statement statement : reading.statements()) {
      if (statement.id().equals(decision.statement())) {
        return statement.id();
      }
    }
    Span place = find(reading.text(), decision.anchor());
    if (place == null) {
      return null;
    }
    return reading.statements().stream()
        .filter(statement -> overlap(statement.extent(), place) > 0.5)
        .max(
            Comparator.<Statement>comparingDouble(
                    statement -> overlap(statement.extent(), place))
                .thenComparing(Statement::id, Comparator.reverseOrder()))
        .map(Statement::id)
        .orElse(null);
  }

  /// Where an anchor's words stand now: of all places that have them, the one whose surroundings
  /// are most like those it remembers, the first of several.
  private static @Nullable Span find(Text text, Anchor anchor) {
    if (text.hash().equals(anchor.textHash())) {
      return new Span(anchor.start(), anchor.end());
    }
    if (anchor.quote().isEmpty()) {
      return null;
    }
    String characters = text.characters();
    Span best = null;
    int likest = -1;
    for (int at = characters.indexOf(anchor.quote());
        at >= 0;
        at = characters.indexOf(anchor.quote(), at + 1)) {
      int end = at + anchor.quote().length();
      int likeness =
          sharedEnd(characters, at, anchor.before()) + sharedStart(characters, end, anchor.after());
      if (likeness > likest) {
        likest = likeness;
        best = new Span(at, end);
      }
    }
    return best;
  }

  private static int sharedEnd(String text, int end, String before) {
    int length = 0;
    while (length < before.length()
        && length < end
        && text.charAt(end - 1 - length) == before.charAt(before.length() - 1 - length)) {
      length++;
    }
    return length;
  }

  private static int sharedStart(String text, int start, String after) {
    int length = 0;
    while (length < after.length()
        && start + length < text.length()
        && text.charAt(start + length) == after.charAt(length)) {
      length++;
    }
    return length;
  }

  /// The shared part of two spans over what they cover together.
  private static double overlap(Span one, Span other) {
    int shared = Math.min(one.end(), other.end()) - Math.max(one.start(), other.start());
    int together = Math.max(one.end(), other.end()) - Math.min(one.start(), other.start());
    return together == 0 ? (one.equals(other) ? 1 : 0) : Math.max(0, shared) / (double) together;
  }
}
