package whence.read;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import whence.model.Passage;
import whence.model.Span;

/// The people named in a mail's header lines.
final class MailPeople {
  private static final int MOST = 500;
  private static final String WRAPPING = " \t\r\n\f'\"‘’“”<>[]()•,;:";

  private MailPeople() {}

  /// The people in `value`, parted by semicolons, by commas behind addresses, or by wide gaps.
  static List<Mail.Person> of(String text, Span value) {
    List<Mail.Person> people = new ArrayList<>();
    boolean semicolons = text.indexOf(';', value.start(), value.end()) >= 0;
    int at = value.start();
    for (int i = value.start(); i <= value.end() && people.size() < MOST; i++) {
      boolean parts = i == value.end() || text.charAt(i) == ';' || wideGap(text, i, value.end());
      boolean comma =
          !semicolons && i < value.end() && text.charAt(i) == ',' && behindAddress(text, at, i);
      if (parts || comma) {
        add(text, at, i, people);
        at = i + 1;
      }
    }
    return people;
  }

  /// Who "On 3 June 2019 at 10:00, Jane Doe <jane@example.org> wrote:" names.
  static Mail.@Nullable Person inIntroduction(String text, Span intro) {
    int end = text.lastIndexOf("wrote", intro.end());
    if (end <= intro.start()) {
      return null;
    }
    int from = intro.start() + 3;
    for (int i = from; i < end; i++) {
      char c = text.charAt(i);
      boolean clockEnd =
          i + 1 < end
              && (text.startsWith("AM", i) || text.startsWith("PM", i))
              && i > from
              && (Token.isDigit(text.charAt(i - 1)) || Line.isSpace(text.charAt(i - 1)));
      if (clockEnd) {
        from = i + 2;
      } else if (Token.isDigit(c)) {
        from = i + 1;
      } else if (c == '<' || c == '@') {
        break;
      }
    }
    List<Mail.Person> people = new ArrayList<>();
    add(text, from, end, people);
    return people.isEmpty() ? null : people.getFirst();
  }

  private static boolean wideGap(String text, int i, int end) {
    return i + 3 < end
        && text.charAt(i) == ' '
        && text.charAt(i + 1) == ' '
        && text.charAt(i + 2) == ' '
        && text.charAt(i + 3) == ' ';
  }

  private static boolean behindAddress(String text, int from, int to) {
    return text.indexOf('@', from, to) >= 0 || text.indexOf(' ', Math.min(to, from + 1), to) > 0;
  }

  private static void add(String text, int start, int end, List<Mail.Person> people) {
    int from = start;
    int to = end;
    String address = null;
    int at = text.indexOf('@', from, to);
    if (at > 0) {
      int left = at;
      while (left > from && isAddressPart(text.charAt(left - 1))) {
        left--;
      }
      int right = at + 1;
      while (right < to && isAddressPart(text.charAt(right))) {
        right++;
      }
      address = text.substring(left, right);
      int open = left;
      while (open > from && "<[( :'".indexOf(text.charAt(open - 1)) >= 0) {
        open--;
      }
      if (text.startsWith("mailto", Math.max(from, open - 6)) && open - 6 >= from) {
        open -= 6;
      }
      if (hasLetter(text, from, open)) {
        to = open;
      } else {
        from = left;
        to = right;
      }
    } else {
      int bracket = firstOf(text, from, to);
      if (bracket > from && hasLetter(text, from, bracket)) {
        to = bracket;
      }
    }
    while (from < to && WRAPPING.indexOf(text.charAt(from)) >= 0) {
      from++;
    }
    while (to > from && WRAPPING.indexOf(text.charAt(to - 1)) >= 0) {
      to--;
    }
    if (from < to && hasLetter(text, from, to) && !Lines.isRedaction(text, from, to)) {
      Passage words = Passage.of(text, new Span(from, to));
      people.add(new Mail.Person(words, spoken(words.text()), address));
    }
  }

  private static int firstOf(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (text.charAt(i) == '<' || text.charAt(i) == '[') {
        return i;
      }
    }
    return to;
  }

  private static boolean isAddressPart(char c) {
    return Character.isLetterOrDigit(c) || "._+-%".indexOf(c) >= 0;
  }

  private static boolean hasLetter(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (Character.isLetter(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  /// "Mills, Cheryl D" as one speaks it.
  private static String spoken(String words) {
    String plain =
        words
            .replaceAll("[\\s\"“”]++", " ")
            .replaceAll(" \\(\\w+$", "")
            .replaceAll(" B[0-9] ", " ")
            .strip();
    int comma = plain.indexOf(',');
    boolean turned = comma > 0 && comma == plain.lastIndexOf(',') && plain.length() < 60;
    if (!turned) {
      return plain;
    }
    String first = plain.substring(comma + 1).strip();
    int bracket = first.indexOf('(');
    String given = bracket > 0 ? first.substring(0, bracket).strip() : first;
    return (given + " " + plain.substring(0, comma).strip()).strip();
  }
}
