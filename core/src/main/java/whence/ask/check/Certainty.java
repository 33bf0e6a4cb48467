package whence.ask.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import whence.model.Backing;
import whence.model.Claim;
import whence.model.Span;
import whence.model.Statement;

/// Holds how surely a sentence tells something against how surely the record does.
final class Certainty {
  private static final Pattern SEVERAL =
      Pattern.compile(
          "(?i)\\b(?:multiple|several|many|numerous|various|independent|two|three|four|five|\\d+)"
              + " (?:(?:independent|separate|different|other|intelligence|official|government)[ ,]+){0,2}"
              + "(?:sources|witnesses|reports|officials|accounts|people|documents)\\b"
              + "|\\bcorroborat(?:ed|es|ion)\\b|\\bindependently confirmed\\b"
              + "|\\bconfirmed by\\b");

  /// Only what is nearly all there can be said to have lost a *not*.
  private static final double THE_SAME = 0.6;

  private static final double ON_THE_SUBJECT = 0.3;

  /// Of so many words behind it a negation is.
  private static final int NEGATED = 4;

  /// Of two passages that come as near, one that tells it plainly will do.
  private static final double AS_NEAR = 0.9;

  private final Papers papers;
  private final Map<String, Claim> claimOf;

  /// @param claimOf claims by the ids of their statements
  Certainty(Papers papers, Map<String, Claim> claimOf) {
    this.papers = papers;
    this.claimOf = claimOf;
  }

  record Stronger(Fault fault, Papers.@Nullable Unit unit, String why) {}

  /// @param sentence without what stands in quotation marks
  Optional<Stronger> check(String sentence, List<Word> words, Nearest nearest) {
    Optional<Stronger> several = several(sentence, nearest);
    List<Papers.Unit> aboutIt = nearest.aboutIt();
    if (several.isPresent() || aboutIt.isEmpty()) {
      return several;
    }
    Hedging draft = Hedging.of(sentence);
    boolean negated = !Hedging.negations(sentence).isEmpty();
    Papers.Unit best = nearest.best();
    Hedging record = Hedging.of(best.text());
    Set<String> likelihoods = new HashSet<>();
    Set<String> insistences = new HashSet<>();
    for (Papers.Unit unit : aboutIt) {
      Hedging each = Hedging.of(unit.text());
      likelihoods.addAll(each.likelihood());
      insistences.addAll(each.insists());
    }
    boolean plain =
        nearest.matches().stream()
            .filter(match -> match.share() >= AS_NEAR * nearest.share())
            .map(Papers.Match::unit)
            .anyMatch(unit -> !Hedging.of(unit.text()).isOpen() && !isThin(unit));
    for (String word : draft.likelihood()) {
      if (!likelihoods.isEmpty() && !likelihoods.contains(word)) {
        return stronger(best, "the record says “" + String.join("”, “", likelihoods) + "”");
      }
    }
    boolean lost =
        draft.likelihood().isEmpty() && !record.likelihood().isEmpty() && !draft.isOpen();
    if (lost && !plain) {
      return stronger(best, "the record says “" + String.join("”, “", record.likelihood()) + "”");
    }
    if ((record.hedged() || isThin(best)) && !draft.isOpen() && !plain) {
      return stronger(best, "the record leaves it open");
    }
    if (record.refuses() && !draft.refuses() && !negated && !plain) {
      return stronger(best, "the record has a denial or a refusal");
    }
    if (draft.denies() && record.refuses() && !record.denies() && aboutIt.size() == 1) {
      return stronger(best, "the record has a refusal or a silence, not a denial");
    }
    // of a quotation, what is not so stands within the marks
    boolean same =
        nearest.share() >= THE_SAME && !sentence.contains("“") && !sentence.contains("\"");
    if (same && !negated && !draft.refuses() && losesNegation(best, words)) {
      return stronger(best, "the record has it that it is not so");
    }
    for (String word : draft.insists()) {
      if (insistences.stream().noneMatch(each -> each.substring(0, 4).equals(word.substring(0, 4)))
          && aboutIt.stream().anyMatch(unit -> Hedging.of(unit.text()).isOpen() || isThin(unit))) {
        return stronger(best, "nothing on record says “" + word + "”");
      }
    }
    return Optional.empty();
  }

  /// Whether what the record negates is told as so: most of the words about a negation are there.
  private boolean losesNegation(Papers.Unit unit, List<Word> words) {
    for (Span negation : Hedging.negations(unit.text())) {
      int at = unit.place().start() + negation.start();
      List<Word> before =
          unit.words().stream().filter(word -> word.tells() && word.place().end() <= at).toList();
      List<Word> behind =
          unit.words().stream()
              .filter(word -> word.tells() && word.place().start() >= at + 1)
              .limit(NEGATED)
              .toList();
      List<Word> about = new ArrayList<>(behind);
      about.addAll(before.subList(Math.max(0, before.size() - 1), before.size()));
      if (!about.isEmpty() && papers.shareAmong(about, words) >= THE_SAME) {
        return true;
      }
    }
    return false;
  }

  private static Optional<Stronger> stronger(Papers.Unit unit, String why) {
    return Optional.of(new Stronger(Fault.STRENGTHENED, unit, why));
  }

  /// Whether the text itself says that little stands behind it.
  private static boolean isThin(Papers.Unit unit) {
    return Papers.at(unit.reading(), unit.place()).stream()
        .anyMatch(statement ->
            statement.backing().contains(Backing.SINGLE_SOURCE)
                || statement.backing().contains(Backing.UNCORROBORATED));
  }

  private Optional<Stronger> several(String sentence, Nearest nearest) {
    java.util.regex.Matcher told = SEVERAL.matcher(sentence);
    List<Papers.Unit> near =
        nearest.matches().stream()
            .filter(match -> match.share() >= ON_THE_SUBJECT)
            .map(Papers.Match::unit)
            .toList();
    if (near.isEmpty() || !told.find()) {
      return Optional.empty();
    }
    List<Word> words = Words.of(told.group(), new Span(0, told.group().length()));
    Claim most = null;
    for (Papers.Unit unit : near) {
      Set<String> keys = new HashSet<>();
      unit.words().forEach(word -> keys.add(word.key()));
      if (words.stream().filter(Word::tells).allMatch(word -> keys.contains(word.key()))) {
        return Optional.empty();
      }
      for (Statement statement : Papers.at(unit.reading(), unit.place())) {
        Claim claim = claimOf.get(statement.id());
        if (claim != null
            && (most == null || claim.origins().atLeast() > most.origins().atLeast())) {
          most = claim;
        }
      }
    }
    if (most != null && most.origins().atLeast() > 1) {
      return Optional.empty();
    }
    return Optional.of(
        new Stronger(
            Fault.ONE_ORIGIN,
            nearest.best(),
            "told as “"
                + told.group()
                + "”; the record has "
                + (most == null || most.origins().atMost() == 0
                    ? "no origin"
                    : most.origins().atMost() == 1 ? "one origin" : "one origin for certain")
                + " for it"));
  }
}
