package whence.app.print;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import whence.ask.Obstacles;
import whence.ask.Obstacles.Obstacle;
import whence.ask.Reply;

/// The sheet for responsible communication as Markdown, to be filled in before publication.
public final class ReadySheet {
  private ReadySheet() {}

  /// What stands in the way, in words.
  public static String title(Obstacles.Kind kind) {
    return switch (kind) {
      case NO_REPLY -> "Criticised, and not heard on it";
      case REPLY_PENDING -> "Asked, and the deadline has not passed";
      case ONE_ORIGIN -> "Taken up on one origin";
      case FORECAST_AS_FACT -> "An open forecast told as fact";
    };
  }

  /// The questions of Grant v. Torstar Corp., 2009 SCC 61, for people to answer.
  public static String of(Instant at, List<Obstacle> obstacles, List<Reply> replies) {
    StringBuilder out = new StringBuilder();
    out.append("# Responsible communication: a sheet to fill in before publication\n\n");
    out.append("Made ")
        .append(at.truncatedTo(ChronoUnit.SECONDS))
        .append(". An aid, not advice.\n\n");
    for (String question :
        List.of(
            "How serious is the allegation?",
            "Of what public importance is the matter?",
            "How urgent is it, and could it have waited for more?",
            "What is the standing and reliability of each source?",
            "Was the other side sought, and is what came back accurately reported?",
            "Is it necessary to include the defamatory statement?",
            "Is the point that the statement was made, rather than that it is true?",
            "What else bears on whether this was responsible?")) {
      out.append("- [ ] ").append(question).append("\n\n      \n\n");
    }
    out.append("## Requests for comment on record\n\n");
    for (Reply reply : replies) {
      out.append("- ")
          .append(Letter.text(reply.to().isEmpty() ? "somebody unnamed" : reply.to()))
          .append(": ")
          .append(JsonLines.word(reply.answer(), " "))
          .append(reply.about().isEmpty() ? "" : ", about “" + Letter.text(reply.about()) + "”")
          .append(reply.suggested() ? " (suggested)" : "")
          .append('\n');
    }
    out.append("\n## What stood in the way when this was made\n\n");
    for (Obstacle each : obstacles) {
      out.append("- [ ] ")
          .append(title(each.kind()))
          .append(": ")
          .append(each.who().isEmpty() ? "" : Letter.text(each.who()) + ", ")
          .append("“")
          .append(Letter.text(each.text()))
          .append("” (")
          .append(Letter.text(each.why()))
          .append("; ")
          .append(String.join(", ", each.evidence()))
          .append(")\n");
    }
    return out.toString();
  }
}
