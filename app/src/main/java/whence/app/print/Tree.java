package whence.app.print;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import whence.app.print.Terminal.Run;
import whence.app.print.Terminal.Style;
import whence.model.Judgements;
import whence.model.Passage;
import whence.model.Reuse;
import whence.weigh.Explanation;

/// Draws why a claim stands as it does: origins, the chains that lead to them, copies folded, then
/// what speaks against it.
public final class Tree {
  private final Terminal screen;

  public Tree(Terminal screen) {
    this.screen = screen;
  }

  public void draw(Explanation explanation) {
    screen.line(Run.of("For", Style.BOLD));
    if (explanation.origins().isEmpty()) {
      screen.line("  nobody");
    }
    for (Explanation.Origin origin : explanation.origins()) {
      screen.paragraph(
          "  ● ",
          "    ",
          Run.of(origin.name(), Style.CYAN),
          Run.of(" (" + counted(origin.count()) + ")", Style.FAINT),
          Run.plain(origin.why().isEmpty() ? "" : " " + origin.why()),
          Run.of(rated(origin), Style.YELLOW));
      tellings(origin.tellings());
    }
    for (Explanation.Withdrawn each : explanation.withdrawn()) {
      screen.paragraph(
          "  ● ",
          "    ",
          Run.of(each.source().source(), Style.CYAN),
          Run.of(
              " (counts no more: withdrawn by "
                  + each.source().by()
                  + (each.source().why() == null ? "" : ": " + each.source().why())
                  + ")",
              Style.RED));
      tellings(each.tellings());
    }
    part("Against", explanation.against());
    part("Doubted by, which is neither for nor against", explanation.doubts());
    part("Asked, and not answered either way", explanation.beside());
    if (!explanation.rivals().isEmpty()) {
      screen.line(Run.of("Contradicted by", Style.BOLD));
      for (Explanation.Rival rival : explanation.rivals()) {
        screen.paragraph(
            "  ○ ",
            "    ",
            Run.of(rival.id() + " ", Style.FAINT),
            Run.plain(rival.text() + " — " + Plain.origins(rival.origins())));
      }
    }
    for (Explanation.SelfContradiction each : explanation.selfContradictions()) {
      contradiction(each);
    }
  }

  private void contradiction(Explanation.SelfContradiction each) {
    screen.line(
        Run.of(
            each.sure() ? "Says the one and the other" : "May say the one and the other",
            Style.BOLD));
    screen.paragraph("  ● ", "    ", Run.plain(each.why()));
    List<Explanation.Dated> all =
        Stream.concat(each.says().stream(), each.against().stream()).toList();
    for (int i = 0; i < all.size(); i++) {
      Explanation.Dated dated = all.get(i);
      boolean last = i == all.size() - 1;
      screen.paragraph(
          last ? "    └─ " : "    ├─ ",
          last ? "       " : "    │  ",
          Run.plain((dated.on() == null ? "undated" : dated.on()) + ": "),
          Run.plain(Plain.stance(dated.telling().stance()) + " "),
          Run.of("“" + words(dated.telling().content()) + "”", Style.BOLD),
          Run.of(
              " "
                  + dated.telling().path()
                  + (dated.telling().page() == null ? "" : ", page " + dated.telling().page())
                  + " · "
                  + dated.telling().statement()
                  + " · claim "
                  + dated.claim(),
              Style.FAINT));
    }
  }

  private static String rated(Explanation.Origin origin) {
    Judgements.Rated rated = origin.rated();
    return rated == null
        ? ""
        : " ["
            + rated.reliability()
            + ", "
            + rated.reliability().meaning()
            + ", says "
            + rated.by()
            + "]";
  }

  private static String counted(Explanation.Count count) {
    return switch (count) {
      case INDEPENDENT -> "counted";
      case PERHAPS -> "perhaps the same as another";
      case SHARED -> "not counted: shared with another";
    };
  }

  private void part(String heading, List<Explanation.Telling> tellings) {
    if (!tellings.isEmpty()) {
      screen.line(Run.of(heading, Style.BOLD));
      tellings(tellings);
    }
  }

  private void tellings(List<Explanation.Telling> tellings) {
    for (int i = 0; i < tellings.size(); i++) {
      telling("    ", i == tellings.size() - 1, tellings.get(i));
    }
  }

  private void telling(String indent, boolean last, Explanation.Telling telling) {
    String branch = indent + (last ? "└─ " : "├─ ");
    String trunk = indent + (last ? "   " : "│  ");
    List<Run> head = new ArrayList<>(Plain.chain(telling.chain()));
    head.add(Run.plain(" " + Plain.stance(telling.stance())));
    screen.paragraph(branch, trunk, head.toArray(Run[]::new));
    screen.paragraph(trunk, trunk, Run.of("“" + words(telling.content()) + "”", Style.BOLD));
    screen.paragraph(
        trunk,
        trunk,
        Run.of(
            telling.path()
                + (telling.page() == null ? "" : ", page " + telling.page())
                + " · "
                + telling.statement(),
            Style.FAINT));
    for (Explanation.Copy copy : telling.copies()) {
      screen.paragraph(
          trunk + "⧉ ",
          trunk + "  ",
          Run.of(
              "printed again in "
                  + copy.telling().path()
                  + (copy.direction() == Reuse.Direction.UNKNOWN ? " (or the other way)" : "")
                  + " · "
                  + copy.telling().statement(),
              Style.FAINT));
    }
  }

  private static String words(List<Passage> content) {
    return content.stream().map(Passage::text).collect(Collectors.joining(" … "));
  }
}
