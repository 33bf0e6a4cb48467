package whence.weigh;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Whether two contents say the same thing, the contrary, or something else. It looks at these two
/// alone, so no other document can change the answer.
///
/// @param score 0 to 1, how much of their words they share
record Likeness(Verdict verdict, double score) {
  enum Verdict {
    SAME,
    /// The one says that the other is not so.
    CONTRARY,
    DIFFERENT
  }

  /// Both lists' words, names and numbers taken together must be shared to this part.
  private static final double ENOUGH = 0.7;

  /// Ordinary words alone: what happened must be shared, not only who and where.
  private static final double ENOUGH_WORDS = 0.6;

  private static final Set<String> RELATIVE = Set.of("yesterday", "today", "tomorrow");
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");

  static final Likeness NONE = new Likeness(Verdict.DIFFERENT, 0);

  static Likeness of(Gist left, Gist right) {
    if (!left.bound().equals(right.bound())
        || left.forecast() != right.forecast()
        || left.negatesOtherwise(right)
        || !left.numbers().equals(right.numbers())
        || !datesAgree(left.dates(), right.dates())
        || !namesAgree(left, right)) {
      return NONE;
    }
    List<String> onlyLeft = without(left.words(), right.words());
    List<String> onlyRight = without(right.words(), left.words());
    int opposites = takeOpposites(onlyLeft, onlyRight);
    int sharedWords = left.words().size() - onlyLeft.size();
    double words = dice(sharedWords, left.words().size(), right.words().size());
    int sharedNames = left.names().size() - without(left.names(), right.names()).size();
    int shared = sharedWords + sharedNames + 2 * left.numbers().size();
    int sizes =
        left.words().size()
            + right.words().size()
            + left.names().size()
            + right.names().size()
            + 4 * left.numbers().size();
    double all = sizes == 0 ? 1 : 2.0 * shared / sizes;
    if (words < ENOUGH_WORDS || all < ENOUGH) {
      return NONE;
    }
    boolean contrary = (opposites % 2 == 1) ^ (left.negated() != right.negated());
    return new Likeness(contrary ? Verdict.CONTRARY : Verdict.SAME, all);
  }

  private static double dice(int shared, int left, int right) {
    return left + right == 0 ? 1 : 2.0 * shared / (left + right);
  }

  private static List<String> without(List<String> list, List<String> other) {
    List<String> rest = new ArrayList<>(list);
    rest.removeAll(new HashSet<>(other));
    return rest;
  }

  /// Takes words that are each other's opposites out of both rests; they count as shared.
  private static int takeOpposites(List<String> left, List<String> right) {
    int found = 0;
    for (String word : List.copyOf(left)) {
      for (String other : List.copyOf(right)) {
        if (Stems.areOpposites(word, other)) {
          left.remove(word);
          right.remove(other);
          found++;
          break;
        }
      }
    }
    return found;
  }

  /// One may name fewer, but not each somebody whom the other does not; and where both name the
  /// same two or more, in the same order, unless one is put in the passive.
  private static boolean namesAgree(Gist left, Gist right) {
    Set<String> a = new HashSet<>(left.names());
    Set<String> b = new HashSet<>(right.names());
    if (!a.containsAll(b) && !b.containsAll(a)) {
      return false;
    }
    if (a.isEmpty() != b.isEmpty()) {
      return false;
    }
    List<String> inLeft = left.names().stream().filter(b::contains).toList();
    List<String> inRight = right.names().stream().filter(a::contains).toList();
    return inLeft.equals(inRight) || left.passive() != right.passive();
  }

  static boolean datesAgree(List<String> left, List<String> right) {
    List<String> fewer = left.size() <= right.size() ? left : right;
    List<String> others = left.size() <= right.size() ? right : left;
    return fewer.stream()
        .allMatch(date -> others.stream().anyMatch(other -> compatible(date, other)));
  }

  private static boolean compatible(String date, String other) {
    return date.startsWith(other)
        || other.startsWith(date)
        // which day *yesterday* was is not known here, so it cannot be told from another
        || RELATIVE.contains(date) != RELATIVE.contains(other)
        || isOn(date, other)
        || isOn(other, date);
  }

  /// Whether a day of the calendar is on such a weekday or in such a month.
  private static boolean isOn(String day, String name) {
    if (!DAY.matcher(day).matches()) {
      return false;
    }
    try {
      LocalDate date = LocalDate.parse(day);
      return name.length() >= 3
          && (is(date.getDayOfWeek().name(), name) || is(date.getMonth().name(), name));
    } catch (DateTimeParseException noDay) {
      return false;
    }
  }

  private static boolean is(String full, String name) {
    return full.toLowerCase(Locale.ROOT).startsWith(name);
  }
}
