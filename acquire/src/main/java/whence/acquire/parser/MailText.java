package whence.acquire.parser;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import whence.model.Region;

/// A mail as text: header lines, a blank line, the body.
final class MailText {
  private static final Pattern COMMENT = Pattern.compile("\\([^()]*+\\)");
  private static final Pattern WEEKDAY = Pattern.compile("^\\s*+\\p{Alpha}++,?+\\s++");
  private static final Pattern OLD_ZONE = Pattern.compile("\\s(?:GMT|UT|UTC|Z)\\s*+$");
  private static final DateTimeFormatter FORMAT =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .parseLenient()
          .appendPattern("d MMM yyyy H:mm[:ss] ")
          .appendOffset("+HHMM", "+0000")
          .toFormatter(Locale.ENGLISH);

  private final Composition composition;

  MailText(Composition composition) {
    this.composition = composition;
  }

  MailText header(String name, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      composition.separate("\n");
      int start = composition.length();
      composition.append(name + ": " + Words.oneLine(value, 20_000));
      composition.block(Region.HEADER, start);
    }
    return this;
  }

  /// ISO 8601 with the sender's offset; null if the header is none of RFC 5322's.
  static @Nullable String date(@Nullable String header) {
    if (header == null) {
      return null;
    }
    String bare = COMMENT.matcher(header).replaceAll(" ");
    bare = WEEKDAY.matcher(bare).replaceFirst("").strip().replaceAll("\\s++", " ");
    bare = OLD_ZONE.matcher(bare).replaceFirst(" +0000");
    try {
      return OffsetDateTime.parse(bare, FORMAT)
          .format(DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssXXX", Locale.ROOT));
    } catch (DateTimeException e) {
      return null;
    }
  }
}
