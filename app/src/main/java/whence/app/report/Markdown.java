package whence.app.report;

import java.util.List;
import java.util.stream.Collectors;
import whence.app.print.Harmless;
import whence.app.report.Composed.Block;
import whence.app.report.Composed.Inline;
import whence.app.report.Composed.Note;
import whence.app.report.Composed.Styled;

/// A composed report as Markdown with footnotes, as Pandoc and most others read them.
final class Markdown {
  private static final String SPECIAL = "\\`*_{}[]<>#+-!|~&^$";

  private final StringBuilder out = new StringBuilder();

  private Markdown() {}

  static String of(Composed report) {
    Markdown markdown = new Markdown();
    markdown.write(report);
    return markdown.out.toString();
  }

  private void write(Composed report) {
    line("# " + text(report.title()));
    if (!report.marks().isEmpty()) {
      line("**" + text(String.join("   ", report.marks())) + "**");
    }
    line("*" + text(report.share()) + "*");
    for (Block block : report.blocks()) {
      switch (block) {
        case Block.Heading it -> line("## " + text(it.text()));
        case Block.Paragraph it -> line(inline(it.inline()));
        case Block.Claim it -> claim(it);
        case Block.Question it -> question(it);
        case Block.Lost it -> line("> **Lost:** " + text(it.text()) + "  \n> " + text(it.why()));
      }
    }
    if (!report.sources().isEmpty()) {
      line("## Documents cited");
      for (Composed.Source source : report.sources()) {
        out.append("- ")
            .append(styled(source.reference()))
            .append(". ")
            .append(text(source.path()))
            .append(source.marks().isEmpty() ? "" : " " + text(source.marks().toString()))
            .append("  \n  SHA-256 `")
            .append(source.sha256())
            .append("`\n");
      }
      out.append('\n');
    }
    line("## How to verify");
    line(
        text(Exports.verify(report))
            + "\n\n    "
            + report.head()
            + "\n\n"
            + text("Made by " + report.program() + "."));
    for (Note note : report.notes()) {
      line("[^" + note.number() + "]: " + styled(note.citation()) + text(note.rest()));
    }
  }

  private void claim(Block.Claim claim) {
    line("> " + text(claim.quoted()));
    line(inline(claim.told()));
    if (!claim.standing().isEmpty()) {
      line("*" + text("Standing: " + String.join("; ", claim.standing()) + ".") + "*");
    }
    if (!claim.by().isEmpty()) {
      line("*" + text(claim.by()) + "*");
    }
  }

  private void question(Block.Question question) {
    line("### " + text(question.text()));
    line("*" + text("On record: " + question.state()) + "*");
    if (!question.finding().isEmpty()) {
      line("**Finding:** " + inline(question.finding()));
    }
    side("For it", question.pro());
    side("Against it", question.contra());
    if (!question.more().isEmpty()) {
      line("*" + text(question.more()) + "*");
    }
  }

  private void side(String name, List<Block.Claim> claims) {
    if (!claims.isEmpty()) {
      line("#### " + name);
      claims.forEach(this::claim);
    }
  }

  private void line(String text) {
    out.append(text).append("\n\n");
  }

  private static String inline(List<Inline> inline) {
    return inline.stream()
        .map(each ->
            switch (each) {
              case Inline.Words it -> text(it.text());
              case Inline.Mark it -> "[^" + it.note() + "]";
              case Inline.Lost it -> "**" + text(Exports.lost(it)) + "**";
            })
        .collect(Collectors.joining());
  }

  private static String styled(List<Styled> pieces) {
    return pieces.stream()
        .map(each -> each.italic() ? "*" + text(each.text()) + "*" : text(each.text()))
        .collect(Collectors.joining());
  }

  /// On one line, with nothing in it that Markdown or the HTML within it would act on.
  private static String text(String text) {
    StringBuilder escaped = new StringBuilder();
    for (char c :
        Harmless.line(text).strip().length() == 0
            ? new char[0]
            : Harmless.line(text).toCharArray()) {
      if (SPECIAL.indexOf(c) >= 0) {
        escaped.append('\\');
      }
      escaped.append(c);
    }
    // A number and a dot at a line's beginning would begin a list.
    return escaped.toString().replaceFirst("^(\\s*\\d+)([.)])", "$1\\\\$2");
  }
}
