package whence.ask;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import whence.guard.View;
import whence.model.CodePoints;
import whence.model.Document;
import whence.model.Entry;
import whence.model.Link;
import whence.model.Outcome;
import whence.model.Passage;
import whence.model.Reading;
import whence.model.Review;
import whence.model.SourceKind;
import whence.model.Span;
import whence.model.Stance;
import whence.model.Statement;
import whence.model.Time;

/// What the record foretells.
///
/// A plan of the speaker's own ("we will come to that"), a hope and a duty are no forecasts. What
/// came of one only people say; until then it is open. What tells another's forecast again in the
/// same words repeats it, and is none of its own.
public final class Forecasts {
  private static final Pattern EXPECTS =
      Pattern.compile(
          "(?i)(?<!\\bwould )(?<!'d )(?<!\\bnot to )\\b(?:expect(?:s|ed|ing)?|predict(?:s|ed|ing)?|forecasts?|foresees?|foresaw|foresee"
              + "|anticipat(?:es?|ed|ing)|project(?:s|ed))\\b");

  private static final Pattern EXPECTED =
      Pattern.compile(
          "(?i)\\b(?:(?:is|are) (?:now |widely |still |not )?(?:expected|projected|forecast|predicted|likely|unlikely"
              + "|bound|certain|sure) to\\b|expects?\\b|predicts?\\b)");

  /// What nobody need do is no forecast that it will not be.
  private static final Pattern NOT_EXPECTED =
      Pattern.compile("(?i)\\b(?:is|are|was|were)(?: not|n't)\\b");

  /// What could be expected, or is hard to predict, nobody predicts.
  private static final Pattern NONE_EXPECTED =
      Pattern.compile(
          "(?i)\\b(?:(?:could|might|would|should|can|may)(?: have)?(?: \\w+ly)?(?: be(?:en)?)? (?:\\w+ly )?|'d (?:be )?"
              + "|(?:difficult|hard|harder|impossible|easy|easier|tough|early) to )"
              + "(?:expect|predict|forecast|foresee|anticipate|project)");

  /// What is expected of somebody.
  private static final Pattern DUTY =
      Pattern.compile("(?i)^\\W{0,3}(?:you|us|me|him|her|them|one another|each other)\\b");

  private static final Pattern WHETHER = Pattern.compile("(?i)\\bwhether\\b");

  private static final String NO_OTHER_CLAUSE =
      "(?:(?!\\b(?:who|whom|which|that|whether|because|if)\\b)[^.;:!?]){0,120}";

  private static final Pattern WILL_BY =
      Pattern.compile(
          "(?i)(?<!\\b(?:who|which|that|if|whether) )(?:\\b(?:will|won't|shall)\\b|\\w'll\\b)"
              + NO_OTHER_CLAUSE
              + "$");

  private static final Pattern BY_WILL =
      Pattern.compile(
          "(?i)^[^.;:!?]{0,80}?(?<!\\b(?:who|which|that|if|whether) )\\b(?:will|won't|shall)\\b");

  private static final Pattern TO_COME =
      Pattern.compile("(?i)^\\W{0,4}(?:(?:\\S+ ){0,12}?(?:to|will|would|won't|not)\\b|that\\b)");

  private static final Pattern WILL =
      Pattern.compile("(?i)(?:\\b(?:will|won't|shall|is going to|are going to)\\b|\\w'll\\b)");

  /// The speaker's own plan.
  private static final Pattern OWN_PLAN =
      Pattern.compile(
          "(?i)\\b(?:I|we)(?:'ll| will| shall| won't|(?:'m|'re| am| are) (?:not )?going to)\\b");

  /// What "will" says without a future in it.
  private static final Pattern IDIOM =
      Pattern.compile(
          "(?i)\\b(?:(?:you|members|readers|viewers)(?:'ll| will)(?: \\w+ly| also| all| no doubt| of course)?"
              + " (?:recall|remember|know|see|appreciate|understand|note|notice|find|forgive|agree|be aware"
              + "|be familiar|have \\w+)|if (?:you|I|we|they|he|she) will|god willing|will you|free will)\\b");

  private static final Pattern HOPES =
      Pattern.compile(
          "(?i)\\b(?:hop(?:es?|ed|ing)|wish(?:es|ed)?|wants?|must|should|ought|required|shall|let)\\b");

  private static final Pattern CUT_SHORT =
      Pattern.compile("(?i)\\b(?:will|won't|would|shall|could|may|might)\\W{0,4}$");

  private static final Comparator<Told> EARLIEST =
      Comparator.<Told, String>comparing(told -> told.date() == null ? "~" : told.date())
          .thenComparing(told -> told.forecast().document(), CodePoints.ORDER)
          .thenComparing(told -> told.statement().extent());

  /// Characters.
  private static final int FAR = 2_000;

  private static final int BEFORE_CUE = 40;

  private static final int SHINGLE = 5;
  private static final double SAME = 0.6;
  private static final int MOST_ALIKE = 50;

  private Forecasts() {}

  /// @param date ISO 8601, when it was said or its document is dated; null where neither is known
  private record Told(Statement statement, Forecast forecast, @Nullable String date) {}

