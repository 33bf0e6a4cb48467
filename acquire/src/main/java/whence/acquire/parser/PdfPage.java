package whence.acquire.parser;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import whence.model.Region;

/// One page on its way from a PDF to text: filled by [PdfText], where it is a scan by [PdfScans],
/// and sorted into regions by [PdfLayout].
final class PdfPage {
  /// @param top of the line's letters, as a share of the page's height from its upper edge
  /// @param size of its letters in points, as most of the line has it
  /// @param region null for body
  record Line(
      String text, float top, float size, boolean startsParagraph, @Nullable Region region) {
    Line as(Region region) {
      return new Line(text, top, size, startsParagraph, region);
    }
  }

  private final int number;
  private final List<Line> lines = new ArrayList<>();
  private @Nullable String problem;

  PdfPage(int number) {
    this.number = number;
  }

  int number() {
    return number;
  }

  List<Line> lines() {
    return lines;
  }

  /// Why the page, or something on it, was not read; null if it was.
  @Nullable String problem() {
    return problem;
  }

  void problem(@Nullable String problem) {
    this.problem = problem;
  }

  int letters() {
    int letters = 0;
    for (Line line : lines) {
      letters += (int) line.text().codePoints().filter(Character::isLetterOrDigit).count();
    }
    return letters;
  }

  /// Characters that stand for none: a font without a map to Unicode.
  int unknown() {
    int unknown = 0;
    for (Line line : lines) {
      unknown +=
          (int)
              line.text()
                  .codePoints()
                  .filter(c ->
                      c == 0xFFFD
                          || Character.getType(c) == Character.PRIVATE_USE
                          || Character.isISOControl(c))
                  .count();
    }
    return unknown;
  }

  /// Writes the page's lines, with blocks for those of one region that go on from each other.
  void appendTo(Composition composition) {
    composition.separate("\n\n");
    int start = composition.length();
    @Nullable Region open = null;
    int opened = start;
    for (PdfPage.Line line : lines) {
      boolean goesOn = open != null && line.region() == open && !line.startsParagraph();
      if (!goesOn && open != null) {
        composition.block(open, opened);
      }
      if (composition.length() > start) {
        boolean apart = line.startsParagraph() || (open != line.region());
        composition.separate(apart ? "\n\n" : "\n");
      }
      if (!goesOn) {
        open = line.region();
        opened = composition.length();
      }
      composition.append(line.text());
    }
    if (open != null) {
      composition.block(open, opened);
    }
    composition.page(number, start);
  }
}
