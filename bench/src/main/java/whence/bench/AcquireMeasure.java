package whence.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import whence.acquire.Acquired;
import whence.acquire.Acquirer;
import whence.acquire.Limits;
import whence.model.Document;
import whence.model.Sha256;
import whence.model.WhenceException;

/// Bytes to text: plain text in this process, HTML and PDF through the parser process, which is
/// warm.
final class AcquireMeasure implements Measure {
  private static final int WRAP = 90;
  private static final int LINES_A_PAGE = 50;

  @Override
  public String name() {
    return "acquire";
  }

  @Override
  public String says() {
    return "bytes to documents, one thread";
  }

  @Override
  public void take(Setting setting, Sheet sheet) throws IOException {
    Articles articles = Articles.of(setting);
    Articles invented = invented(setting);
    sheet.note("text, HTML: " + articles.size() + "; PDF: " + invented.size() + ", invented");
    Path folder = setting.folder("acquire");
    List<File> texts = new ArrayList<>();
    List<File> pages = new ArrayList<>();
    for (Articles.Article article : articles.texts()) {
      texts.add(write(folder, article.name(), bytes(article.characters())));
      pages.add(write(folder, article.name() + ".html", bytes(html(article.characters()))));
    }
    List<File> printed = new ArrayList<>();
    for (Articles.Article article : invented.texts()) {
      Path file = folder.resolve(article.name() + ".pdf");
      print(article.characters(), file);
      printed.add(File.of(file));
    }
    try (Acquirer acquirer = new Acquirer(Limits.standard(), setting.folder("acquirer"))) {
      sheet.rates("plain text", articles, seconds(setting, acquirer, texts));
      sheet.rates("HTML", articles, seconds(setting, acquirer, pages));
      sheet.rates("PDF", invented, seconds(setting, acquirer, printed));
      Optional<Path> report = setting.shared("cases/mueller-report-vol-1.pdf");
      if (report.isPresent()) {
        report(setting, sheet, acquirer, report.get());
      }
    }
  }

  /// What can be printed in a PDF's built-in fonts.
  private static Articles invented(Setting setting) {
    Invented invented = new Invented(setting.seed());
    List<Articles.Article> texts = new ArrayList<>();
    for (int number = 0; number < 12; number++) {
      texts.add(new Articles.Article("printed-%02d".formatted(number), invented.article()));
    }
    return new Articles(texts);
  }

  private static void report(Setting setting, Sheet sheet, Acquirer acquirer, Path report)
      throws IOException {
    File file = File.of(report);
    Integer pages = acquirer.acquire(file.path(), file.hash(), "report.pdf").document().pages();
    Spread ours = seconds(setting, acquirer, List.of(file));
    sheet.row(
        "a typeset report of " + pages + " pages", "pages/s", ours.rate(pages == null ? 1 : pages));
    Optional<Path> poppler = Launch.onPath("pdftotext");
    if (poppler.isEmpty()) {
      sheet.note("pdftotext is not installed: no peer for PDF");
      return;
    }
    Path text = setting.folder("pdftotext").resolve("report.txt");
    List<String> command = List.of(poppler.get().toString(), report.toString(), text.toString());
    Spread peer =
        Spread.seconds(
            setting.runs(),
            () -> {
              Launch.run(command, text.resolveSibling("log")).mustSucceed();
              return text.toFile().length();
            });
    sheet.row("the same with pdftotext", "pages/s", peer.rate(pages == null ? 1 : pages));
    sheet.speed("pdftotext", ours, peer);
    sheet.note("pdftotext neither tells headings and footnotes apart nor maps redactions");
  }

  private static Spread seconds(Setting setting, Acquirer acquirer, List<File> files) {
    return Spread.seconds(
        setting.runs(), () -> files.stream().mapToLong(file -> acquire(acquirer, file)).sum());
  }

  private static long acquire(Acquirer acquirer, File file) {
    Acquired acquired =
        acquirer.acquire(file.path(), file.hash(), String.valueOf(file.path().getFileName()));
    if (acquired.document().status() == Document.Status.NOT_READ) {
      throw new WhenceException(file.path() + ": not read: " + acquired.document().why());
    }
    return acquired.document().characters();
  }

  private record File(Path path, Sha256 hash) {
    static File of(Path path) throws IOException {
      return new File(path, Sha256.of(Files.readAllBytes(path)));
    }
  }

  private static File write(Path folder, String name, byte[] bytes) {
    try {
      return File.of(Files.write(folder.resolve(name), bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /// A page with the furniture of a news site around the article.
  private static String html(String text) {
    StringBuilder html =
        new StringBuilder("<!doctype html><html lang=en><head><meta charset=utf-8>");
    html.append("<title>An article</title></head><body><nav><ul>");
    for (int item = 0; item < 30; item++) {
      html.append("<li><a href='/section/").append(item).append("'>Section</a></li>");
    }
    html.append("</ul></nav><main><article>");
    text.lines()
        .filter(line -> !line.isBlank())
        .forEach(line -> html.append("<p>").append(escape(line)).append("</p>\n"));
    html.append("</article></main><aside><h2>Most read</h2><ul>");
    for (int item = 0; item < 10; item++) {
      html.append("<li><a href='/other/").append(item).append("'>Another story</a></li>");
    }
    return html.append("</ul></aside><footer>Terms of use</footer></body></html>").toString();
  }

  private static String escape(String line) {
    return line.replace("&", "&amp;").replace("<", "&lt;");
  }

  private static void print(String text, Path file) throws IOException {
    List<String> lines = new ArrayList<>();
    text.lines().forEach(line -> wrap(line, lines));
    PDFont font = new PDType1Font(Standard14Fonts.FontName.TIMES_ROMAN);
    try (PDDocument document = new PDDocument()) {
      for (int first = 0; first < lines.size(); first += LINES_A_PAGE) {
        PDPage page = new PDPage();
        document.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
          content.beginText();
          content.setFont(font, 11);
          content.setLeading(13);
          content.newLineAtOffset(72, 720);
          for (String line : lines.subList(first, Math.min(first + LINES_A_PAGE, lines.size()))) {
            content.showText(line);
            content.newLine();
          }
          content.endText();
        }
      }
      document.save(file.toFile());
    }
  }

  private static void wrap(String line, List<String> lines) {
    String rest = line;
    while (rest.length() > WRAP) {
      int space = rest.lastIndexOf(' ', WRAP);
      lines.add(rest.substring(0, space));
      rest = rest.substring(space + 1);
    }
    lines.add(rest);
  }
}
