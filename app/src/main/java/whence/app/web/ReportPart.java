package whence.app.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import whence.app.decide.Words;
import whence.app.draft.Citation;
import whence.app.draft.Draft;
import whence.app.draft.Drafts;
import whence.app.draft.Item;
import whence.app.report.Composer;
import whence.app.report.Exports;
import whence.app.report.NoteStyle;
import whence.ask.Asked;
import whence.ask.Inquiry;
import whence.model.Anchor;
import whence.model.Claim;
import whence.model.Document;
import whence.model.Reading;
import whence.model.Span;
import whence.model.StatementAnchor;
import whence.model.WhenceException;

/// Reports that people write from the case.
final class ReportPart implements Part {
  /// Enough of a claim's statements to find it again by.
  private static final int HELD = 24;

  private static final int LONGEST_TEXT = 100_000;
  private static final int LONGEST_LINE = 300;

  private final Desk desk;
  private final Pages pages;
  private final Drafts drafts;

  ReportPart(Desk desk, Pages pages) {
    this.desk = desk;
    this.pages = pages;
    this.drafts = new Drafts(desk.tools().folder().resolve(Drafts.FOLDER));
  }

  @Override
  public void route(RoutesConfig routes) {
    routes.get("/report", this::list);
    routes.post("/report", this::begin);
    routes.post("/report/add", this::addFromElsewhere);
    routes.get("/report/{name}", this::builder);
    routes.get("/report/{name}/revision", ctx -> ctx.result("" + draft(ctx).revision()));
    routes.get("/report/{name}/revisions", this::revisions);
    routes.get("/report/{name}/export", this::export);
    routes.post("/report/{name}/restore", this::restore);
    routes.post("/report/{name}/title", this::title);
    routes.post("/report/{name}/items", this::add);
    routes.post("/report/{name}/items/{id}/text", this::text);
    routes.post("/report/{name}/items/{id}/move", this::move);
    routes.post("/report/{name}/items/{id}/remove", this::remove);
    routes.post("/report/{name}/items/{id}/cite", this::cite);
  }

  private void list(Context ctx) {
    String claim = Requested.query(ctx, "claim");
    String question = Requested.query(ctx, "question");
    pages.show(
        ctx,
        "reports.jte",
        "Reports",
        "report",
        new Reports(
            drafts.all(),
            claim.isEmpty() ? null : Requested.claim(desk.now(), claim),
            question.isEmpty() ? null : question(question)));
  }

  private void begin(Context ctx) {
    Requested.back(ctx, at(drafts.begin(line(ctx, "title"), desk.person())));
  }

  private void builder(Context ctx) {
    Draft draft = draft(ctx);
    String words = Requested.query(ctx, "words");
    boolean asks = draft.items().stream().anyMatch(Item.OfQuestion.class::isInstance);
    int last =
        draft.items().stream()
            .filter(Item.Written.class::isInstance)
            .mapToInt(Item::id)
            .reduce(0, (_, id) -> id);
    int to = Requested.number(ctx.queryParam("to"), last);
    Snapshot at = desk.now();
    pages.show(
        ctx,
        "report.jte",
        draft.title(),
        "report",
        BuilderPage.of(
            at,
            draft,
            asks ? answers(desk.worked(Inquired.STUDY)) : List.of(),
            desk.tools().inquiry(),
            words.isEmpty() ? null : desk.searched().value(),
            words,
            to));
  }

  private void revisions(Context ctx) {
    Draft draft = draft(ctx);
    pages.show(
        ctx,
        "revisions.jte",
        draft.title(),
        "report",
        new Revisions(draft, drafts.revisions(draft.name())));
  }

  private void restore(Context ctx) {
    Draft restored =
        drafts.restore(
            draft(ctx).name(), Requested.number(ctx.formParam("revision")), desk.person());
    desk.drafted();
    Requested.back(ctx, at(restored));
  }

  private void title(Context ctx) {
    String title = line(ctx, "title");
    Requested.back(ctx, at(change(ctx, "named it “" + title + "”", draft -> draft.titled(title))));
  }

  /// From a page of something else: to the only report, to a new one where there is none, else to
  /// the one that a person chooses.
  private void addFromElsewhere(Context ctx) {
    Snapshot at = desk.now();
    Draft.Maker maker = chosen(ctx, at);
    String name = Requested.optional(ctx, "name");
    List<Draft> all = drafts.all();
    if (name == null && all.size() > 1) {
      String claim = ctx.formParam("claim");
      Requested.back(
          ctx,
          claim != null
              ? "/report?claim=" + claim
              : "/report?question=" + ctx.formParam("question"));
      return;
    }
    if (name == null) {
      name = (all.isEmpty() ? drafts.begin("Report", desk.person()) : all.getFirst()).name();
    }
    Draft draft = drafts.change(name, desk.person(), what(maker), now -> now.with(maker, -1));
    desk.drafted();
    Requested.back(ctx, at(draft) + "#i-" + (draft.next() - 1));
  }

