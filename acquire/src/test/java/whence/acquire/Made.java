package whence.acquire;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import whence.model.Sha256;

/// Files made for the tests.
final class Made {
  private Made() {}

  static Acquired acquire(Acquirer acquirer, Path folder, String name, byte[] bytes) {
    try {
      Path file = Files.createTempFile(folder, "given-", ".bin");
      Files.write(file, bytes);
      return acquirer.acquire(file, Sha256.of(bytes), name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static byte[] zip(Map<String, byte[]> files) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /// A zip with one file of `mebibytes` zeros.
  static byte[] bomb(int mebibytes) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("zeros.txt"));
      writeZeros(zip, mebibytes);
      zip.closeEntry();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void writeZeros(OutputStream out, int mebibytes) throws IOException {
    byte[] zeros = new byte[1 << 20];
    for (int i = 0; i < mebibytes; i++) {
      out.write(zeros);
    }
  }

  /// A word processor's document with these paragraphs, as XML.
  static byte[] docx(String before, String paragraphs) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put(
        "[Content_Types].xml",
        utf8(
            "<?xml version=\"1.0\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + "<Override PartName=\"/word/document.xml\" ContentType="
                + "\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>"));
    files.put(
        "_rels/.rels",
        utf8(
            "<?xml version=\"1.0\"?><Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                + "<Relationship Id=\"r1\" Target=\"word/document.xml\" Type="
                + "\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\"/></Relationships>"));
    files.put(
        "word/document.xml",
        utf8(
            "<?xml version=\"1.0\"?>"
                + before
                + "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>"
                + paragraphs
                + "</w:body></w:document>"));
    return zip(files);
  }

  static String paragraph(String words) {
    return "<w:p><w:r><w:t>" + words + "</w:t></w:r></w:p>";
  }

  /// A PDF in the making.
  static final class Pdf {
    private final PDDocument document = new PDDocument();
    private final PDType1Font font = new PDType1Font(Standard14Fonts.FontName.TIMES_ROMAN);

    /// A page of lines, the first in the page's head, the others from its middle down.
    Pdf page(String header, String... lines) {
      PDPage page = new PDPage(PDRectangle.LETTER);
      document.addPage(page);
      try (PDPageContentStream out = new PDPageContentStream(document, page)) {
        line(out, header, 750);
        int y = 600;
        for (String line : lines) {
          line(out, line, y);
          y -= 14;
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return this;
    }

    private void line(PDPageContentStream out, String words, int y) throws IOException {
      out.beginText();
      out.setFont(font, 12);
      out.newLineAtOffset(72, y);
      out.showText(words);
      out.endText();
    }

    Pdf emptyPage() {
      document.addPage(new PDPage(PDRectangle.LETTER));
      return this;
    }

    Pdf scannedPage(String words) {
      return scannedPage(words, PDRectangle.LETTER);
    }

    Pdf scannedPage(String words, PDRectangle size) {
      PDPage page = new PDPage(size);
      document.addPage(page);
      try (PDPageContentStream out = new PDPageContentStream(document, page)) {
        out.drawImage(
            LosslessFactory.createFromImage(document, picture(words)),
            0,
            0,
            size.getWidth(),
            size.getHeight());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return this;
    }

    PDDocument document() {
      return document;
    }

    byte[] bytes() {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (document) {
        document.save(bytes);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return bytes.toByteArray();
    }
  }

  /// A page with these words drawn on it.
  static BufferedImage picture(String words) {
    BufferedImage image = new BufferedImage(1275, 1650, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D pen = image.createGraphics();
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, image.getWidth(), image.getHeight());
    pen.setColor(Color.BLACK);
    pen.setFont(new Font(Font.SERIF, Font.PLAIN, 48));
    pen.drawString(words, 120, 400);
    pen.dispose();
    return image;
  }
}
