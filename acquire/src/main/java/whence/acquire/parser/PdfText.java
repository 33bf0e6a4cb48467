package whence.acquire.parser;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/// The lines of a PDF's pages with where they stand, in the order in which the file draws them
/// (which keeps columns apart; sorting by position would not).
final class PdfText extends PDFTextStripper {
  private final int limit;
  private final Progress progress;
  private final List<PdfPage> pages = new ArrayList<>();
  private final StringBuilder line = new StringBuilder();
  private int characters;
  private float height = 1;
  private float top = Float.MAX_VALUE;
  private float size;
  private int sizeLetters;
  private boolean startsParagraph = true;

  private PdfText(int limit, Progress progress) {
    this.limit = limit;
    this.progress = progress;
    setSortByPosition(false);
    setAddMoreFormatting(false);
  }

  static List<PdfPage> read(PDDocument pdf, int limit, Progress progress) throws IOException {
    PdfText reader = new PdfText(limit, progress);
    reader.writeText(pdf, Writer.nullWriter());
    reader.addPagesUpTo(pdf.getNumberOfPages());
    return reader.pages;
  }

  /// Pages without contents are passed over in silence, but they count.
  private void addPagesUpTo(int number) {
    while (pages.size() < number) {
      pages.add(new PdfPage(pages.size() + 1));
    }
  }

  @Override
  public void processPage(PDPage page) throws IOException {
    addPagesUpTo(getCurrentPageNo());
    PdfPage lines = pages.getLast();
    height = Math.max(1, page.getCropBox().getHeight());
    if (page.getRotation() % 180 != 0) {
      height = Math.max(1, page.getCropBox().getWidth());
    }
    startsParagraph = true;
    line.setLength(0);
    if (characters < limit) {
      try {
        super.processPage(page);
      } catch (IOException | RuntimeException e) {
        lines.problem("is damaged: " + Words.of(e));
      }
      endLine();
    }
    progress.step();
  }

  @Override
  protected void writeString(String text, List<TextPosition> positions) {
    if (characters + line.length() >= limit) {
      return;
    }
    line.append(text);
    for (TextPosition position : positions) {
      top = Math.min(top, position.getYDirAdj() - position.getHeightDir());
    }
    if (!positions.isEmpty() && text.length() > sizeLetters) {
      sizeLetters = text.length();
      size = positions.getFirst().getFontSizeInPt();
    }
  }

  @Override
  protected void writeWordSeparator() {
    line.append(' ');
  }

  @Override
  protected void writeLineSeparator() {
    endLine();
  }

  @Override
  protected void writeParagraphStart() throws IOException {
    super.writeParagraphStart();
    endLine();
    startsParagraph = true;
  }

  private void endLine() {
    String text = line.toString().strip();
    if (!text.isEmpty() && !pages.isEmpty()) {
      pages
          .getLast()
          .lines()
          .add(new PdfPage.Line(text, top / height, size, startsParagraph, null));
      characters += text.length();
      startsParagraph = false;
    }
    line.setLength(0);
    top = Float.MAX_VALUE;
    size = 0;
    sizeLetters = 0;
  }
}
