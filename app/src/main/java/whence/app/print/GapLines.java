package whence.app.print;

import java.util.List;
import org.jspecify.annotations.Nullable;
import whence.app.print.Terminal.Run;
import whence.app.print.Terminal.Style;
import whence.ask.Gap;

/// Gaps as a person wants to read them.
public final class GapLines {
  private static final int MOST_PLACES = 4;
  private static final int LONGEST = 300;

  private final Terminal screen;

  public GapLines(Terminal screen) {
    this.screen = screen;
  }

  /// @param gaps by kind
  public void gaps(List<Gap> gaps) {
    Gap.@Nullable Kind kind = null;
    for (Gap gap : gaps) {
      if (gap.kind() != kind) {
        kind = gap.kind();
        screen.heading(JsonLines.word(kind, " "));
      }
      gap(gap);
    }
    long suggested = gaps.stream().filter(Gap::suggested).count();
    screen.blank();
    screen.line(
        Plain.count(gaps.size(), "gap")
            + (suggested == 0 ? "" : ", of which " + suggested + " only suggested (?)"));
  }

  private void gap(Gap gap) {
    screen.paragraph(
        "",
        "  ",
        Run.of(gap.suggested() ? "? " : "· ", gap.suggested() ? Style.YELLOW : Style.BOLD),
        Run.plain(cut(gap.text())));
    int more = gap.passages().size() - MOST_PLACES;
    String places =
        String.join(
            "; ",
            gap.passages().stream()
                .limit(MOST_PLACES)
                .map(place ->
                    place.path()
                        + (place.page() == null ? "" : ", page " + place.page())
                        + ", "
                        + place.passage().start())
                .toList());
    screen.paragraph(
        "    ",
        "    ",
        Run.of(
            gap.id()
                + (gap.question() == null ? "" : " · " + gap.question())
                + (places.isEmpty() ? "" : " · " + places)
                + (more > 0 ? "; and " + more + " more" : ""),
            Style.FAINT));
  }

  private static String cut(String text) {
    return text.codePointCount(0, text.length()) <= LONGEST
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST)) + " …";
  }
}
