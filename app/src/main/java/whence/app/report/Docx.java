package whence.app.report;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.util.List;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFFootnote;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFStyles;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;
import whence.app.print.Harmless;
import whence.app.report.Composed.Block;
import whence.app.report.Composed.Inline;
import whence.app.report.Composed.Note;
import whence.app.report.Composed.Styled;

/// A composed report as a Word document with real footnotes and headings that Word knows.
final class Docx {
  private static final int INDENT = 400;
  private static final int SMALL = 9;
  private static final String SOFT = "56524A";
  private static final String FAULT = "96281B";

  private final XWPFDocument document = new XWPFDocument();
  private final List<Note> notes;

  private Docx(List<Note> notes) {
    this.notes = notes;
  }

  static void write(Composed report, OutputStream out) throws IOException {
    Docx docx = new Docx(report.notes());
    try (XWPFDocument document = docx.document) {
      docx.styles();
      docx.write(report);
      document.getProperties().getCoreProperties().setTitle(line(report.title()));
      // Nothing of the machine, nor who sat at it.
      document.getProperties().getCoreProperties().setCreator("");
      document.write(out);
    }
  }

  /// Headings by which Word makes an outline and a table of contents.
  private void styles() {
    XWPFStyles styles = document.createStyles();
    for (int level = 1; level <= 4; level++) {
      CTStyle style = CTStyle.Factory.newInstance();
      style.setStyleId("Heading" + level);
      style.addNewName().setVal("heading " + level);
      style.addNewQFormat();
      style.addNewPPr().addNewOutlineLvl().setVal(BigInteger.valueOf(level - 1));
      style.getPPr().addNewKeepNext();
      style.addNewRPr().addNewB();
      style.getRPr().addNewSz().setVal(BigInteger.valueOf(36 - 4L * level));
      style.setType(STStyleType.PARAGRAPH);
      styles.addStyle(new XWPFStyle(style));
    }
  }

  private void write(Composed report) {
    if (!report.marks().isEmpty()) {
      XWPFParagraph marks = document.createParagraph();
      marks.setAlignment(ParagraphAlignment.CENTER);
      XWPFRun run = run(marks, String.join("   ", report.marks()));
      run.setBold(true);
      run.setColor(FAULT);
    }
    heading(1, report.title());
    soft(
        report.share()
            + (report.date().isEmpty() ? "" : " As the record stood on " + report.date() + "."));
    for (Block block : report.blocks()) {
      switch (block) {
        case Block.Heading it -> heading(2, it.text());
        case Block.Paragraph it -> inline(paragraph(), it.inline());
        case Block.Claim it -> claim(it);
        case Block.Question it -> question(it);
        case Block.Lost it -> {
          run(paragraph(), it.text()).setColor(FAULT);
          soft(it.why());
        }
      }
    }
    if (!report.sources().isEmpty()) {
      heading(2, "Documents cited");
    }
    for (Composed.Source source : report.sources()) {
      XWPFParagraph paragraph = paragraph();
      styled(paragraph, source.reference());
      run(paragraph, ". " + source.path() + " " + String.join(" ", source.marks()));
      soft("SHA-256 " + source.sha256());
    }
    heading(2, "How to verify");
    soft(Exports.verify(report));
    soft(report.head());
    soft("Made by " + report.program() + ".");
  }

  private void claim(Block.Claim claim) {
    XWPFParagraph words = indented();
    run(words, claim.quoted()).setBold(true);
    inline(indented(), claim.told());
    if (!claim.standing().isEmpty()) {
      soft(indented(), "Standing: " + String.join("; ", claim.standing()) + ".");
    }
    if (!claim.by().isEmpty()) {
      soft(indented(), claim.by());
    }
  }

  private void question(Block.Question question) {
    heading(3, question.text());
    soft("On record: " + question.state() + ".");
    if (!question.finding().isEmpty()) {
      XWPFParagraph finding = paragraph();
      run(finding, "Finding: ").setBold(true);
      inline(finding, question.finding());
    }
    side("For it", question.pro());
    side("Against it", question.contra());
    if (!question.more().isEmpty()) {
      soft(question.more());
    }
  }

  private void side(String name, List<Block.Claim> claims) {
    if (!claims.isEmpty()) {
      heading(4, name);
      claims.forEach(this::claim);
    }
  }

  private void heading(int level, String text) {
    XWPFParagraph heading = document.createParagraph();
    heading.setStyle("Heading" + level);
    heading.setSpacingBefore(240);
    heading.setSpacingAfter(80);
    run(heading, text);
  }

  private XWPFParagraph paragraph() {
    XWPFParagraph paragraph = document.createParagraph();
    paragraph.setSpacingAfter(120);
    return paragraph;
  }

  private XWPFParagraph indented() {
    XWPFParagraph paragraph = paragraph();
    paragraph.setIndentationLeft(INDENT);
    paragraph.setSpacingAfter(40);
    return paragraph;
  }

  private void soft(String text) {
    soft(paragraph(), text);
  }

  private static void soft(XWPFParagraph paragraph, String text) {
    XWPFRun run = run(paragraph, text);
    run.setFontSize(SMALL);
    run.setColor(SOFT);
  }

  private void inline(XWPFParagraph paragraph, List<Inline> inline) {
    for (Inline each : inline) {
      switch (each) {
        case Inline.Words it -> run(paragraph, it.text());
        case Inline.Mark it -> footnote(paragraph, notes.get(it.note() - 1));
        case Inline.Lost it -> run(paragraph, Exports.lost(it)).setColor(FAULT);
      }
    }
  }

  private void footnote(XWPFParagraph paragraph, Note note) {
    XWPFFootnote footnote = document.createFootnote();
    XWPFParagraph text = footnote.createParagraph();
    raise(text.getRuns().getFirst());
    run(text, " ").setFontSize(SMALL);
    for (Styled piece : note.citation()) {
      XWPFRun run = run(text, piece.text());
      run.setItalic(piece.italic());
      run.setFontSize(SMALL);
    }
    run(text, note.rest()).setFontSize(SMALL);
    XWPFRun mark = paragraph.createRun();
    mark.getCTR().addNewFootnoteReference().setId(footnote.getId());
    raise(mark);
  }

  private static void raise(XWPFRun run) {
    run.setVerticalAlignment("superscript");
  }

  private static void styled(XWPFParagraph paragraph, List<Styled> pieces) {
    pieces.forEach(piece -> run(paragraph, piece.text()).setItalic(piece.italic()));
  }

  private static XWPFRun run(XWPFParagraph paragraph, String text) {
    XWPFRun run = paragraph.createRun();
    run.setText(line(text));
    return run;
  }

  /// XML holds no control characters and no half of a pair; marks of direction become signs.
  private static String line(String text) {
    StringBuilder clean = new StringBuilder();
    Harmless.line(text)
        .codePoints()
        .map(c ->
            Character.getType(c) == Character.SURROGATE || c == 0xFFFE || c == 0xFFFF ? 0xFFFD : c)
        .forEach(clean::appendCodePoint);
    return clean.toString();
  }
}
