package whence.app.print;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import whence.app.print.Terminal.Run;
import whence.app.print.Terminal.Style;
import whence.model.Claim;
import whence.model.ClaimReview;
import whence.model.Document;
import whence.model.Entry;
import whence.model.Likelihood;
import whence.model.Link;
import whence.model.Passage;
import whence.model.Review;
import whence.model.SourceKind;
import whence.model.Span;
import whence.model.Stance;
import whence.model.Statement;
import whence.model.Text;
import whence.model.Time;

/// Documents, statements and claims as a person wants to read them.
public final class Plain {
  private static final String INDENT = "    ";
  private static final int SURROUNDINGS = 200;

  private final Terminal screen;

  public Plain(Terminal screen) {
    this.screen = screen;
  }

  /// "1 document", "2 documents".
  public static String count(long number, String one) {
    return count(number, one, one + "s");
  }

  public static String count(long number, String one, String many) {
    return String.format(Locale.ROOT, "%,d", number) + " " + (number == 1 ? one : many);
  }

  public void document(Document document) {
    screen.line(Run.of(document.path(), Style.BOLD), Run.plain("  "), status(document.status()));
    List<String> facts = new ArrayList<>();
    add(facts, document.title() == null ? null : "“" + document.title() + "”");
    add(facts, document.author() == null ? null : "by " + document.author());
    add(facts, document.publisher());
    add(
        facts,
        document.republishedFrom() == null
            ? null
            : "republished from " + document.republishedFrom());
    add(facts, document.date() == null ? null : when(document.date()));
    add(facts, document.pages() == null ? null : count(document.pages(), "page"));
    if (document.characters() > 0) {
      facts.add(count(document.characters(), "character"));
    }
    facts.add(document.mediaType());
    screen.paragraph(INDENT, INDENT, Run.plain(String.join(" · ", facts)));
    if (!document.handling().isEmpty()) {
      screen.paragraph(
          INDENT,
          INDENT,
          Run.plain("marked "),
          Run.of(String.join("; ", document.handling()), Style.YELLOW));
    }
    if (!document.alsoAt().isEmpty()) {
      screen.paragraph(
          INDENT, INDENT, Run.plain("also at " + String.join(", ", document.alsoAt())));
    }
    if (document.why() != null) {
      screen.paragraph(INDENT, INDENT, Run.of(document.why(), Style.RED));
    }
  }

  /// A file that could not even be opened.
  public void refused(String path, String why) {
    screen.line(Run.of(path, Style.BOLD), Run.plain("  "), status(Document.Status.NOT_READ));
    screen.paragraph(INDENT, INDENT, Run.of(why, Style.RED));
  }

  private static void add(List<String> facts, @Nullable String fact) {
    if (fact != null && !fact.isBlank()) {
      facts.add(fact);
    }
  }

  private static Run status(Document.Status status) {
    return switch (status) {
      case READ -> Run.of("read", Style.GREEN);
      case PARTLY_READ -> Run.of("partly read", Style.YELLOW);
      case NOT_READ -> Run.of("not read", Style.RED);
    };
  }

  /// The value, and the words it was read from.
  public static String when(Time time) {
    String value = time.value();
    String text = time.text();
    if (value == null) {
      return text == null ? "undated" : "“" + text + "” (no date can be told)";
    }
    return text == null || text.equals(value) ? value : value + " (“" + text + "”)";
  }

  /// @param text of the document it stands in
  public void statement(Statement statement, Text text, Review review) {
    Integer page = text.pageAt(statement.extent().start());
    List<Run> head = new ArrayList<>();
    head.add(Run.of(statement.id(), Style.FAINT));
    head.add(Run.plain(" "));
    head.addAll(chain(statement.chain()));
    if (statement.stance() != Stance.ASSERTS) {
      head.add(Run.of(" " + stance(statement.stance()), Style.MAGENTA));
    }
    String indent = "  " + "  ".repeat(Math.min(statement.depth(), 4));
    screen.paragraph(indent, indent + "  ", head.toArray(Run[]::new));
    screen.paragraph(indent + "  ", indent + "  ", Run.plain(content(statement)));
    List<String> notes = notes(statement);
    if (page != null) {
      notes.addFirst("page " + page);
    }
    notes.add(sureness(statement.score()));
    notes.add(review(review));
    screen.paragraph(indent + "  ", indent + "  ", Run.of(String.join(" · ", notes), Style.FAINT));
  }

