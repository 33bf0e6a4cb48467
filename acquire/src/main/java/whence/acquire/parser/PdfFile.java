package whence.acquire.parser;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.jspecify.annotations.Nullable;

/// A PDF: its pages' text in the order in which the file draws it, pages that are images through
/// Tesseract, attached files as inner files.
final class PdfFile {
  private static final String TYPE = "application/pdf";
  private static final Pattern MACHINE_MADE_TITLE =
      Pattern.compile(
          "(?i)microsoft (word|powerpoint|excel).*|untitled.*|.*\\.(docx?|rtf|indd|qxd|pdf|wpd|xlsx?|pptx?|tiff?|jpe?g|dvi)"
              + "|\\W*|document\\d*");

  private final Request request;
  private final Tesseract tesseract;
  private final Progress progress;

  PdfFile(Request request, Tesseract tesseract, Progress progress) {
    this.request = request;
    this.tesseract = tesseract;
    this.progress = progress;
  }

  Parsed parse() throws IOException {
    try (PDDocument pdf =
        Loader.loadPDF(
            request.file().toFile(), "", null, null, IOUtils.createTempFileOnlyStreamCache())) {
      return parse(pdf);
    } catch (InvalidPasswordException e) {
      return Parsed.notRead(TYPE, "encrypted PDF: needs its password");
    }
  }

  private Parsed parse(PDDocument pdf) throws IOException {
    List<PdfPage> pages = PdfText.read(pdf, request.characters(), progress);
    new PdfScans(pdf, tesseract, request, progress).recognise(pages);
    PdfLayout.mark(pages);
    Composition composition = new Composition(request.characters());
    List<String> problems = new ArrayList<>();
    if (pages.isEmpty()) {
      problems.add("holds no pages");
    }
    for (PdfPage page : pages) {
      page.appendTo(composition);
    }
    problems.addAll(PageProblems.inWords(pages));
    if (composition.full()) {
      problems.add("its text is longer than " + request.characters() + " characters");
    }
    InnerFolder inner = new InnerFolder(request);
    attachments(pdf, inner);
    problems.addAll(inner.problems());
    boolean nothing =
        composition.text().isBlank() && !problems.isEmpty() && inner.files().isEmpty();
    return new Parsed(
        TYPE,
        nothing ? Parsed.Verdict.NOT_READ : Parsed.Verdict.READ,
        composition.text(),
        composition.pages(),
        composition.blocks(),
        metadata(pdf),
        inner.files(),
        problems);
  }

  private static Parsed.Metadata metadata(PDDocument pdf) {
    PDDocumentInformation information = pdf.getDocumentInformation();
    String title = Words.orNull(information.getTitle());
    if (title != null && MACHINE_MADE_TITLE.matcher(title).matches()) {
      title = null;
    }
    String date = date(information);
    return new Parsed.Metadata(
        title,
        Words.orNull(information.getAuthor()),
        null,
        date,
        date == null ? null : "PDF metadata: when the file was made, perhaps not its text",
        true);
  }

  private static @Nullable String date(PDDocumentInformation information) {
    Calendar created = information.getCreationDate();
    if (created == null) {
      return null;
    }
    // The calendar keeps the zone that the file states, so this is the date as written there.
    LocalDate date = LocalDate.ofInstant(created.toInstant(), created.getTimeZone().toZoneId());
    return date.getYear() < 1985 || date.getYear() > 2200 ? null : date.toString();
  }

  private void attachments(PDDocument pdf, InnerFolder inner) throws IOException {
    PDDocumentNameDictionary names = pdf.getDocumentCatalog().getNames();
    PDEmbeddedFilesNameTreeNode tree = names == null ? null : names.getEmbeddedFiles();
    var files = tree == null ? null : tree.getNames();
    if (files == null) {
      return;
    }
    int number = 0;
    for (PDComplexFileSpecification specification : files.values()) {
      PDEmbeddedFile file = specification.getEmbeddedFile();
      if (file == null) {
        continue;
      }
      number++;
      inner.add(
          InnerFolder.attachmentName(number, specification.getFilename(), file.getSubtype()),
          file::createInputStream);
      progress.step();
    }
  }
}
