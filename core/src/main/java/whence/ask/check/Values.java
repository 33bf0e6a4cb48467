package whence.ask.check;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import whence.model.Span;
import whence.model.Time;
import whence.names.Edits;

/// Holds numbers, dates and names of a sentence against what stands on record about the same.
final class Values {
  private static final int LEAST_NAME = 3;

  /// A word that opens a sentence is a name only if it is as good as one.
  private static final int LEAST_OPENING = 4;

  private static final int ISO_DAY = 10;

  /// With so much of a sentence's words a passage may be where a part of it is from.
  private static final double NEAR = 0.25;

  private final Papers papers;

  Values(Papers papers) {
    this.papers = papers;
  }

  /// Something that differs.
  ///
  /// @param record the words the record has instead, null where it has none
  record Differs(Fault fault, Span place, Papers.@Nullable Unit unit, @Nullable String record) {}

  /// @param words of the sentence, outside quotation marks
  List<Differs> check(List<Word> words, Nearest nearest) {
    List<Differs> found = new ArrayList<>();
    List<Papers.Unit> aboutIt = nearest.aboutIt();
    if (!aboutIt.isEmpty()) {
      for (int i = 0; i < words.size(); i++) {
        if (words.get(i).isValue()) {
          value(words, i, nearest, aboutIt).ifPresent(found::add);
        }
      }
    }
    names(words, nearest, found);
    return found;
  }

  private Optional<Differs> value(
      List<Word> words, int at, Nearest nearest, List<Papers.Unit> aboutIt) {
    Word value = words.get(at);
    @Nullable Word next = next(words, at);
    Differs beside = null;
    for (Papers.Unit unit : aboutIt) {
      List<Word> theirs = unit.words();
      for (int i = 0; i < theirs.size(); i++) {
        Word other = theirs.get(i);
        if (!comparable(value, other)) {
          continue;
        }
        if (other.key().equals(value.key())) {
          return Optional.empty();
        }
        Word behind = next(theirs, i);
        boolean sameThing =
            value.kind() != Word.Kind.NUMBER
                || (next != null && behind != null && next.key().equals(behind.key()));
        if (sameThing && beside == null) {
          beside = new Differs(fault(value), value.place(), unit, other.written());
        }
      }
    }
    boolean counted = value.kind() == Word.Kind.NUMBER;
    if (beside != null && !standsBeside(value, counted ? next : null, nearest)) {
      return Optional.of(beside);
    }
    if (standsBeside(value, null, nearest)) {
      return Optional.empty();
    }
    for (Papers.Unit unit : aboutIt) {
      for (Word other : unit.words()) {
        if (comparable(value, other)) {
          return Optional.of(new Differs(fault(value), value.place(), unit, other.written()));
        }
      }
    }
    // a day of the week is often the writer's own way to say when
    return value.kind() == Word.Kind.WEEKDAY
        ? Optional.empty()
        : Optional.of(new Differs(fault(value), value.place(), null, null));
  }

  /// Whether it stands in what the record says before or behind, in what else comes near, or is the
  /// day of a document that does.
  ///
  /// @param of what it must be the number, null for anything
  private boolean standsBeside(Word value, @Nullable Word of, Nearest nearest) {
    Set<Papers.Unit> beside = new LinkedHashSet<>(nearest.around(papers, 1));
    for (Papers.Match match : nearest.matches()) {
      if (match.share() >= NEAR) {
        beside.add(match.unit());
      }
    }
    for (Papers.Unit unit : beside) {
      Time date = unit.reading().document().date();
      boolean dated = value.kind() == Word.Kind.DAY || value.kind() == Word.Kind.YEAR;
      if (dated && date != null && date.value() != null && date.value().contains(value.key())) {
        return true;
      }
      if (value.kind() == Word.Kind.WEEKDAY && value.key().equals(weekday(date))) {
        return true;
      }
    }
    for (Papers.Unit unit : beside) {
      for (int i = 0; i < unit.words().size(); i++) {
        Word other = unit.words().get(i);
        Word behind = next(unit.words(), i);
        if (comparable(value, other)
            && other.key().equals(value.key())
            && (of == null || (behind != null && behind.key().equals(of.key())))) {
          return true;
        }
      }
    }
    return false;
  }

