package whence.app.report;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import whence.app.draft.Draft;
import whence.app.report.Composed.Inline;
import whence.model.WhenceException;

/// Writes a report that a person composed, in the formats that people hand on.
public final class Exports {
  /// A format that people hand on.
  public enum Format {
    HTML("one HTML file", "html", "text/html; charset=utf-8"),
    MARKDOWN("Markdown", "md", "text/markdown; charset=utf-8"),
    DOCX("Word", "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    PDF("PDF", "pdf", "application/pdf"),
    /// The report and the cited pages in one file that any browser opens.
    BUNDLE("bundle with the cited pages", "html", "text/html; charset=utf-8");

    private final String title;
    private final String extension;
    private final String mediaType;

    Format(String title, String extension, String mediaType) {
      this.title = title;
      this.extension = extension;
      this.mediaType = mediaType;
    }

    public String title() {
      return title;
    }

    /// Of the file's name.
    public String extension() {
      return extension;
    }

    public String mediaType() {
      return mediaType;
    }

    /// As an address or an option has it.
    public String word() {
      return this == BUNDLE ? "bundle" : extension;
    }

    public static @Nullable Format of(String word) {
      for (Format format : values()) {
        if (format.word().equals(word.toLowerCase(Locale.ROOT))) {
          return format;
        }
      }
      return null;
    }
  }

  private final Composer composer;
  private final Head head;
  private final String program;

  public Exports(Composer composer, Head head, String program) {
    this.composer = composer;
    this.head = head;
    this.program = program;
  }

  /// Leaves `out` open.
  public void write(Draft draft, NoteStyle style, Format format, OutputStream out) {
    Composer.Whole whole = composer.composed(draft, style, head, program);
    Composed report = whole.composed();
    try {
      switch (format) {
        case HTML -> html(report, List.of(), out);
        case BUNDLE -> html(report, whole.cited().texts(), out);
        case DOCX -> Docx.write(report, out);
        case PDF -> Pdf.write(report, out);
        case MARKDOWN -> out.write(Markdown.of(report).getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new WhenceException("The report cannot be written: " + e.getMessage(), e);
    }
  }

  /// Writes a file, replacing it. A report that cannot be finished leaves what was there before.
  public void write(Draft draft, NoteStyle style, Format format, Path file) {
    Path folder = Objects.requireNonNullElse(file.toAbsolutePath().getParent(), Path.of("."));
    try {
      Path unfinished = Files.createTempFile(folder, ".whence-report-", "." + format.extension());
      try {
        try (OutputStream out = Files.newOutputStream(unfinished)) {
          write(draft, style, format, out);
        }
        Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(unfinished);
      }
    } catch (IOException e) {
      throw new WhenceException(
          file + ": the report cannot be written there: " + e.getMessage(), e);
    }
  }

  private static void html(Composed report, List<ReportModel.Cited> texts, OutputStream out)
      throws IOException {
    Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    ComposedPage.write(report, texts, writer);
    writer.flush();
  }

  static String verify(Composed report) {
    return "Made when the case’s journal held "
        + Words.count(report.entries(), "entry", "entries")
        + ". With the case at hand, whence verify --case DIR --head HASH tells whether anything was"
        + " altered, or lost from the end, since; HASH is that of the journal’s last entry:";
  }

  static String lost(Inline.Lost lost) {
    return "[citation lost: “" + lost.quote() + "”, " + lost.document() + "]";
  }
}
