package whence.app.print;

import java.util.List;
import whence.app.print.Terminal.Run;
import whence.app.print.Terminal.Style;
import whence.ask.Asked;
import whence.ask.Search;
import whence.model.Claim;
import whence.model.Link;
import whence.weigh.Evidence;

/// Questions and what is on record for them, for people.
public final class AskedLines {
  private static final int MOST = 8;
  private static final int MOST_STATEMENTS = 2;
  private static final int MOST_UNCLEAR = 4;

  private final Terminal screen;

  public AskedLines(Terminal screen) {
    this.screen = screen;
  }

  public void asked(Asked asked) {
    screen.paragraph(
        "",
        "  ",
        Run.of((asked.id() == null ? "" : asked.id() + " ") + asked.question(), Style.BOLD));
    screen.paragraph(
        "  ",
        "  ",
        Run.of(JsonLines.word(asked.state(), " "), style(asked.state())),
        Run.of(
            (asked.pro().isEmpty() ? "" : "; what is for it has " + Plain.origins(asked.origins()))
                + (asked.leading() == null ? "" : "; least is against " + asked.leading())
                + (asked.parent() == null ? "" : "; part of " + asked.parent())
                + (asked.parts().isEmpty() ? "" : "; parts: " + String.join(", ", asked.parts())),
            Style.FAINT));
    Asked.Conclusion conclusion = asked.conclusion();
    if (conclusion != null) {
      screen.paragraph(
          "  ",
          "    ",
          Run.of("concluded by " + conclusion.by() + ": ", Style.MAGENTA),
          Run.plain(conclusion.finding()),
          Run.of(" · decision " + conclusion.number(), Style.FAINT));
    }
    side("for", asked.pro(), MOST);
    side("against", asked.contra(), MOST);
    side("unclear", asked.unclear(), MOST_UNCLEAR);
    unanswered(asked.unanswered());
    if (asked.id() == null) {
      passages(asked.passages());
    }
    screen.blank();
  }

  private static Style style(Asked.State state) {
    return switch (state) {
      case ANSWERED -> Style.GREEN;
      case CONTESTED -> Style.RED;
      case ONE_ORIGIN -> Style.YELLOW;
      case NOTHING_ON_RECORD -> Style.MAGENTA;
    };
  }

  private void side(String name, List<Asked.Item> items, int most) {
    if (items.isEmpty()) {
      return;
    }
    screen.line("  " + name);
    for (Asked.Item item : items.subList(0, Math.min(most, items.size()))) {
      item(item);
    }
    if (items.size() > most) {
      screen.line(
          Run.of("    and " + (items.size() - most) + " more; --json lists all", Style.FAINT));
    }
  }

  private void item(Asked.Item item) {
    Claim claim = item.claim();
    List<Evidence> shown =
        item.evidence().subList(0, Math.min(MOST_STATEMENTS, item.evidence().size()));
    screen.paragraph(
        "    ",
        "      ",
        Run.plain(claim == null ? shown.getFirst().statement().contentText() : claim.text()),
        Run.of(
            (claim == null
                    ? ""
                    : " · "
                        + claim.id()
                        + " · "
                        + Plain.origins(claim.origins())
                        + " · credibility "
                        + claim.grade().credibility())
                + (item.suggested() ? " · suggested" : " · set by " + item.by()),
            Style.FAINT));
    for (Evidence evidence : shown) {
      screen.paragraph("      ", "        ", Run.of(where(evidence), Style.FAINT));
    }
    if (item.evidence().size() > shown.size()) {
      screen.line(
          Run.of(
              "      and " + Plain.count(item.evidence().size() - shown.size(), "more statement"),
              Style.FAINT));
    }
  }

  private static String where(Evidence evidence) {
    Link source = evidence.statement().innermost();
    String who =
        source.name() != null ? source.name() : source.as() != null ? source.as() : "somebody";
    return who
        + " "
        + Plain.stance(evidence.statement().stance())
        + " in "
        + evidence.document().path()
        + (evidence.page() == null ? "" : ", page " + evidence.page())
        + " · "
        + evidence.statement().id();
  }

  private void unanswered(List<Evidence> all) {
    if (all.isEmpty()) {
      return;
    }
    screen.line("  asked and not answered");
    for (Evidence evidence : all.subList(0, Math.min(MOST_UNCLEAR, all.size()))) {
      screen.paragraph(
          "    ",
          "      ",
          Run.plain(evidence.statement().contentText()),
          Run.of(" · " + where(evidence), Style.FAINT));
    }
    if (all.size() > MOST_UNCLEAR) {
      screen.line(
          Run.of(
              "    and " + (all.size() - MOST_UNCLEAR) + " more; --json lists all", Style.FAINT));
    }
  }

  private void passages(List<Search.Hit> hits) {
    for (Search.Hit hit : hits) {
      screen.paragraph(
          "    ",
          "      ",
          Run.plain(hit.passage().text()),
          Run.of(
              " · no statement · "
                  + hit.path()
                  + (hit.page() == null ? "" : ", page " + hit.page()),
              Style.FAINT));
    }
  }

  /// What the words mean, once.
  public void legend(List<Asked> all) {
    if (all.stream().anyMatch(Asked::suggested)) {
      screen.paragraph(
          "",
          "",
          Run.of(
              "What is for and against is suggested from the words; whence question assign sets it.",
              Style.FAINT));
    }
  }
}