  /// Of a document's day, null where it has none.
  private static @Nullable String weekday(@Nullable Time date) {
    if (date == null || date.value() == null || date.value().length() < ISO_DAY) {
      return null;
    }
    try {
      return LocalDate.parse(date.value().substring(0, ISO_DAY))
          .getDayOfWeek()
          .name()
          .toLowerCase(Locale.ROOT)
          .substring(0, 3);
    } catch (DateTimeParseException e) {
      // a month or a year
      return null;
    }
  }

  private static boolean comparable(Word one, Word other) {
    return one.kind() == other.kind();
  }

  private static Fault fault(Word value) {
    return switch (value.kind()) {
      case CLOCK, DAY, MONTH, YEAR, WEEKDAY -> Fault.DATE;
      case NUMBER, WORD, COMMON -> Fault.NUMBER;
    };
  }

  private static @Nullable Word next(List<Word> words, int at) {
    for (int i = at + 1; i < Math.min(words.size(), at + 3); i++) {
      if (words.get(i).tells()) {
        return words.get(i);
      }
    }
    return null;
  }

  /// Names that stand nowhere on record where one like them does.
  private void names(List<Word> words, Nearest nearest, List<Differs> found) {
    List<List<Word>> names = capitalised(words);
    Word opening = words.isEmpty() ? null : words.getFirst();
    boolean alone =
        opening != null
            && opening.capital()
            && names.stream().noneMatch(name -> name.contains(opening));
    if (alone) {
      names.addFirst(List.of(opening));
    }
    for (List<Word> name : names) {
      for (Word part : name) {
        if (part.written().length() < LEAST_NAME || papers.holds(part.written())) {
          continue;
        }
        boolean opens = alone && part.equals(opening);
        if (opens && part.key().length() < LEAST_OPENING) {
          continue;
        }
        Differs meant = meant(part, name, nearest, opens ? 1 : 2);
        if (meant != null) {
          found.add(meant);
          break;
        }
      }
    }
  }

  private @Nullable Differs meant(Word part, List<Word> name, Nearest nearest, int edits) {
    Set<String> others = new HashSet<>();
    name.stream().filter(each -> !each.equals(part)).forEach(each -> others.add(each.key()));
    List<Papers.Unit> candidates = new ArrayList<>(nearest.around(papers, 1));
    papers.like(name, 5).forEach(match -> candidates.add(match.unit()));
    for (Papers.Unit unit : candidates) {
      for (List<Word> theirs : capitalised(unit.words())) {
        for (Word other : theirs) {
          boolean alike =
              Edits.between(part.key(), other.key()) <= edits && other.key().length() > 3;
          boolean shares = theirs.stream().anyMatch(each -> others.contains(each.key()));
          if (other.capital() && (alike || (shares && !others.contains(other.key())))) {
            Span whole = new Span(name.getFirst().place().start(), name.getLast().place().end());
            Span place =
                new Span(theirs.getFirst().place().start(), theirs.getLast().place().end());
            return new Differs(
                Fault.NAME, whole, unit, place.of(unit.reading().text().characters()));
          }
        }
      }
    }
    return null;
  }

  /// Runs of words with capitals, of two or more, or of one that does not begin the sentence.
  static List<List<Word>> capitalised(Collection<Word> words) {
    List<List<Word>> names = new ArrayList<>();
    List<Word> run = new ArrayList<>();
    boolean first = true;
    Word before = null;
    for (Word word : words) {
      boolean name = word.capital() && word.kind() == Word.Kind.WORD;
      boolean beside = before != null && word.place().start() - before.place().end() <= 2;
      if (name && (run.isEmpty() || beside)) {
        run.add(word);
      } else {
        close(run, names, first);
        first = false;
        if (name) {
          run.add(word);
        }
      }
      before = word;
    }
    close(run, names, first);
    return names;
  }

  private static void close(List<Word> run, List<List<Word>> names, boolean first) {
    if (run.size() > 1 || (run.size() == 1 && !first)) {
      names.add(List.copyOf(run));
    }
    run.clear();
  }
}