  /// By path of the document, then place.
  public static List<Forecast> in(View view) {
    String newest = newest(view);
    Map<String, Forecast.Settlement> settled = settled(view);
    List<Told> found = new ArrayList<>();
    view.readings().forEach(reading -> found.addAll(in(view, reading, newest, settled)));
    found.sort(
        Comparator.<Told, String>comparing(told -> told.forecast().document(), CodePoints.ORDER)
            .thenComparing(told -> told.statement().extent())
            .thenComparing(told -> told.statement().id(), CodePoints.ORDER));
    Map<String, String> repeats = repeats(found);
    return found.stream()
        .map(told -> told.forecast().repeating(repeats.get(told.statement().id())))
        .toList();
  }

  private static List<Told> in(
      View view,
      Reading reading,
      @Nullable String newest,
      Map<String, Forecast.Settlement> settled) {
    String text = reading.text().characters();
    Document document = reading.document();
    List<Statement> candidates =
        reading.statements().stream()
            .filter(it -> foretells(it, beforeCue(text, it)))
            .filter(it -> view.review(it).state() != Review.State.REJECTED)
            .toList();
    List<Told> found = new ArrayList<>();
    for (Statement statement : candidates) {
      if (isToldWithin(statement, candidates)) {
        continue;
      }
      String date =
          statement.said() != null && statement.said().value() != null
              ? statement.said().value()
              : document.date() == null ? null : document.date().value();
      var due = Due.of(text, statement, date);
      if (due != null && isOver(due, date)) {
        due = null;
      }
      boolean past =
          due != null
              && Dates.sorts(due.value())
              && newest != null
              && Dates.compareEnds(due.value(), newest) < 0;
      Forecast forecast =
          new Forecast(
              statement.id(),
              statement.contentText(),
              statement.likelihood(),
              due,
              Outcome.OPEN,
              null,
              document.path(),
              who(statement),
              !isStated(statement) && (due == null || !isOfTheFuture(text, statement, due)),
              null,
              past,
              null);
      Forecast.Settlement settlement = settled.get(statement.id());
      found.add(
          new Told(statement, settlement == null ? forecast : forecast.settled(settlement), date));
    }
    return found;
  }

  /// What stands before a statement's cue, folded.
  private static String beforeCue(String text, Statement statement) {
    if (statement.cue().isEmpty()) {
      return "";
    }
    int at = statement.cue().getFirst().start();
    return Sentence.fold(text.substring(Math.max(0, at - BEFORE_CUE), at));
  }

  /// Whether a statement says what is to come.
  ///
  /// @param before what stands before its cue
  private static boolean foretells(Statement statement, String before) {
    if (statement.stance() == Stance.ASKS
        || statement.stance() == Stance.DECLINES
        || statement.stance() == Stance.SILENT) {
      return false;
    }
    String words = Sentence.fold(statement.contentText());
    if (EXPECTS.matcher(Sentence.fold(statement.cueText())).find()) {
      if (NONE_EXPECTED.matcher(before + Sentence.fold(statement.cueText())).find()) {
        return false;
      }
      return TO_COME.matcher(words).find() || statement.forecast() || isInPieces(statement);
    }
    if (!statement.forecast() || words.strip().endsWith("?")) {
      return false;
    }
    if (!statement.likelihood().isEmpty() || EXPECTED.matcher(words).find()) {
      return true;
    }
    String rest = OWN_PLAN.matcher(IDIOM.matcher(words).replaceAll(" ")).replaceAll(" ");
    return WILL.matcher(rest).find()
        ? !CUT_SHORT.matcher(words).find()
        : rest.equals(words) && !HOPES.matcher(words).find();
  }

  /// "A report is expected … by June": the cue stands between what is said.
  private static boolean isInPieces(Statement statement) {
    return statement.content().size() > 1
        && statement.content().stream()
            .skip(1)
            .anyMatch(piece -> TO_COME.matcher(Sentence.fold(piece.text())).find());
  }

  /// What lies before the day it was said on is no day to come.
  private static boolean isOver(Time due, @Nullable String said) {
    return Dates.sorts(due.value())
        && Dates.sorts(said)
        && Dates.compareEnds(due.value(), said) < 0;
  }

  /// Whether what *will* be is said of the time it is due at, in one clause.
  private static boolean isOfTheFuture(String text, Statement statement, Time due) {
    Integer start = due.start();
    Integer end = due.end();
    if (start == null || end == null || statement.content().isEmpty()) {
      return false;
    }
    int from = statement.content().getFirst().start();
    int to = statement.content().getLast().end();
    if (start < from || end > to || start - from > FAR || to - end > FAR) {
      return false;
    }
    String before = Sentence.fold(text.substring(from, start));
    return !WHETHER.matcher(before).find()
        && (WILL_BY.matcher(before).find()
            || BY_WILL.matcher(Sentence.fold(text.substring(end, to))).find());
  }

