package whence.app.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import whence.app.print.JsonLines;
import whence.app.print.Plain;
import whence.app.print.Terminal;
import whence.app.print.Terminal.Run;
import whence.app.print.Terminal.Style;
import whence.ask.Telling;
import whence.model.Sha256;

/// Draws tellings for people: those of one mail as one, with its lines below.
final class ToldLines {
  private static final int LONGEST = 160;

  private final Terminal screen;
  private final Function<Sha256, String> paths;

  ToldLines(Terminal screen, Function<Sha256, String> paths) {
    this.screen = screen;
    this.paths = paths;
  }

  void all(List<Telling> tellings) {
    Telling before = null;
    for (Telling telling : tellings) {
      if (before != null && isOneMail(before, telling)) {
        text(telling);
      } else {
        one(telling);
      }
      before = telling;
    }
  }

  private static boolean isOneMail(Telling before, Telling telling) {
    return telling.certainty() == before.certainty()
        && telling.fact() == before.fact()
        && telling.through() != null
        && telling.through().equals(before.through())
        && Objects.equals(telling.by(), before.by())
        && Objects.equals(telling.when(), before.when())
        && Objects.equals(telling.document(), before.document())
        && telling.to().equals(before.to());
  }

  void one(Telling telling) {
    List<String> facts = new ArrayList<>();
    facts.add(telling.when() == null ? "no date" : Plain.when(telling.when()));
    if (telling.through() != null) {
      facts.add(telling.through());
    }
    if (!telling.paper().isEmpty()) {
      facts.add("“" + cut(telling.paper()) + "”");
    }
    telling.papers().forEach(paper -> facts.add("perhaps " + paths.apply(paper)));
    if (telling.document() != null) {
      facts.add(paths.apply(telling.document()));
    }
    if (telling.entered() != null) {
      facts.add("entered by " + telling.entered() + ": " + telling.why());
    }
    screen.paragraph(
        "",
        "    ",
        Run.of(Objects.requireNonNullElse(telling.by(), "somebody"), Style.BOLD),
        Run.plain(" → "),
        Run.of(telling.to().isEmpty() ? "somebody" : String.join(", ", telling.to()), Style.BOLD),
        Run.plain(
            ": "
                + JsonLines.word(telling.fact(), " ")
                + (telling.certainty() == whence.model.Certainty.STATED
                    ? ""
                    : ", " + JsonLines.word(telling.certainty(), " "))));
    screen.paragraph("    ", "    ", Run.of(String.join(" · ", facts), Style.FAINT));
    text(telling);
  }

  private void text(Telling telling) {
    screen.paragraph(
        "    ",
        "      ",
        Run.plain(telling.text().isEmpty() ? "" : "“" + cut(telling.text()) + "” "),
        Run.of(
            telling.id()
                + (telling.statement() == null ? "" : " from " + telling.statement())
                + (telling.claim() == null ? "" : " claim " + telling.claim()),
            Style.FAINT));
  }

  private static String cut(String text) {
    String plain = text.replaceAll("\\s++", " ");
    return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST) + " …";
  }
}
