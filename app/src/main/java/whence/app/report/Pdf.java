package whence.app.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import whence.app.report.Composed.Block;
import whence.app.report.Composed.Inline;
import whence.app.report.Composed.Note;
import whence.app.report.Composed.Styled;
import whence.app.report.PdfPages.Look;
import whence.app.report.PdfPages.Piece;

/// A composed report as a PDF with its notes at the end, each linked from where it is cited.
final class Pdf {
  private static final float INDENT = 16;
  private static final int SOFT = 0x56524A;
  private static final int FAULT = 0x96281B;
  private static final Look TEXT = new Look(10.5f, false, false, 0, 0);
  private static final Look STRONG = new Look(10.5f, true, false, 0, 0);
  private static final Look ITALIC = new Look(8.5f, false, true, 0, 0);
  private static final Look SMALL = new Look(8.5f, false, false, SOFT, 0);
  private static final Look NOTE = new Look(8.5f, false, false, 0, 0);
  private static final Look LOST = new Look(10.5f, false, false, FAULT, 0);
  private static final Look RAISED = new Look(7, false, false, 0x1D4E79, 4);
  private static final List<Look> HEADINGS =
      List.of(
          new Look(19, true, false, 0, 0),
          new Look(14, true, false, 0, 0),
          new Look(12, true, false, 0, 0),
          new Look(10.5f, true, false, SOFT, 0));

  private final PdfPages pages;

  private Pdf(PdfPages pages) {
    this.pages = pages;
  }

  static void write(Composed report, OutputStream out) throws IOException {
    try (PDDocument document = new PDDocument()) {
      PdfPages pages = new PdfPages(document, report.marks());
      new Pdf(pages).write(report);
      pages.finish(report.title(), report.head());
      document.save(out);
    }
  }

  private void write(Composed report) throws IOException {
    heading(1, report.title());
    small(
        report.share()
            + (report.date().isEmpty() ? "" : " As the record stood on " + report.date() + "."),
        0);
    for (Block block : report.blocks()) {
      switch (block) {
        case Block.Heading it -> heading(2, it.text());
        case Block.Paragraph it -> pages.paragraph(inline(it.inline()), 0, 8);
        case Block.Claim it -> claim(it);
        case Block.Question it -> question(it);
        case Block.Lost it -> {
          pages.paragraph(List.of(new Piece(it.text(), LOST, 0)), 0, 2);
          small(it.why(), 0);
        }
      }
    }
    if (!report.notes().isEmpty()) {
      heading(2, "Notes");
    }
    Map<Integer, PdfPages.Spot> spots = new HashMap<>();
    for (Note note : report.notes()) {
      List<Piece> pieces = new ArrayList<>();
      pieces.add(new Piece(note.number() + ". ", NOTE, 0));
      styled(pieces, note.citation());
      pieces.add(new Piece(note.rest(), NOTE, 0));
      spots.put(note.number(), pages.paragraph(pieces, INDENT, 4));
    }
    pages.link(spots);
    if (!report.sources().isEmpty()) {
      heading(2, "Documents cited");
    }
    for (Composed.Source source : report.sources()) {
      List<Piece> pieces = new ArrayList<>();
      styled(pieces, source.reference());
      pieces.add(new Piece(". " + source.path() + " " + String.join(" ", source.marks()), NOTE, 0));
      pages.paragraph(pieces, 0, 1);
      small("SHA-256 " + source.sha256(), INDENT);
    }
    heading(2, "How to verify");
    small(Exports.verify(report), 0);
    small(report.head(), 0);
    small("Made by " + report.program() + ".", 0);
    String undrawn = pages.undrawn();
    if (!undrawn.isEmpty()) {
      heading(2, "What this file could not draw");
      small(undrawn, 0);
    }
  }

  private void claim(Block.Claim claim) throws IOException {
    pages.paragraph(List.of(new Piece(claim.quoted(), STRONG, 0)), INDENT, 2);
    pages.paragraph(inline(claim.told()), INDENT, 2);
    if (!claim.standing().isEmpty()) {
      small("Standing: " + String.join("; ", claim.standing()) + ".", INDENT);
    }
    if (!claim.by().isEmpty()) {
      small(claim.by(), INDENT);
    }
  }

  private void question(Block.Question question) throws IOException {
    heading(3, question.text());
    small("On record: " + question.state() + ".", 0);
    if (!question.finding().isEmpty()) {
      List<Piece> pieces = new ArrayList<>(List.of(new Piece("Finding: ", STRONG, 0)));
      pieces.addAll(inline(question.finding()));
      pages.paragraph(pieces, 0, 8);
    }
    side("For it", question.pro());
    side("Against it", question.contra());
    if (!question.more().isEmpty()) {
      small(question.more(), 0);
    }
  }

  private void side(String name, List<Block.Claim> claims) throws IOException {
    if (!claims.isEmpty()) {
      heading(4, name);
      for (Block.Claim claim : claims) {
        claim(claim);
      }
    }
  }

  private void heading(int level, String text) throws IOException {
    pages.heading(text, HEADINGS.get(level - 1));
  }

  private void small(String text, float indent) throws IOException {
    pages.paragraph(List.of(new Piece(text, SMALL, 0)), indent, 6);
  }

  private static void styled(List<Piece> pieces, List<Styled> citation) {
    citation.forEach(each -> pieces.add(new Piece(each.text(), each.italic() ? ITALIC : NOTE, 0)));
  }

  private static List<Piece> inline(List<Inline> inline) {
    List<Piece> pieces = new ArrayList<>();
    for (int i = 0; i < inline.size(); i++) {
      boolean more = i + 1 < inline.size() && inline.get(i + 1) instanceof Inline.Mark;
      pieces.add(
          switch (inline.get(i)) {
            case Inline.Words it -> new Piece(it.text(), TEXT, 0);
            case Inline.Mark it -> new Piece(it.note() + (more ? " " : ""), RAISED, it.note());
            case Inline.Lost it -> new Piece(Exports.lost(it), LOST, 0);
          });
    }
    return pieces;
  }
}
