package whence.guard;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import whence.model.Anchor;
import whence.model.Span;
import whence.model.Statement;
import whence.model.StatementAnchor;
import whence.model.Text;

/// Where a document's statements stand, to find an anchor's place among them.
///
/// An anchor is found by the statement's id; else, in the very text it was made in, by its offsets,
/// or where the one statement with the same cue stands whose edges differ by little; else, in
/// another text of the same document, by its words and, where those occur more than once or not
/// letter for letter, by the words around them. What two statements answer to equally well is not
/// found.
final class Places {
  /// How many of a quote's letters another PDF library or a better OCR may read differently.
  private static final double TOLERANCE = 0.15;

  /// Of two readings of the same words, so much must be the same.
  private static final double LEAST_OVERLAP = 0.7;

  /// Shorter quotes are alike by chance.
  private static final int SHORTEST_INEXACT = 20;

  /// Beyond this many letters, only the first so many are compared.
  private static final int LONGEST_COMPARED = 2_000;

  private static final int CANDIDATES = 8;
  private static final int GRAM = 4;

  private final Text text;
  private final Map<String, Statement> byId = new HashMap<>();
  private final Map<Span, List<Statement>> bySpan = new HashMap<>();
  private final List<Statement> statements;
  private @Nullable Wordings wordings;

  Places(Text text, List<Statement> statements) {
    this.text = text;
    this.statements = statements;
    for (Statement statement : statements) {
      byId.put(statement.id(), statement);
      bySpan
          .computeIfAbsent(
              Wording.trim(text.characters(), statement.extent()), _ -> new ArrayList<>())
          .add(statement);
    }
  }

  Optional<Statement> find(StatementAnchor sought) {
    Anchor anchor = sought.anchor();
    Statement same = byId.get(sought.statement());
    if (same != null) {
      return Optional.of(same);
    }
    if (anchor.textHash().equals(text.hash())) {
      Span place = new Span(anchor.start(), anchor.end());
      List<Statement> there =
          bySpan.getOrDefault(Wording.trim(text.characters(), place), List.of());
      return there.size() == 1 ? Optional.of(there.getFirst()) : nearly(place, anchor.cue());
    }
    return byWords(anchor);
  }

  /// Another model may draw the line some words further. Without the same words of saying, what
  /// stands there may be what somebody else says of the statement that was decided on.
  private Optional<Statement> nearly(Span place, @Nullable String cue) {
    List<Statement> there =
        statements.stream()
            .filter(statement ->
                cue != null
                    && statement.cueText().equals(cue)
                    && overlap(statement.extent(), place) >= LEAST_OVERLAP)
            .toList();
    return there.size() == 1 ? Optional.of(there.getFirst()) : Optional.empty();
  }

  /// The part of both taken together that both cover.
  private static double overlap(Span one, Span other) {
    int shared = Math.min(one.end(), other.end()) - Math.max(one.start(), other.start());
    return shared <= 0 ? 0 : shared / (double) (one.length() + other.length() - shared);
  }

  private Optional<Statement> byWords(Anchor anchor) {
    if (wordings == null) {
      wordings = new Wordings();
    }
    String quote = Wording.fold(anchor.quote());
    if (quote.isEmpty()) {
      return Optional.empty();
    }
    List<Integer> exact = wordings.same.getOrDefault(quote, List.of());
    if (exact.size() == 1) {
      return Optional.of(statements.get(exact.getFirst()));
    }
    if (!exact.isEmpty()) {
      return nearest(anchor, quote, exact, 0);
    }
    return quote.length() < SHORTEST_INEXACT
        ? Optional.empty()
        : nearest(anchor, quote, wordings.like(quote), (int) (quote.length() * TOLERANCE));
  }

  /// The one candidate whose words and surroundings differ least from the anchor's, if it is one.
  private Optional<Statement> nearest(
      Anchor anchor, String quote, List<Integer> candidates, int tolerance) {
    String before = Wording.fold(anchor.before());
    String after = Wording.fold(anchor.after());
    int best = Integer.MAX_VALUE;
    int found = -1;
    for (int candidate : candidates) {
      int distance = Wording.distance(cut(quote), cut(wording(candidate)), tolerance);
      if (distance > tolerance) {
        continue;
      }
      Span extent = statements.get(candidate).extent();
      distance += surroundings(extent, before, after);
      if (distance < best) {
        best = distance;
        found = candidate;
      } else if (distance == best) {
        found = -1;
      }
    }
    return found < 0 ? Optional.empty() : Optional.of(statements.get(found));
  }

  private int surroundings(Span extent, String before, String after) {
    String characters = text.characters();
    String left =
        Wording.fold(characters.substring(Math.max(0, extent.start() - 128), extent.start()));
    String right =
        Wording.fold(
            characters.substring(extent.end(), Math.min(characters.length(), extent.end() + 128)));
    // A folded context is compared with as many letters as it has itself.
    String near = left.substring(Math.max(0, left.length() - before.length()));
    String next = right.substring(0, Math.min(right.length(), after.length()));
    return Wording.distance(before, near, before.length() + near.length())
        + Wording.distance(after, next, after.length() + next.length());
  }

  private String wording(int statement) {
    return Wording.fold(statements.get(statement).extent().of(text.characters()));
  }

  private static String cut(String letters) {
    return letters.length() <= LONGEST_COMPARED ? letters : letters.substring(0, LONGEST_COMPARED);
  }

  /// The statements by their folded words, and by the groups of letters in them.
  private final class Wordings {
    private final Map<String, List<Integer>> same = new HashMap<>();
    private final Map<String, List<Integer>> grams = new HashMap<>();

    Wordings() {
      for (int i = 0; i < statements.size(); i++) {
        String letters = wording(i);
        same.computeIfAbsent(letters, _ -> new ArrayList<>()).add(i);
        for (String gram : Wording.grams(cut(letters), GRAM)) {
          grams.computeIfAbsent(gram, _ -> new ArrayList<>()).add(i);
        }
      }
    }

    /// The statements that share most groups of letters with `letters`, and all that tie with the
    /// last of them.
    List<Integer> like(String letters) {
      Map<Integer, Integer> shared = new HashMap<>();
      for (String gram : Wording.grams(cut(letters), GRAM)) {
        grams.getOrDefault(gram, List.of()).forEach(it -> shared.merge(it, 1, Integer::sum));
      }
      int least =
          shared.values().stream()
              .sorted((a, b) -> Integer.compare(b, a))
              .limit(CANDIDATES)
              .reduce(1, (_, last) -> last);
      return shared.entrySet().stream()
          .filter(it -> it.getValue() >= least)
          .map(Map.Entry::getKey)
          .sorted()
          .toList();
    }
  }
}
