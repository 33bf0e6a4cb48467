package whence.acquire.parser;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/// A scan: each of its images a page, recognised by Tesseract.
final class ImageFile {
  private static final int MOST_PAGES = 2_000;
  private static final double MOST_PIXELS = 25e6;
  private static final int DOTS_PER_INCH = 300;

  private final String type;
  private final Request request;
  private final Tesseract tesseract;
  private final Progress progress;

  ImageFile(String type, Request request, Tesseract tesseract, Progress progress) {
    this.type = type;
    this.request = request;
    this.tesseract = tesseract;
    this.progress = progress;
  }

  Parsed parse() throws IOException {
    List<PdfPage> pages = new ArrayList<>();
    try (ImageInputStream in = ImageIO.createImageInputStream(request.file().toFile())) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        return Parsed.notRead(type, "damaged or not really " + type);
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(in);
        // Only TIFF has pages; a GIF's further images are its animation.
        int images =
            type.equals("image/tiff") ? Math.min(MOST_PAGES, reader.getNumImages(true)) : 1;
        for (int i = 0; i < images; i++) {
          PdfPage page = new PdfPage(i + 1);
          pages.add(page);
          recognise(reader, i, page);
          progress.step();
        }
      } finally {
        reader.dispose();
      }
    }
    Composition composition = new Composition(request.characters());
    for (PdfPage page : pages) {
      page.appendTo(composition);
    }
    List<String> problems = PageProblems.inWords(pages);
    boolean nothing = composition.text().isBlank() && !problems.isEmpty();
    return new Parsed(
        type,
        nothing ? Parsed.Verdict.NOT_READ : Parsed.Verdict.READ,
        composition.text(),
        composition.pages(),
        composition.blocks(),
        Parsed.Metadata.NONE,
        List.of(),
        problems);
  }

  private void recognise(ImageReader reader, int index, PdfPage page) throws IOException {
    if (tesseract.program() == null) {
      page.problem("is an image and " + Tesseract.MISSING);
      return;
    }
    Path file = Files.createTempFile("page-", ".png");
    try {
      ImageReadParam parameters = reader.getDefaultReadParam();
      double pixels = (double) reader.getWidth(index) * reader.getHeight(index);
      int step = (int) Math.ceil(Math.sqrt(pixels / MOST_PIXELS));
      parameters.setSourceSubsampling(Math.max(1, step), Math.max(1, step), 0, 0);
      BufferedImage image = reader.read(index, parameters);
      ImageIO.write(image, "png", file.toFile());
      Tesseract.Recognised recognised =
          tesseract.recognise(file, DOTS_PER_INCH, request.pageSeconds());
      String text = recognised.text();
      if (text == null) {
        page.problem("is an image and " + recognised.problem());
      } else if (text.isBlank()) {
        page.problem("is an image in which no text was recognised");
      } else {
        ScannedText.addTo(page, text);
      }
    } catch (IOException | RuntimeException e) {
      page.problem("is damaged: " + Words.of(e));
    } finally {
      Files.deleteIfExists(file);
    }
  }
}