  private static String sureness(double score) {
    return String.format(Locale.ROOT, "%.0f %% sure", 100 * score);
  }

  /// Who has made what of it.
  public static String review(Review review) {
    String word = JsonLines.word(review.state(), " ");
    String by = review.by() == null ? "" : " by " + review.by();
    String source =
        review.correctedSource() == null ? "" : ": the source is " + review.correctedSource();
    return word + by + source;
  }

  private static List<String> notes(Statement statement) {
    List<String> notes = new ArrayList<>();
    if (statement.kind() == Statement.Kind.OWN) {
      notes.add("in its own voice");
    }
    for (Likelihood likelihood : statement.likelihood()) {
      notes.add(
          "“"
              + likelihood.words().text()
              + "”"
              + (likelihood.scale() == null
                  ? ""
                  : " ("
                      + likelihood.scale()
                      + ": "
                      + likelihood.low()
                      + "–"
                      + likelihood.high()
                      + ")"));
    }
    if (statement.analyticConfidence() != null) {
      notes.add(JsonLines.word(statement.analyticConfidence(), " ") + " confidence");
    }
    statement.backing().forEach(backing -> notes.add(JsonLines.word(backing, " ")));
    if (statement.forecast()) {
      notes.add("forecast");
    }
    if (statement.speakerRole() != null) {
      notes.add(JsonLines.word(statement.speakerRole(), " "));
    }
    if (statement.said() != null) {
      notes.add("said " + when(statement.said()));
    }
    for (Time about : statement.about()) {
      notes.add("about " + when(about));
    }
    return notes;
  }

  public static String stance(Stance stance) {
    return switch (stance) {
      case ASSERTS -> "says";
      case DENIES -> "denies";
      case DOUBTS -> "doubts";
      case DECLINES -> "declines to comment on";
      case SILENT -> "did not answer on";
      case ASKS -> "asks";
    };
  }

  private static String content(Statement statement) {
    return statement.content().isEmpty()
        ? "(nothing is said of what)"
        : statement.content().stream().map(Passage::text).collect(Collectors.joining(" … "));
  }

  /// Who says so, outermost first.
  public static List<Run> chain(List<Link> chain) {
    List<Run> runs = new ArrayList<>();
    for (Link link : chain) {
      if (!runs.isEmpty()) {
        runs.add(Run.of(" → ", Style.FAINT));
      }
      runs.add(
          link.role() == Link.Role.PUBLISHER
              ? Run.plain(name(link))
              : Run.of(name(link), Style.CYAN));
    }
    return runs;
  }

  public static String name(Link link) {
    String name = link.name() != null ? link.name() : link.as();
    if (name != null) {
      return link.kind() == SourceKind.ANONYMOUS ? name + " (unnamed)" : name;
    }
    return link.role() == Link.Role.PUBLISHER ? "the document" : "somebody unstated";
  }

  /// A claim in brief, with the reasons for its standing.
  public void claim(Claim claim, ClaimReview review) {
    screen.paragraph(
        "", "  ", Run.of(claim.id() + " ", Style.FAINT), Run.of(claim.text(), Style.BOLD));
    List<Run> standing = new ArrayList<>();
    standing.add(Run.of(origins(claim.origins()), colour(claim)));
    standing.add(
        Run.plain(
            " · "
                + count(claim.statements().size(), "statement")
                + " in "
                + count(claim.documents(), "document")
                + " · credibility "
                + claim.grade().credibility()
                + " ("
                + credibility(claim.grade().credibility())
                + ")"));
    if (!claim.deniedBy().isEmpty()) {
      standing.add(Run.of(" · denied " + times(claim.deniedBy().size()), Style.MAGENTA));
    }
    if (!claim.contradicts().isEmpty()) {
      standing.add(
          Run.of(
              " · contradicted by " + count(claim.contradicts().size(), "claim"), Style.MAGENTA));
    }
    screen.paragraph(INDENT, INDENT, standing.toArray(Run[]::new));
    for (String why : claim.origins().why()) {
      screen.paragraph(INDENT + "- ", INDENT + "  ", Run.plain(why));
    }
    screen.paragraph(INDENT + "- ", INDENT + "  ", Run.plain(claim.grade().why()));
    if (review.rejection() != null) {
      screen.paragraph(
          INDENT + "- ",
          INDENT + "  ",
          Run.of("rejected by " + review.rejection().by(), Style.RED),
          Run.plain(because(review.rejection().why())));
    }
    for (ClaimReview.Tie tie : review.ties()) {
      screen.paragraph(
          INDENT + "- ",
          INDENT + "  ",
          Run.plain(relation(tie) + " "),
          Run.of(tie.claim(), Style.FAINT),
          Run.plain(", says " + tie.by() + because(tie.why())));
    }
  }

