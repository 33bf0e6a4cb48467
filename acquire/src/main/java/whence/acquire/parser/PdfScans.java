package whence.acquire.parser;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import javax.imageio.ImageIO;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.graphics.PDXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.jspecify.annotations.Nullable;

/// Pages that show something but hold no text to speak of: drawn, and recognised by Tesseract.
final class PdfScans {
  private static final int FEW_LETTERS = 12;
  private static final int STAMP_LETTERS = 250;
  private static final int DOTS_PER_INCH = 300;
  private static final double MOST_PIXELS = 16e6;
  private static final int SIDE_BY_SIDE =
      Math.max(1, Math.min(4, Runtime.getRuntime().availableProcessors()));

  private final PDDocument pdf;
  private final Tesseract tesseract;
  private final Request request;
  private final Progress progress;

  private record Awaited(PdfPage page, Path image, Future<Tesseract.Recognised> text) {}

  PdfScans(PDDocument pdf, Tesseract tesseract, Request request, Progress progress) {
    this.pdf = pdf;
    this.tesseract = tesseract;
    this.request = request;
    this.progress = progress;
  }

  void recognise(List<PdfPage> pages) {
    List<Awaited> awaited = new ArrayList<>();
    try (ExecutorService workers = Executors.newFixedThreadPool(SIDE_BY_SIDE)) {
      for (PdfPage page : pages) {
        if (!isScan(page)) {
          continue;
        }
        if (!request.scans()) {
          page.problem("is an image that was left unread");
          continue;
        }
        Awaited next = draw(page, workers);
        progress.step();
        if (next != null) {
          awaited.add(next);
        }
        if (awaited.size() > SIDE_BY_SIDE) {
          take(awaited.removeFirst());
        }
      }
      for (Awaited each : awaited) {
        take(each);
      }
    }
  }

  private boolean isScan(PdfPage page) {
    int letters = page.letters();
    int unknown = page.unknown();
    if (letters < FEW_LETTERS || unknown > letters / 2) {
      return true;
    }
    return letters < STAMP_LETTERS
        && hasImage(pdf.getPage(page.number() - 1).getResources(), 0, PdfScans::isLarge);
  }

  /// An image of a page's worth of dots: a stamp or a page number over it is not its text.
  private static boolean isLarge(PDImageXObject image) {
    return (double) image.getWidth() * image.getHeight() > 600_000;
  }

  private static boolean isUndecoded(PDImageXObject image) {
    return "jpx".equals(image.getSuffix())
        && !ImageIO.getImageReadersByFormatName("jpeg2000").hasNext();
  }

  private static boolean hasImage(
      @Nullable PDResources resources, int depth, Predicate<PDImageXObject> wanted) {
    if (resources == null || depth > 3) {
      return false;
    }
    for (COSName name : resources.getXObjectNames()) {
      try {
        PDXObject object = resources.getXObject(name);
        if (object instanceof PDImageXObject image && wanted.test(image)) {
          return true;
        }
        if (object instanceof PDFormXObject form
            && hasImage(form.getResources(), depth + 1, wanted)) {
          return true;
        }
      } catch (IOException | RuntimeException unreadable) {
        return true;
      }
    }
    return false;
  }

  private @Nullable Awaited draw(PdfPage page, ExecutorService workers) {
    PDPage source = pdf.getPage(page.number() - 1);
    int dotsPerInch = dotsPerInch(source);
    try {
      PDFRenderer renderer = new PDFRenderer(pdf);
      renderer.setSubsamplingAllowed(true);
      BufferedImage image =
          renderer.renderImageWithDPI(page.number() - 1, dotsPerInch, ImageType.GRAY);
      if (isBlank(image)) {
        if (hasImage(source.getResources(), 0, PdfScans::isUndecoded)) {
          page.problem("is an image in JPEG 2000, which is not decoded: convert it");
        }
        return null;
      }
      if (tesseract.program() == null) {
        page.problem("is an image and " + Tesseract.MISSING);
        return null;
      }
      Path file = Files.createTempFile("page-", ".png");
      ImageIO.write(image, "png", file.toFile());
      return new Awaited(
          page,
          file,
          workers.submit(() -> tesseract.recognise(file, dotsPerInch, request.pageSeconds())));
    } catch (IOException | RuntimeException e) {
      page.problem("cannot be drawn: " + Words.of(e));
      return null;
    }
  }

  private static int dotsPerInch(PDPage page) {
    double inches = page.getCropBox().getWidth() / 72.0 * page.getCropBox().getHeight() / 72.0;
    double fitting = Math.sqrt(MOST_PIXELS / Math.max(inches, 1e-3));
    return (int) Math.max(8, Math.min(DOTS_PER_INCH, fitting));
  }

  private static boolean isBlank(BufferedImage image) {
    var raster = image.getRaster();
    int[] row = new int[image.getWidth()];
    for (int y = 0; y < image.getHeight(); y++) {
      raster.getSamples(0, y, image.getWidth(), 1, 0, row);
      for (int sample : row) {
        if (sample < 200) {
          return false;
        }
      }
    }
    return true;
  }

  private void take(Awaited awaited) {
    PdfPage page = awaited.page();
    try {
      Tesseract.Recognised recognised = awaited.text().get();
      String text = recognised.text();
      if (text == null) {
        page.problem("is an image and " + recognised.problem());
      } else if (text.isBlank()) {
        if (page.lines().isEmpty()) {
          page.problem("is an image in which no text was recognised");
        }
      } else if (text.strip().length() > page.letters()) {
        page.lines().clear();
        ScannedText.addTo(page, text);
      }
    } catch (ExecutionException e) {
      page.problem("is an image and could not be recognised: " + Words.of(e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      try {
        Files.deleteIfExists(awaited.image());
      } catch (IOException left) {
        // The scratch folder is emptied when the process ends.
        awaited.image().toFile().deleteOnExit();
      }
      progress.step();
    }
  }
}
