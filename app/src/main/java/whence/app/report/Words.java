package whence.app.report;

import java.text.NumberFormat;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import whence.model.Backing;
import whence.model.Document;
import whence.model.Likelihood;
import whence.model.Reuse;
import whence.model.SourceKind;
import whence.model.Stance;
import whence.model.Time;

/// How the report puts things in words.
public final class Words {
  private static final Pattern MONTH = Pattern.compile("(\\d{4})-(0[1-9]|1[0-2])");
  private static final Pattern DAY =
      Pattern.compile("(\\d{4}-\\d\\d-\\d\\d)(?:T(\\d\\d:\\d\\d).*)?");
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

  private Words() {}

  /// `1,204`.
  public static String number(long number) {
    return NumberFormat.getIntegerInstance(Locale.ENGLISH).format(number);
  }

  /// `1 claim`, `12 claims`.
  public static String count(long number, String one, String many) {
    return number(number) + " " + (number == 1 ? one : many);
  }

  /// `No claim is`, `1 claim is`, `12 claims are`.
  public static String none(long number, String one, String many) {
    return number == 0 ? "No " + one : count(number, one, many);
  }

  /// A TIMEX3 or ISO 8601 value as a person writes it; values of another form stay as they are.
  public static String date(@Nullable String value) {
    if (value == null) {
      return "";
    }
    Matcher day = DAY.matcher(value);
    if (day.matches()) {
      try {
        String written = LocalDate.parse(day.group(1)).format(DATE);
        return day.group(2) == null ? written : written + ", " + day.group(2);
      } catch (DateTimeException e) {
        // A document may print a thirtieth of February: it is shown as it stands.
        return value;
      }
    }
    Matcher month = MONTH.matcher(value);
    return month.matches()
        ? Month.of(Integer.parseInt(month.group(2))).getDisplayName(TextStyle.FULL, Locale.ENGLISH)
            + " "
            + month.group(1)
        : value;
  }

  public static String date(@Nullable Time time) {
    if (time == null) {
      return "";
    }
    if (time.value() != null) {
      return date(time.value());
    }
    return time.text() == null ? "" : "“" + time.text() + "”";
  }

  /// The day of a journal entry, in UTC; empty for none.
  static String date(@Nullable Instant at) {
    return at == null ? "" : DATE.format(at.atZone(ZoneOffset.UTC));
  }

  /// A title to know a document by: its own, or its path.
  static String title(Document document) {
    return document.title() == null || document.title().isBlank()
        ? document.path()
        : document.title();
  }

  static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  /// At most `length` characters, never half a character.
  static String cut(String text, int length) {
    return text.length() <= length ? text : text.substring(0, whole(text, length)) + "…";
  }

  /// `offset`, or the one before it where it would part a surrogate pair.
  static int whole(String text, int offset) {
    return offset > 0
            && offset < text.length()
            && Character.isLowSurrogate(text.charAt(offset))
            && Character.isHighSurrogate(text.charAt(offset - 1))
        ? offset - 1
        : offset;
  }

  static String kind(SourceKind kind) {
    return switch (kind) {
      case PERSON -> "person";
      case ORGANIZATION -> "organization";
      case DOCUMENT -> "document";
      case GROUP -> "group";
      case ANONYMOUS -> "anonymous";
      case UNKNOWN -> "unknown";
    };
  }

  static String backing(Backing backing) {
    return switch (backing) {
      case SINGLE_SOURCE -> "single source";
      case MULTIPLE_SOURCES -> "multiple sources";
      case CORROBORATED -> "corroborated";
      case UNCORROBORATED -> "uncorroborated";
      case ADDITIONAL_REPORTING -> "additional reporting";
      case DOCUMENT_SEEN -> "document seen";
    };
  }

  /// Empty for an assertion.
  static String stance(Stance stance) {
    return switch (stance) {
      case ASSERTS -> "";
      case DENIES -> "denies";
      case DOUBTS -> "doubts";
      case DECLINES -> "declines to comment";
      case SILENT -> "did not answer";
      case ASKS -> "asks";
    };
  }

  static boolean opposes(Stance stance) {
    return switch (stance) {
      case DENIES, DOUBTS -> true;
      case ASSERTS, DECLINES, SILENT, ASKS -> false;
    };
  }

  static String direction(Reuse.Direction direction) {
    return switch (direction) {
      case KNOWN -> "the direction is known";
      case LIKELY -> "likely in this direction";
      case UNKNOWN -> "which came first is unknown";
    };
  }

  static String reuse(Reuse.Kind kind) {
    return switch (kind) {
      case COPY -> "copy";
      case PARTIAL -> "partial copy";
      case QUOTATION -> "quotation";
    };
  }

  static String status(Document.Status status) {
    return switch (status) {
      case READ -> "read";
      case PARTLY_READ -> "partly read";
      case NOT_READ -> "not read";
    };
  }

  /// What kind of file a media type names; an uncommon one as it is.
  static String form(String mediaType) {
    return switch (mediaType) {
      case "application/pdf" -> "PDF";
      case "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
          "application/msword" ->
          "Word";
      case "application/vnd.oasis.opendocument.text" -> "OpenDocument";
      case "application/rtf", "text/rtf" -> "RTF";
      case "application/zip" -> "ZIP archive";
      case "application/mbox" -> "mailbox";
      case "message/rfc822", "application/vnd.ms-outlook" -> "mail";
      case "text/csv" -> "CSV";
      case "text/html", "application/xhtml+xml" -> "HTML";
      case "text/markdown", "text/x-web-markdown" -> "Markdown";
      case "text/plain" -> "plain text";
      default -> mediaType;
    };
  }

  /// The Admiralty scale's own words for a grade of credibility.
  public static String credibility(int grade) {
    return List.of(
            "confirmed by other sources",
            "probably true",
            "possibly true",
            "doubtful",
            "improbable",
            "cannot be judged")
        .get(grade - 1);
  }

  /// The range of a likelihood on its declared scale.
  static String range(Likelihood likelihood) {
    if (likelihood.scale() == null) {
      return "no scale declared";
    }
    if (likelihood.low() == null || likelihood.high() == null) {
      return likelihood.scale() + ", no range";
    }
    return likelihood.scale()
        + " "
        + probability(likelihood.low())
        + "–"
        + probability(likelihood.high());
  }

  private static String probability(double probability) {
    String written = String.format(Locale.ROOT, "%.2f", probability);
    return written.startsWith("0.") ? written.substring(1) : written.substring(0, 1);
  }
}
