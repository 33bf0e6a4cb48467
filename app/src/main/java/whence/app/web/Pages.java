package whence.app.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.javalin.http.Context;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import whence.app.print.HarmlessHtml;

/// Makes pages from templates: everything that comes from a document is escaped for where it
/// stands, and what would change the look of what stands around it appears as a visible sign.
public final class Pages {
  private static final TemplateEngine TEMPLATES =
      TemplateEngine.createPrecompiled(ContentType.Html);

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.ENGLISH);

  /// Of the case when a request came in: what changes while it is answered the page must still ask
  /// for.
  static final String SEEN = "seen";

  private final Door door;
  private final Supplier<String> person;

  /// @param person who is at work
  Pages(Door door, Supplier<String> person) {
    this.door = door;
    this.person = person;
  }

  /// A moment, on this machine's clock.
  public static String moment(Instant moment) {
    return MOMENT.format(moment.atZone(ZoneId.systemDefault()));
  }

  /// Answers with a page.
  ///
  /// @param part of the workbench, to mark in its navigation
  void show(Context ctx, String template, String title, String part, Object model) {
    Map<String, Object> parameters = new HashMap<>();
    parameters.put(
        "page",
        new Page(
            title,
            part,
            Objects.requireNonNullElse(door.csrf(ctx), ""),
            Objects.requireNonNullElse(ctx.<Long>attribute(SEEN), 0L),
            ctx.path(),
            person.get()));
    parameters.put("model", model);
    StringOutput out = new StringOutput();
    TEMPLATES.render("web/" + template, parameters, new HarmlessHtml(out));
    ctx.html(out.toString());
  }
}
