package whence.app.web;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
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

  /// A word as a part of an address.
  public static String inAddress(String word) {
    return URLEncoder.encode(word, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /// What a search may be narrowed by, empty where it is not.
  static String query(Context ctx, String name) {
    String text = ctx.queryParam(name);
    return text == null ? "" : text.strip();
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
