package whence.acquire.parser;

/// Tesseract's text as lines of a page; its blank lines part paragraphs.
final class ScannedText {
  private ScannedText() {}

  static void addTo(PdfPage page, String text) {
    boolean startsParagraph = true;
    for (String line : text.replace("\f", "").split("\n", -1)) {
      String words = line.strip();
      if (words.isEmpty()) {
        startsParagraph = true;
      } else {
        // Place and size are not known here: a scan's lines stay body.
        page.lines().add(new PdfPage.Line(words, 0.5f, 0, startsParagraph, null));
        startsParagraph = false;
      }
    }
  }
}