  /// Whether the text itself marks it as expected, rather than only speaking of what will be.
  private static boolean isStated(Statement statement) {
    String cue = Sentence.fold(statement.cueText());
    return !statement.likelihood().isEmpty()
        || (EXPECTS.matcher(cue).find()
            && !NOT_EXPECTED.matcher(cue).find()
            && !DUTY.matcher(Sentence.fold(statement.contentText())).find())
        || EXPECTED.matcher(Sentence.fold(statement.contentText())).find();
  }

  /// "She said he expected X": the inner statement holds all that is foretold.
  private static boolean isToldWithin(Statement outer, List<Statement> all) {
    for (Statement inner : all) {
      if (inner.depth() > outer.depth()
          && holds(outer, inner)
          && !WILL.matcher(Sentence.fold(without(outer, inner))).find()) {
        return true;
      }
    }
    return false;
  }

  private static boolean holds(Statement outer, Statement inner) {
    return !inner.content().isEmpty()
        && inner.content().stream()
            .allMatch(
                piece -> outer.content().stream().anyMatch(of -> of.span().contains(piece.span())));
  }

  private static String without(Statement outer, Statement inner) {
    StringBuilder rest = new StringBuilder();
    for (Passage of : outer.content()) {
      int at = of.start();
      for (Passage piece : inner.content()) {
        Span span = piece.span();
        if (of.span().contains(span) && span.start() >= at) {
          rest.append(of.text(), at - of.start(), span.start() - of.start());
          at = span.end();
        }
      }
      rest.append(of.text().substring(at - of.start())).append(' ');
    }
    return rest.toString();
  }

  private static String who(Statement statement) {
    Link link = statement.innermost();
    return link.name() != null ? link.name() : Objects.requireNonNullElse(link.as(), "");
  }

  private static @Nullable String newest(View view) {
    String newest = null;
    for (Document document : view.documents()) {
      String date = document.date() == null ? null : document.date().value();
      if (Dates.sorts(date) && (newest == null || Dates.compareEnds(date, newest) > 0)) {
        newest = date;
      }
    }
    return newest;
  }

  private static Map<String, Forecast.Settlement> settled(View view) {
    Map<String, Forecast.Settlement> settled = new HashMap<>();
    for (View.Decided<Entry.Settled> decided : view.standing(Entry.Settled.class)) {
      Entry.Settled entry = decided.entry();
      view.statement(entry.forecast())
          .ifPresent(statement ->
              settled.put(
                  statement,
                  new Forecast.Settlement(
                      decided.number(),
                      entry.outcome(),
                      entry.evidence().stream()
                          .flatMap(each -> view.statement(each).stream())
                          .toList(),
                      entry.by(),
                      entry.why())));
    }
    return settled;
  }

  /// Which forecast each repetition repeats, by id.
  private static Map<String, String> repeats(List<Told> found) {
    Map<String, String> repeats = new HashMap<>();
    Map<String, List<Told>> originals = new HashMap<>();
    Map<String, Integer> sizes = new HashMap<>();
    for (Told told : found.stream().sorted(EARLIEST).toList()) {
      Set<String> shingles = shingles(told.forecast().text());
      Map<Told, Integer> shared = new HashMap<>();
      for (String shingle : shingles) {
        List<Told> alike = originals.getOrDefault(shingle, List.of());
        alike.forEach(each -> shared.merge(each, 1, Integer::sum));
      }
      String original =
          shared.entrySet().stream()
              .filter(each ->
                  each.getValue()
                          >= SAME
                              * Math.min(
                                  shingles.size(),
                                  sizes.getOrDefault(each.getKey().statement().id(), 1))
                      && mayBeOneSource(told, each.getKey()))
              .map(Map.Entry::getKey)
              .min(EARLIEST)
              .map(each -> each.statement().id())
              .orElse(null);
      if (original != null) {
        repeats.put(told.statement().id(), original);
        continue;
      }
      sizes.put(told.statement().id(), shingles.size());
      for (String shingle : shingles) {
        List<Told> alike = originals.computeIfAbsent(shingle, _ -> new ArrayList<>());
        if (alike.size() < MOST_ALIKE) {
          alike.add(told);
        }
      }
    }
    return repeats;
  }

  /// Two people who are named apart each make a forecast of their own, however alike the words.
  private static boolean mayBeOneSource(Told one, Told other) {
    Link left = one.statement().innermost();
    Link right = other.statement().innermost();
    return left.role() == Link.Role.PUBLISHER
        || right.role() == Link.Role.PUBLISHER
        || left.kind() != SourceKind.PERSON
        || right.kind() != SourceKind.PERSON
        || left.name() == null
        || right.name() == null
        || left.name().equalsIgnoreCase(right.name());
  }

  private static Set<String> shingles(String text) {
    List<String> words = new ArrayList<>();
    for (String word :
        Sentence.fold(text).toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}']+", -1)) {
      if (!word.isEmpty()) {
        words.add(word);
      }
    }
    Set<String> shingles = new HashSet<>();
    for (int i = 0; i + SHINGLE <= words.size(); i++) {
      shingles.add(String.join(" ", words.subList(i, i + SHINGLE)));
    }
    if (shingles.isEmpty() && !words.isEmpty()) {
      shingles.add(String.join(" ", words));
    }
    return shingles;
  }
}