  private void add(Context ctx) {
    Draft.Maker maker = chosen(ctx, desk.now());
    int after = Requested.number(ctx.formParam("after"), -1);
    Draft draft = change(ctx, what(maker), now -> now.with(maker, after));
    Requested.back(ctx, at(draft) + looking(ctx) + "#i-" + (draft.next() - 1));
  }

  /// What a form asks to be added.
  private Draft.Maker chosen(Context ctx, Snapshot at) {
    String claim = Requested.optional(ctx, "claim");
    if (claim != null) {
      return claim(at, Requested.claim(at, claim));
    }
    String question = Requested.optional(ctx, "question");
    if (question != null) {
      Inquiry.Question asked = question(question);
      return (id, revision) -> new Item.OfQuestion(id, revision, asked.id(), asked.text());
    }
    String heading = Requested.optional(ctx, "heading");
    if (heading != null) {
      String line = cut(heading, LONGEST_LINE);
      return (id, revision) -> new Item.Heading(id, revision, line);
    }
    return (id, revision) -> new Item.Written(id, revision, "", List.of());
  }

  private static Draft.Maker claim(Snapshot at, Claim claim) {
    List<Citation> citations =
        claim.statements().stream()
            .limit(HELD)
            .flatMap(id -> at.statement(id).stream())
            .map(found -> StatementAnchor.to(found.reading(), found.statement()))
            .map(held -> new Citation(0, held.statement(), held.anchor()))
            .toList();
    return (id, revision) -> new Item.OfClaim(id, revision, claim.text(), citations);
  }

  private static String what(Draft.Maker maker) {
    return switch (maker.make(0, 0)) {
      case Item.OfClaim it -> "added the claim “" + cut(it.text(), LONGEST_LINE) + "”";
      case Item.OfQuestion it -> "added the question “" + it.text() + "”";
      case Item.Heading it -> "added the heading “" + it.text() + "”";
      case Item.Written _ -> "began a text";
    };
  }

  /// Saves what a person wrote; the page's script asks too, and is told the new revision.
  private void text(Context ctx) {
    String given = ctx.formParam("text");
    String text = given == null ? null : given.replace("\r\n", "\n");
    long seen = Requested.number(ctx.formParam("seen"));
    if (text == null || text.length() > LONGEST_TEXT) {
      throw new BadRequestResponse(
          "A text of at most " + LONGEST_TEXT + " characters is needed here.");
    }
    int id = id(ctx);
    Draft draft =
        change(
            ctx,
            "wrote",
            now -> {
              Item item = item(now, id);
              return text(item).equals(text)
                  ? now
                  : now.changed(id, seen, each -> written(each, now.revision() + 1, text));
            });
    if (ctx.header("X-Whence-Csrf") != null) {
      ctx.contentType("application/json")
          .result(
              "{\"revision\":%d,\"seen\":%d}"
                  .formatted(draft.revision(), item(draft, id).revision()));
    } else {
      Requested.back(ctx, at(draft) + "#i-" + id);
    }
  }

  private static String text(Item item) {
    return switch (item) {
      case Item.Heading it -> it.text();
      case Item.Written it -> it.text();
      case Item.OfClaim it -> it.text();
      case Item.OfQuestion it -> it.text();
    };
  }

  private static Item written(Item item, long revision, String text) {
    return switch (item) {
      case Item.Heading it -> new Item.Heading(it.id(), revision, cut(text.strip(), LONGEST_LINE));
      case Item.Written it -> new Item.Written(it.id(), revision, text, it.citations());
      case Item.OfClaim it -> it;
      case Item.OfQuestion it -> it;
    };
  }

  private void move(Context ctx) {
    int id = id(ctx);
    String to = ctx.formParam("to");
    int by = "up".equals(ctx.formParam("by")) ? -1 : 1;
    Draft draft =
        change(
            ctx,
            "moved a part",
            now -> now.moved(id, to == null ? now.position(id) + by : Requested.number(to)));
    Requested.back(ctx, at(draft) + "#i-" + id);
  }

  private void remove(Context ctx) {
    int id = id(ctx);
    Draft before = draft(ctx);
    int place = before.item(id).isPresent() ? before.position(id) : 0;
    Draft draft = change(ctx, "took a part out", now -> now.without(id));
    Requested.back(
        ctx,
        at(draft)
            + (draft.items().isEmpty()
                ? ""
                : "#i-" + draft.items().get(Math.min(place, draft.items().size() - 1)).id()));
  }

  /// Puts a citation into a text, at an offset or at its end.
  private void cite(Context ctx) {
    int id = id(ctx);
    int place = Requested.number(ctx.formParam("at"), Integer.MAX_VALUE);
    Citation wanted = citation(ctx);
    Draft draft =
        change(
            ctx,
            "cited a passage",
            now -> {
              if (!(item(now, id) instanceof Item.Written it)) {
                throw new BadRequestResponse("Only a written text can cite.");
              }
              return now.changed(
                  id, it.revision(), _ -> citing(it, now.revision() + 1, wanted, place));
            });
    Requested.back(ctx, at(draft) + looking(ctx) + "#i-" + id);
  }

