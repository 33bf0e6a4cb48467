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

  /// Of what is nearly a copy, one negation more or less tells among others.
  private static final double NEARLY_ALL = 0.8;

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
  /// @param whole with it
  /// @param from where it begins in the draft
  /// @param words outside quotation marks
  Optional<Stronger> check(
      String sentence, String whole, int from, List<Word> words, Nearest nearest) {
    Optional<Stronger> several = several(sentence, nearest);
    List<Papers.Unit> aboutIt = nearest.aboutIt();
    if (several.isPresent() || aboutIt.isEmpty()) {
      return several;
    }
    Hedging draft = Hedging.of(sentence);
    boolean quotes = !sentence.equals(whole);
    boolean negated = !Hedging.negations(sentence).isEmpty();
    Papers.Unit best = nearest.best();
    Hedging record = Hedging.of(told(best, quotes));
    Set<String> insistences = new HashSet<>();
    for (Papers.Unit unit : aboutIt) {
      Hedging each = Hedging.of(unit.text());
      insistences.addAll(each.insists());
    }
    boolean plain =
        nearest.matches().stream()
            .filter(match -> match.share() >= AS_NEAR * nearest.share())
            .map(Papers.Match::unit)
            .anyMatch(unit -> !Hedging.of(told(unit, quotes)).isOpen() && !isThin(unit));
    for (String word : draft.likelihood()) {
      Papers.Unit said = mostAlike(words, word, aboutIt);
      Set<String> theirs = said == null ? Set.of() : Hedging.of(said.text()).likelihood();
      if (said != null && !theirs.contains(word)) {
        return stronger(said, "the record says “" + String.join("”, “", theirs) + "”");
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
    Optional<Stronger> turned = turned(sentence, from, words, quotes, nearest);
    if (turned.isPresent()) {
      return turned;
    }
    for (String word : draft.insists()) {
      if (insistences.stream().noneMatch(each -> each.substring(0, 4).equals(word.substring(0, 4)))
          && aboutIt.stream().anyMatch(unit -> Hedging.of(unit.text()).isOpen() || isThin(unit))) {
        return stronger(best, "nothing on record says “" + word + "”");
      }
    }
    return Optional.empty();
  }

  /// The passage with a word of likelihood that has most of what the sentence says without its own;
  /// null where none has one.
  private Papers.@Nullable Unit mostAlike(
      List<Word> words, String likelihood, List<Papers.Unit> units) {
    Set<String> own = new HashSet<>();
    Words.of(likelihood, new Span(0, likelihood.length())).forEach(word -> own.add(word.key()));
    List<Word> rest = words.stream().filter(word -> !own.contains(word.key())).toList();
    Papers.Unit most = null;
    double share = -1;
    for (Papers.Unit unit : units) {
      double here = papers.shareAmong(rest, unit.words());
      boolean same = Hedging.of(unit.text()).likelihood().contains(likelihood);
      if (!Hedging.of(unit.text()).likelihood().isEmpty()
          && (here > share || (here == share && same))) {
        most = unit;
        share = here;
      }
    }
    return most;
  }

  /// Of the record what stands outside quotation marks, where the draft quotes as well: what it
  /// leaves open within them is held to the letter.
  private static String told(Papers.Unit unit, boolean quotes) {
    return quotes ? Hedging.outsideMarks(unit.text()) : unit.text();
  }

  /// What the record says is not so, told as so, or the other way round.
  private Optional<Stronger> turned(
      String sentence, int from, List<Word> words, boolean quotes, Nearest nearest) {
    Papers.Unit best = nearest.best();
    if (nearest.share() < THE_SAME) {
      return Optional.empty();
    }
    Hedging draft = Hedging.of(sentence);
    List<Papers.Unit> asNear =
        nearest.matches().stream()
            .filter(match -> match.share() >= AS_NEAR * nearest.share())
            .map(Papers.Match::unit)
            .toList();
    List<Span> own = Hedging.negations(sentence);
    List<List<Word>> negated = own.stream().map(each -> about(words, from + each.start())).toList();
    if (!draft.refuses()) {
      String record = told(best, quotes);
      for (Span negation : Hedging.negations(record)) {
        List<Word> about = about(best.words(), best.place().start() + negation.start());
        if (!about.isEmpty()
            && words.stream().anyMatch(word -> word.key().equals(about.getFirst().key()))
            && papers.shareAmong(about, words) >= THE_SAME
            && negated.stream().noneMatch(each -> papers.shareAmong(about, each) > 0)
            && asNear.stream().anyMatch(unit -> !Hedging.negations(unit.text()).isEmpty())
            && (own.isEmpty() || nearest.share() >= NEARLY_ALL)) {
          return stronger(best, "the record has it that it is not so");
        }
      }
    }
    if (nearest.share() >= NEARLY_ALL) {
      for (List<Word> about : negated) {
        boolean there =
            asNear.stream()
                .anyMatch(unit ->
                    Hedging.isContrary(unit.text()) || papers.shareAmong(about, unit.words()) < 1);
        if (!about.isEmpty() && !there) {
          return stronger(best, "nothing on record says that it is not so");
        }
      }
    }
    return Optional.empty();
  }

  /// The telling words about a negation: one before it and some behind.
  private static List<Word> about(List<Word> words, int at) {
    List<Word> before =
        words.stream().filter(word -> word.tells() && word.place().end() <= at).toList();
    List<Word> about =
        new ArrayList<>(
            words.stream()
                .filter(word -> word.tells() && word.place().start() >= at + 1)
                .limit(NEGATED)
                .toList());
    about.addAll(before.subList(Math.max(0, before.size() - 1), before.size()));
    return about;
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