  private static String because(@Nullable String why) {
    return why == null ? "" : ": " + why;
  }

  private static String relation(ClaimReview.Tie tie) {
    return switch (tie.relation()) {
      case CONTRADICTS -> "contradicts";
      case SUPPORTS -> tie.toIt() ? "supports" : "is supported by";
      case UNRELATED -> "has nothing to do with";
    };
  }

  /// A decision, with what became of it.
  public void decision(
      long number, Instant at, Entry.Decided entry, boolean undone, boolean orphaned) {
    screen.paragraph(
        "",
        "    ",
        Run.of(number + " ", Style.FAINT),
        Run.of(entry.by(), Style.CYAN),
        Run.plain(" " + DecisionWords.what(entry)),
        Run.plain(because(entry.why())),
        undone
            ? Run.of(" (undone)", Style.YELLOW)
            : orphaned
                ? Run.of(" (orphaned: its words are not found today)", Style.RED)
                : Run.plain(""));
    screen.line(Run.of(INDENT + at.truncatedTo(ChronoUnit.SECONDS), Style.FAINT));
  }

  private static Style colour(Claim claim) {
    return claim.origins().atLeast() >= 2 ? Style.GREEN : Style.YELLOW;
  }

  private static String times(int number) {
    return number == 1 ? "once" : number == 2 ? "twice" : number + " times";
  }

  /// "2 to 3 independent origins".
  public static String origins(Claim.Origins origins) {
    return origins.atLeast() == origins.atMost()
        ? count(origins.atLeast(), "independent origin")
        : origins.atLeast() + " to " + origins.atMost() + " independent origins";
  }

  /// The Admiralty scale's words.
  public static String credibility(int grade) {
    return switch (grade) {
      case 1 -> "confirmed by other sources";
      case 2 -> "probably true";
      case 3 -> "possibly true";
      case 4 -> "doubtful";
      case 5 -> "improbable";
      default -> "cannot be judged";
    };
  }

  /// A statement's passages, marked in the text around them.
  public void surroundings(Text text, Statement statement) {
    String characters = text.characters();
    Span extent = statement.extent();
    int start = wordEdge(characters, Math.max(0, extent.start() - SURROUNDINGS), -1);
    int end = wordEdge(characters, Math.min(characters.length(), extent.end() + SURROUNDINGS), 1);
    List<Marked> marks = new ArrayList<>();
    statement.source().forEach(passage -> marks.add(new Marked(passage.span(), Style.CYAN)));
    statement.cue().forEach(passage -> marks.add(new Marked(passage.span(), Style.YELLOW)));
    statement.content().forEach(passage -> marks.add(new Marked(passage.span(), Style.MARKED)));
    marks.sort(Comparator.comparing(Marked::span));
    List<Run> runs = new ArrayList<>();
    runs.add(Run.plain(start > 0 ? "… " : ""));
    int at = start;
    for (Marked mark : marks) {
      if (mark.span().start() >= at && mark.span().end() <= end) {
        runs.add(Run.plain(characters.substring(at, mark.span().start())));
        runs.add(Run.of(mark.span().of(characters), mark.style()));
        at = mark.span().end();
      }
    }
    runs.add(Run.plain(characters.substring(at, end)));
    runs.add(Run.plain(end < characters.length() ? " …" : ""));
    screen.paragraph("  │ ", "  │ ", runs.toArray(Run[]::new));
  }

  private record Marked(Span span, Style style) {}

  private static int wordEdge(String text, int at, int step) {
    int edge = at;
    for (int i = 0; i < 30 && edge > 0 && edge < text.length(); i++) {
      if (Character.isWhitespace(text.charAt(step < 0 ? edge - 1 : edge))) {
        return edge;
      }
      edge += step;
    }
    return edge <= 0 || edge >= text.length() ? Math.clamp(edge, 0, text.length()) : at;
  }
}