  private static Item.Written citing(Item.Written it, long revision, Citation wanted, int place) {
    Optional<Citation> known =
        it.citations().stream().filter(each -> each.anchor().equals(wanted.anchor())).findFirst();
    int next = it.citations().stream().mapToInt(Citation::number).max().orElse(0) + 1;
    Citation citation =
        known.orElseGet(() -> new Citation(next, wanted.statement(), wanted.anchor()));
    int offset = Math.clamp(place, 0, it.text().length());
    String text =
        it.text().substring(0, offset)
            + "[@"
            + citation.number()
            + "]"
            + it.text().substring(offset);
    List<Citation> citations = new java.util.ArrayList<>(it.citations());
    if (known.isEmpty()) {
      citations.add(citation);
    }
    return new Item.Written(it.id(), revision, text, citations);
  }

  private Citation citation(Context ctx) {
    Snapshot at = desk.now();
    String statement = Requested.optional(ctx, "statement");
    if (statement != null) {
      Requested.Found found = Requested.statement(at, statement);
      StatementAnchor held = StatementAnchor.to(found.reading(), found.statement());
      return new Citation(0, held.statement(), held.anchor());
    }
    Document document = Requested.document(at, Requested.text(ctx, "document"));
    String words = Requested.text(ctx, "passage");
    Reading reading =
        at.view()
            .reading(document.sha256())
            .orElseThrow(() -> new NotFoundResponse("This document has no text."));
    Span place =
        Words.places(reading.text().characters(), words).stream()
            .findFirst()
            .orElseThrow(() -> new NotFoundResponse("These words do not stand in it."));
    return new Citation(0, null, Anchor.to(document.sha256(), reading.text(), place, "content"));
  }

  private void export(Context ctx) {
    Draft draft = draft(ctx);
    Exports.Format format = Exports.Format.of(Requested.query(ctx, "format"));
    NoteStyle style = NoteStyle.of(Requested.query(ctx, "style"));
    if (format == null || style == null) {
      throw new BadRequestResponse("Choose a format and a citation style.");
    }
    Snapshot at = desk.now();
    boolean asks = draft.items().stream().anyMatch(Item.OfQuestion.class::isInstance);
    Worked<Inquired> inquired = asks ? desk.worked(Inquired.STUDY) : new Worked<>(null, true);
    if (!at.current() || !inquired.current()) {
      throw new WhenceException(
          "The case is being weighed, or its questions answered, anew; a report of before would mislead. Go back and export again in a moment.");
    }
    ctx.contentType(format.mediaType());
    ctx.header(
        "Content-Disposition",
        "attachment; filename=\"" + draft.name() + "." + format.extension() + "\"");
    new Exports(
            new Composer(
                at.view(),
                at.weighing(),
                at::evidence,
                Objects.requireNonNullElse(answers(inquired), List.of())),
            desk.head(),
            desk.program())
        .write(draft, style, format, ctx.outputStream());
  }

  /// Null while they are not worked out.
  private static @Nullable List<Asked> answers(Worked<Inquired> inquired) {
    return inquired.value() == null ? null : inquired.value().asked();
  }

  private Draft change(Context ctx, String what, UnaryOperator<Draft> change) {
    Draft draft = drafts.change(draft(ctx).name(), desk.person(), what, change);
    desk.drafted();
    return draft;
  }

  private Draft draft(Context ctx) {
    return drafts
        .latest(ctx.pathParam("name"))
        .orElseThrow(() -> new NotFoundResponse("No report goes by this name."));
  }

  private Inquiry.Question question(String id) {
    return desk.tools()
        .inquiry()
        .question(id)
        .orElseThrow(() -> new NotFoundResponse("The inquiry has no question " + id + "."));
  }

  private static Item item(Draft draft, int id) {
    return draft.items().get(draft.position(id));
  }

  private static int id(Context ctx) {
    return Requested.number(ctx.pathParam("id"));
  }

  private static String line(Context ctx, String field) {
    return cut(Requested.text(ctx, field).replaceAll("\\s+", " "), LONGEST_LINE);
  }

  private static String cut(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length);
  }

  private static String at(Draft draft) {
    return "/report/" + draft.name();
  }

  /// So that a person who adds several things finds what they looked for still there.
  private static String looking(Context ctx) {
    String words = Requested.optional(ctx, "words");
    String to = Requested.optional(ctx, "to");
    return words == null
        ? ""
        : "?words="
            + java.net.URLEncoder.encode(words, java.nio.charset.StandardCharsets.UTF_8)
            + (to == null ? "" : "&to=" + Requested.number(to, 0));
  }
}
