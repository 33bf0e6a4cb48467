package whence.app.print;

import java.util.List;
import whence.app.print.Terminal.Run;
import whence.app.print.Terminal.Style;
import whence.model.Claim;

/// What withdrawing a source changes, as a person wants to read it.
public final class RecallLines {
  private static final int MOST_SHOWN = 60;

  private final Terminal screen;

  public RecallLines(Terminal screen) {
    this.screen = screen;
  }

  /// @param lost how many of the claim's statements count no more; 0 where only a rival's do
  /// @param reported how the report tells it; empty where it does not
  public record OfClaim(
      Claim before, Claim after, int lost, String reported, String reportedAfter) {}

  /// @param id of a question
  public record OfQuestion(String id, String text, String before, String after) {}

  /// @param before ids of hypotheses, in their order
  public record Recall(
      List<OfClaim> claims, List<OfQuestion> questions, List<String> before, List<String> after) {
    public Recall {
      claims = List.copyOf(claims);
      questions = List.copyOf(questions);
      before = List.copyOf(before);
      after = List.copyOf(after);
    }
  }

  public void recall(String source, Recall recall) {
    screen.heading("Claims that stood on " + source);
    for (OfClaim each : recall.claims().stream().limit(MOST_SHOWN).toList()) {
      screen.paragraph(
          "",
          "    ",
          Run.of(each.after().id() + " ", Style.FAINT),
          Run.of(each.after().text(), Style.BOLD));
      String before = standing(each.before());
      String after = standing(each.after());
      screen.paragraph(
          "    ",
          "    ",
          Run.of(
              each.lost() == 0
                  ? "what stood against it changes: "
                  : Plain.count(each.lost(), "statement counts", "statements count") + " no more: ",
              Style.FAINT),
          Run.plain(before.equals(after) ? before + ", as before" : before + "; now " + after));
      if (!each.reported().isEmpty() || !each.reportedAfter().isEmpty()) {
        screen.paragraph(
            "    ",
            "    ",
            Run.of(
                "in the report: "
                    + (each.reported().isEmpty() ? "not told" : each.reported())
                    + (each.reported().equals(each.reportedAfter())
                        ? ""
                        : "; now "
                            + (each.reportedAfter().isEmpty() ? "not told" : each.reportedAfter())),
                Style.FAINT));
      }
    }
    screen.line(
        Plain.count(recall.claims().size(), "claim")
            + (recall.claims().size() > MOST_SHOWN
                ? "; the first " + MOST_SHOWN + " are shown, --json lists all."
                : "."));
    if (!recall.questions().isEmpty()) {
      screen.blank();
      screen.heading("Questions");
      for (OfQuestion each : recall.questions()) {
        screen.paragraph(
            "",
            "    ",
            Run.of(each.id() + " ", Style.BOLD),
            Run.plain(each.text() + ": "),
            Run.plain(
                each.before().equals(each.after())
                    ? each.before() + ", as before"
                    : each.before() + "; now " + each.after()));
      }
    }
    if (!recall.before().isEmpty()) {
      screen.blank();
      screen.line(
          "Hypotheses, the least inconsistent first: "
              + String.join(", ", recall.before())
              + (recall.before().equals(recall.after())
                  ? ", as before"
                  : "; now " + String.join(", ", recall.after())));
    }
    screen.blank();
  }

  private static String standing(Claim claim) {
    return Plain.origins(claim.origins()) + ", credibility " + claim.grade().credibility();
  }

  /// A line for each.
  public static void json(JsonLines json, Recall recall) {
    for (OfClaim each : recall.claims()) {
      json.line(line ->
          line.text("what", "claim")
              .text("id", each.after().id())
              .text("text", each.after().text())
              .object("before", each.before(), claim -> standing(line, claim))
              .object("after", each.after(), claim -> standing(line, claim))
              .number("statements", (Integer) each.lost())
              .text("report", each.reported().isEmpty() ? null : each.reported())
              .text("reportAfter", each.reportedAfter().isEmpty() ? null : each.reportedAfter()));
    }
    for (OfQuestion each : recall.questions()) {
      json.line(line ->
          line.text("what", "question")
              .text("id", each.id())
              .text("text", each.text())
              .text("before", each.before())
              .text("after", each.after()));
    }
    if (!recall.before().isEmpty()) {
      json.line(line ->
          line.text("what", "hypotheses")
              .texts("before", recall.before())
              .texts("after", recall.after()));
    }
  }

  private static void standing(JsonLines line, Claim claim) {
    line.number("atLeast", (Integer) claim.origins().atLeast())
        .number("atMost", (Integer) claim.origins().atMost())
        .number("credibility", (Integer) claim.grade().credibility());
  }
}
