package whence.weigh;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import whence.model.CodePoints;
import whence.model.Mention;
import whence.model.Passage;
import whence.model.Stance;
import whence.model.Statement;
import whence.model.Time;

/// What a content says, as far as words alone can tell: what must agree for two contents to say the
/// same thing.
///
/// @param words stems of its ordinary content words, sorted
/// @param names words of its names in the order in which they first stand
/// @param numbers digits as written, number words as digits, scales
/// @param dates ISO values where resolved, else day and month names
/// @param negations how many stand in it
/// @param passive whether who does and who suffers stand the other way round
/// @param bound what its meaning hangs on beside these words (who *I* is, which document's *he*,
///   *if* and *should*), empty where it stands by itself
/// @param forecast whether it is about what is to come
/// @param saysSomething whether any of its words can be a verb
/// @param shouting whether it has capitals throughout, as headlines do, so that they show no names
record Gist(
    List<String> words,
    List<String> names,
    List<String> numbers,
    List<String> dates,
    int negations,
    boolean passive,
    String bound,
    boolean forecast,
    boolean saysSomething,
    boolean shouting) {
  private static final Set<String> FIRST_PERSON =
      Set.of("i", "we", "my", "our", "me", "us", "mine", "ours", "myself", "ourselves");
  private static final Set<String> SECOND_PERSON = Set.of("you", "your", "yours");
  private static final Set<String> POINTING =
      Set.of(
          "he", "she", "they", "it", "this", "that", "these", "those", "his", "her", "their", "its",
          "there", "here", "him", "them");

  /// *That* before a clause, not before what it points at; a quotation's own first word is written
  /// with a capital.
  private static final Pattern CONJUNCTION =
      Pattern.compile(
          "^\\P{L}*that\\s+(?!(?:is|was|are|were|be|will|would|can|could|may|might|must|shall|should"
              + "|has|had|have|does|did|do|never|alone|too|also|one)\\b)");

  private static final String PLACE = "in=";

  /// Contents with fewer content words than this, a name, a number or a date counting for two, say
  /// something only where they stand.
  private static final int LEAST_WORDS = 4;

  /// @param speaker a key for the innermost source, for whom *I* stands
  /// @param wraps a key for the statement that makes up this content, empty where none does
  static Gist of(Statement statement, String speaker, String place, String wraps) {
    return new Builder(statement).build(speaker, place, wraps);
  }

  /// Whether it can be told from its words what it says, in whatever words another says it.
  boolean canBeTold() {
    return !bound.contains(PLACE) && !shouting;
  }

  boolean negated() {
    return negations > 0;
  }

  /// Whether both negate, but not as much: one of them may negate what the other does not.
  boolean negatesOtherwise(Gist other) {
    return negated() && other.negated() && negations != other.negations;
  }

  int size() {
    return words.size() + names.size() + numbers.size() + dates.size();
  }

  private static final class Builder {
    private final Statement statement;
    private final Set<String> words = new TreeSet<>(CodePoints.ORDER);
    private final List<String> names = new ArrayList<>();
    private final Set<String> numbers = new TreeSet<>(CodePoints.ORDER);
    private final Set<String> dates = new TreeSet<>(CodePoints.ORDER);
    private final Set<String> moods = new TreeSet<>(CodePoints.ORDER);
    private int negations;
    private boolean undated;
    private boolean passive;
    private boolean firstPerson;
    private boolean secondPerson;
    private boolean pointing;
    private @Nullable String before;
    private boolean anyBefore;
    private boolean mayAssert;
    private boolean shouting;

    Builder(Statement statement) {
      this.statement = statement;
    }

    Gist build(String speaker, String place, String wraps) {
      boolean reported = !statement.cue().isEmpty();
      for (Passage piece : statement.content()) {
        boolean loud = isShouting(piece.text());
        shouting |= loud;
        anyBefore = false;
        words(piece, reported ? conjunction(piece.text()) : 0, loud);
        reported = false;
      }
      for (Time time : statement.about()) {
        if (time.start() != null && inContent(time.start())) {
          // TIMEX3 has T08:45 or XXXX-XX-XXT08:45 for a clock time of no known day
          undated |=
              time.value() == null || time.value().startsWith("T") || time.value().startsWith("X");
          if (time.value() != null) {
            dates.add(time.value());
          }
        }
      }
      StringBuilder bound = new StringBuilder();
      if (firstPerson) {
        bound.append("I=").append(speaker).append(';');
      }
      boolean small =
          words.size() + 2 * (names.size() + numbers.size() + dates.size()) < LEAST_WORDS;
      if (secondPerson || pointing || small) {
        bound.append(PLACE).append(place).append(';');
      }
      if (undated) {
        bound.append("on=").append(day(place)).append(';');
      }
      if (!mayAssert && statement.stance() == Stance.ASSERTS && !statement.cue().isEmpty()) {
        // *recognizes* and *rejects* a thing are two
        bound.append("cue=").append(cue()).append(';');
      }
      if (!moods.isEmpty()) {
        bound.append("mood=").append(String.join(" ", moods)).append(';');
      }
      if (!wraps.isEmpty()) {
        bound.append("says=").append(wraps).append(';');
      }
      return new Gist(
          List.copyOf(words),
          List.copyOf(names),
          List.copyOf(numbers),
          List.copyOf(dates),
          negations,
          passive,
          bound.toString(),
          statement.forecast(),
          mayAssert,
          shouting);
    }

    /// When it was said, as far as a clock time or a *yesterday* hangs on it.
    private String day(String place) {
      String said = statement.said() == null ? null : statement.said().value();
      return said == null || said.length() < 10 ? place : said.substring(0, 10);
    }

    private String cue() {
      List<String> stems = new ArrayList<>();
      for (String word : statement.cueText().toLowerCase(Locale.ROOT).split("\\P{L}+")) {
        if (!word.isEmpty() && !Stems.isEmpty(word)) {
          stems.add(Stems.stem(word));
        }
      }
      return String.join(" ", stems);
    }

    private boolean inContent(int offset) {
      return statement.content().stream()
          .anyMatch(piece -> piece.start() <= offset && offset < piece.end());
    }

    private static int conjunction(String text) {
      Matcher that = CONJUNCTION.matcher(text);
      return that.lookingAt() ? that.end() : 0;
    }

    private void words(Passage piece, int from, boolean loud) {
      String text = piece.text();
      int i = from;
      while (i < text.length()) {
        if (!Character.isLetterOrDigit(text.charAt(i))) {
          i++;
          continue;
        }
        int start = i;
        while (i < text.length() && isWordCharacter(text, i)) {
          i++;
        }
        word(text.substring(start, i), piece.start() + start, loud);
      }
    }

    private static boolean isWordCharacter(String text, int i) {
      char c = text.charAt(i);
      if (Character.isLetterOrDigit(c)) {
        return true;
      }
      boolean inside =
          i > 0 && i + 1 < text.length() && Character.isLetterOrDigit(text.charAt(i + 1));
      return inside
          && (c == '\''
              || c == '’'
              || ((c == ',' || c == '.')
                  && Character.isDigit(text.charAt(i - 1))
                  && Character.isDigit(text.charAt(i + 1))));
    }

    private void word(String written, int offset, boolean loud) {
      String lower = written.toLowerCase(Locale.ROOT).replace('’', '\'');
      boolean first = !anyBefore;
      anyBefore = true;
      // *the right to exist* says nothing of it
      mayAssert |=
          Character.isLowerCase(written.charAt(0))
              && Stems.mayBeVerb(lower)
              && !"to".equals(before);
      if (lower.endsWith("n't")) {
        negations++;
        before = "not";
        return;
      }
      if (lower.endsWith("'s")) {
        lower = lower.substring(0, lower.length() - 2);
      }
      int apostrophe = lower.indexOf('\'');
      if (apostrophe == 1 || apostrophe == 2 || apostrophe == 4) {
        lower = lower.substring(0, apostrophe);
      }
      lower = lower.replace("'", "");
      if (FIRST_PERSON.contains(lower) && !(lower.equals("us") && written.equals("US"))) {
        firstPerson = true;
      } else if (SECOND_PERSON.contains(lower)) {
        secondPerson = true;
      } else if (first && POINTING.contains(lower)) {
        pointing = true;
      }
      if (Stems.isMood(lower)) {
        moods.add(lower);
      }
      String previous = before == null ? "" : before;
      before = lower;
      if (lower.isEmpty() || inTime(offset)) {
        return;
      }
      if (Stems.isNegation(lower)) {
        negations++;
        return;
      }
      if (lower.equals("by") && Stems.mayBeParticiple(previous)) {
        passive = true;
      }
      if (Character.isDigit(lower.charAt(0))) {
        number(lower);
        return;
      }
      boolean capital = Character.isUpperCase(written.charAt(0)) && !loud;
      if (Stems.isDayOrMonth(lower)
          && (capital || (!lower.equals("may") && !lower.equals("march")))) {
        dates.add(lower);
      } else if (Stems.isScale(lower)) {
        numbers.add(lower);
      } else if (Character.isDigit(Stems.digits(lower).charAt(0)) && !capital) {
        numbers.add(Stems.digits(lower));
      } else if (isName(offset) || (capital && !first && !Stems.isEmpty(lower))) {
        String name = Names.plain(lower);
        if (!name.isEmpty() && !names.contains(name) && !Stems.isEmpty(lower)) {
          names.add(name);
        }
      } else if (!Stems.isEmpty(lower)) {
        words.add(Stems.stem(lower));
      }
    }

    private void number(String lower) {
      String digits = lower.replace(",", "");
      if (digits.matches("(?:1[89]|20)\\d\\d")) {
        dates.add(digits);
      } else {
        numbers.add(digits);
      }
    }

    private boolean inTime(int offset) {
      return statement.about().stream()
          .anyMatch(time ->
              time.value() != null
                  && time.start() != null
                  && time.end() != null
                  && time.start() <= offset
                  && offset < time.end());
    }

    private boolean isName(int offset) {
      for (Mention mention : statement.mentions()) {
        if (mention.start() <= offset && offset < mention.end()) {
          return true;
        }
      }
      return false;
    }

    private static boolean isShouting(String text) {
      long upper = text.chars().filter(Character::isUpperCase).count();
      long letters = text.chars().filter(Character::isLetter).count();
      long initials = text.split("\\s+").length;
      return letters > 0 && (upper * 2 > letters || (initials > 3 && upper * 10 > initials * 8));
    }
  }
}
