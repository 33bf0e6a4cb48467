package whence.read;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import whence.model.Passage;
import whence.model.Span;
import whence.model.Time;

/// The date of a mail, in whatever order its parts are printed.
final class MailDate {
  private MailDate() {}

  /// `2010-01-15T21:21`, `2010-01-15` or null where no single day is printed.
  static @Nullable String value(String words) {
    List<Token> tokens = Token.of(words, new Span(0, words.length()));
    int year = -1;
    int month = -1;
    int day = -1;
    String clock = null;
    for (int i = 0; i < tokens.size(); i++) {
      String norm = tokens.get(i).norm();
      int named = TimeWords.month(norm);
      if (named > 0) {
        month = named;
      } else if (norm.length() == 4 && norm.chars().allMatch(c -> c >= '0' && c <= '9')) {
        int read = Integer.parseInt(norm);
        year = read >= 1970 && read <= 2100 ? read : year;
      } else if (norm.length() <= 2
          && tokens.get(i).isNumber()
          && norm.chars().allMatch(c -> c >= '0' && c <= '9')) {
        day = day < 0 ? Integer.parseInt(norm) : day;
      } else if (norm.indexOf(':') > 0 && clock == null) {
        clock = clock(norm, i + 1 < tokens.size() ? tokens.get(i + 1).norm() : "");
      } else if (norm.length() >= 8 && norm.length() <= 10 && norm.indexOf('-') == 4) {
        return iso(norm, tokens, i);
      }
    }
    try {
      if (year < 0 || month < 0 || day < 0) {
        return null;
      }
      String date = LocalDate.of(year, month, day).toString();
      return clock == null ? date : date + "T" + clock;
    } catch (DateTimeException e) {
      return null;
    }
  }

  /// The date within the introduction of a quoted part.
  static @Nullable Time in(String text, Span intro) {
    Span words = new Span(intro.start(), intro.end());
    String value = value(words.of(text));
    return value == null ? null : Time.of(Passage.of(text, words), value);
  }

  private static @Nullable String iso(String norm, List<Token> tokens, int i) {
    try {
      String date = LocalDate.parse(norm).toString();
      String next = i + 1 < tokens.size() ? tokens.get(i + 1).norm() : "";
      String clock = next.indexOf(':') > 0 ? clock(next, "") : null;
      return clock == null ? date : date + "T" + clock;
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static @Nullable String clock(String norm, String next) {
    String[] parts = norm.split(":");
    try {
      int hour = Integer.parseInt(parts[0]);
      String rest = parts[1].toLowerCase(Locale.ROOT);
      int minute = Integer.parseInt(rest.substring(0, Math.min(2, rest.length())));
      boolean pm = next.startsWith("p") || rest.endsWith("pm");
      boolean am = next.startsWith("a") || rest.endsWith("am");
      if (hour > 23 || minute > 59) {
        return null;
      }
      hour = pm && hour < 12 ? hour + 12 : am && hour == 12 ? 0 : hour;
      return String.format(Locale.ROOT, "%02d:%02d", hour, minute);
    } catch (NumberFormatException e) {
      return null;
    }
  }
}
