package whence.app.web;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import whence.app.decide.Day;
import whence.model.Claim;
import whence.model.Document;
import whence.model.Statement;

/// What a request names, found in the case or refused in words.
public final class Requested {
  private Requested() {}

  /// A whole number, or `otherwise` where there is none.
  static int number(@Nullable String text, int otherwise) {
    return text != null && text.matches("\\d{1,6}") ? Integer.parseInt(text) : otherwise;
  }

  static int number(@Nullable String text) {
    int number = number(text, -1);
    if (number < 0) {
      throw new BadRequestResponse("A number is needed here. Load the page again.");
    }
    return number;
  }

  /// What a form must hold.
  static String text(Context ctx, String field) {
    String text = ctx.formParam(field);
    if (text == null || text.isBlank()) {
      throw new BadRequestResponse("“" + field + "” is empty; go back and fill it in.");
    }
    return text.strip();
  }

  /// What a form may hold, null where it is blank.
  static @Nullable String optional(Context ctx, String field) {
    String text = ctx.formParam(field);
    return text == null || text.isBlank() ? null : text.strip();
  }

  /// A day or a time of one that a form may hold, ISO 8601; null where it is blank.
  static @Nullable String day(Context ctx, String field) {
    String given = optional(ctx, field);
    return given == null
        ? null
        : Day.of(given)
            .orElseThrow(() ->
                new BadRequestResponse(
                    "“" + given + "” is no day; write 2031-05-04 or 2031-05-04T17:00."));
  }

  /// One of an enum's values.
  static <E extends Enum<E>> E word(Class<E> type, String word) {
    try {
      return Enum.valueOf(type, word.toUpperCase(Locale.ROOT).replace(' ', '_'));
    } catch (IllegalArgumentException e) {
      throw new BadRequestResponse("“" + word + "” is none of the choices. Load the page again.");
    }
  }

  /// The id that somebody gave as such, or in an address that they copied.
  static String id(String given) {
    return given.replaceFirst("^.*[/#]", "");
  }

  /// A word as a part of an address.
  public static String inAddress(String word) {
    return URLEncoder.encode(word, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /// What a search may be narrowed by, empty where it is not.
  static String query(Context ctx, String name) {
    String text = ctx.queryParam(name);
    return text == null ? "" : text.strip();
  }

  /// A path with a query.
  ///
  /// @param query names and values in turn; what is empty is left out
  public static String address(String path, String... query) {
    StringBuilder address = new StringBuilder(path);
    for (int i = 0; i + 1 < query.length; i += 2) {
      if (!query[i + 1].isEmpty()) {
        address
            .append(address.indexOf("?") < 0 ? '?' : '&')
            .append(query[i])
            .append('=')
            .append(URLEncoder.encode(query[i + 1], StandardCharsets.UTF_8));
      }
    }
    return address.toString();
  }

  /// The part of an axis of time that is asked for, empty for the whole.
  static Optional<Stretch> stretch(Context ctx) {
    String start = query(ctx, "start");
    String end = query(ctx, "end");
    if (!start.matches("-?\\d{1,12}") || !end.matches("-?\\d{1,12}")) {
      return Optional.empty();
    }
    Stretch stretch = new Stretch(Long.parseLong(start), Long.parseLong(end));
    return stretch.length() > 0 ? Optional.of(stretch) : Optional.empty();
  }

  static Claim claim(Snapshot at, String id) {
    return at.claim(id)
        .orElseThrow(() ->
            new NotFoundResponse(
                "No claim goes by "
                    + id
                    + " now; it may have joined another. Look for its words."));
  }

  static Document document(Snapshot at, String hash) {
    return at.view()
        .document(hash)
        .orElseThrow(() -> new NotFoundResponse("No such document is in this case."));
  }

  static Found statement(Snapshot at, String id) {
    return at.statement(id)
        .orElseThrow(() -> new NotFoundResponse("No statement goes by " + id + "."));
  }

  /// A statement in its reading.
  record Found(whence.model.Reading reading, Statement statement) {}

  /// To a page after a change, so that loading it anew decides nothing twice.
  static void back(Context ctx, String address) {
    ctx.redirect(address, HttpStatus.SEE_OTHER);
  }
}
