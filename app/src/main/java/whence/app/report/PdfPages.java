package whence.app.report;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDBorderStyleDictionary;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageXYZDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.util.Matrix;
import whence.app.print.Harmless;

/// Sets lines on pages, in the one font that PDFBox carries (Liberation Sans: Latin, Greek and
/// Cyrillic letters), which is embedded. What that cannot draw stands as a box, and is told of.
final class PdfPages {
  private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
  private static final float MARGIN = 62;
  private static final float LEADING = 1.42f;
  private static final float THOUSAND = 1000;
  private static final char BOX = '□';

  /// How a piece of text looks.
  ///
  /// @param size in points
  /// @param colour 0xRRGGBB
  /// @param rise above the line, in points
  record Look(float size, boolean bold, boolean italic, int colour, float rise) {}

  /// @param note that it links to, 0 for none
  record Piece(String text, Look look, int note) {}

  /// A place to link to.
  record Spot(PDPage page, float top) {}

  private record Word(String text, Look look, int note, float width) {}

  private record Link(PDPage page, PDRectangle place, int note) {}

  private final PDDocument document;
  private final PDFont font;
  private final CmapLookup glyphs;
  private final String head;
  private final PDDocumentOutline outline = new PDDocumentOutline();
  private final List<Link> links = new ArrayList<>();
  private final Map<String, Integer> undrawn = new TreeMap<>();
  private PDPage page;
  private PDPageContentStream out;
  private float y;

  /// @param marks printed at the head of every page
  PdfPages(PDDocument document, List<String> marks) throws IOException {
    this.document = document;
    try (InputStream in = PDFont.class.getResourceAsStream(FONT)) {
      TrueTypeFont ttf =
          new TTFParser()
              .parse(
                  new RandomAccessReadBuffer(
                      Objects.requireNonNull(in, "PDFBox comes without its font")));
      this.glyphs = ttf.getUnicodeCmapLookup();
      this.font = PDType0Font.load(document, ttf, true);
    }
    this.head = drawable(String.join("   ", marks));
    this.page = new PDPage(PDRectangle.A4);
    this.out = open();
  }

  private PDPageContentStream open() throws IOException {
    document.addPage(page);
    PDPageContentStream stream = new PDPageContentStream(document, page);
    y = PDRectangle.A4.getHeight() - MARGIN;
    Look look = new Look(8, true, false, 0x96281B, 0);
    float x = MARGIN;
    for (Word word : words(List.of(new Piece(head, look, 0)))) {
      if (x + word.width() <= PDRectangle.A4.getWidth() - MARGIN) {
        draw(stream, word, x, PDRectangle.A4.getHeight() - MARGIN / 2);
        x += word.width();
      }
    }
    String number = String.valueOf(document.getNumberOfPages());
    Look soft = new Look(8, false, false, 0x56524A, 0);
    draw(
        stream,
        new Word(number, soft, 0, width(number, soft)),
        PDRectangle.A4.getWidth() - MARGIN - width(number, soft),
        MARGIN / 2);
    return stream;
  }

  private void need(float height) throws IOException {
    if (y - height < MARGIN) {
      out.close();
      page = new PDPage(PDRectangle.A4);
      out = open();
    }
  }

  void heading(String text, Look look) throws IOException {
    y -= look.size() * 0.8f;
    // Never alone at a page's foot.
    need(look.size() * LEADING + 3 * 14);
    PDOutlineItem item = new PDOutlineItem();
    item.setTitle(Harmless.line(text));
    item.setDestination(destination(new Spot(page, y)));
    outline.addLast(item);
    paragraph(List.of(new Piece(text, look, 0)), 0, 5);
  }

  /// @param after space behind it, in points
  /// @return where it begins
  Spot paragraph(List<Piece> pieces, float indent, float after) throws IOException {
    List<Word> line = new ArrayList<>();
    float room = PDRectangle.A4.getWidth() - 2 * MARGIN - indent;
    float used = 0;
    Spot begins = null;
    for (Word word : words(pieces)) {
      for (Word part : parts(word, room)) {
        if (used + width(part.text().stripTrailing(), part.look()) > room && !line.isEmpty()) {
          Spot at = set(line, indent);
          begins = begins == null ? at : begins;
          line.clear();
          used = 0;
        }
        line.add(part);
        used += part.width();
      }
    }
    Spot at = set(line, indent);
    y -= after;
    return begins == null ? at : begins;
  }

  private Spot set(List<Word> line, float indent) throws IOException {
    float size = (float) line.stream().mapToDouble(word -> word.look().size()).max().orElse(8);
    need(size * LEADING);
    Spot spot = new Spot(page, y);
    y -= size * LEADING;
    float x = MARGIN + indent;
    for (Word word : line) {
      draw(out, word, x, y + size * (LEADING - 1));
      if (word.note() > 0) {
        links.add(new Link(page, new PDRectangle(x, y, word.width(), size * LEADING), word.note()));
      }
      x += word.width();
    }
    return spot;
  }

  private void draw(PDPageContentStream stream, Word word, float x, float at) throws IOException {
    Look look = word.look();
    float red = ((look.colour() >> 16) & 0xFF) / 255f;
    float green = ((look.colour() >> 8) & 0xFF) / 255f;
    float blue = (look.colour() & 0xFF) / 255f;
    stream.beginText();
    stream.setFont(font, look.size());
    stream.setNonStrokingColor(red, green, blue);
    stream.setStrokingColor(red, green, blue);
    // One cut of the font serves: bold is drawn with its outline, italic aslant.
    stream.setRenderingMode(look.bold() ? RenderingMode.FILL_STROKE : RenderingMode.FILL);
    stream.setLineWidth(look.size() * 0.03f);
    stream.setTextMatrix(new Matrix(1, 0, look.italic() ? 0.2f : 0, 1, x, at + look.rise()));
    stream.showText(word.text());
    stream.endText();
  }

  private List<Word> words(List<Piece> pieces) throws IOException {
    List<Word> words = new ArrayList<>();
    for (Piece piece : pieces) {
      for (String word : drawable(piece.text()).split("(?<= )")) {
        if (!word.isEmpty()) {
          words.add(new Word(word, piece.look(), piece.note(), width(word, piece.look())));
        }
      }
    }
    return words;
  }

  /// A word longer than a line in parts.
  private List<Word> parts(Word word, float room) throws IOException {
    if (word.width() <= room) {
      return List.of(word);
    }
    List<Word> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    for (int c : word.text().codePoints().toArray()) {
      String longer = part + Character.toString(c);
      if (width(longer, word.look()) > room) {
        parts.add(part(part.toString(), word));
        part.setLength(0);
      }
      part.appendCodePoint(c);
    }
    parts.add(part(part.toString(), word));
    return parts;
  }

  private Word part(String text, Word of) throws IOException {
    return new Word(text, of.look(), of.note(), width(text, of.look()));
  }

  private float width(String text, Look look) throws IOException {
    return font.getStringWidth(text) / THOUSAND * look.size();
  }

  /// With a box for each character that the font has not, or that would have to be set from right
  /// to left.
  private String drawable(String text) {
    StringBuilder drawable = new StringBuilder();
    Harmless.line(text)
        .codePoints()
        .map(c -> Character.isSpaceChar(c) ? ' ' : c)
        .forEach(c -> {
          byte direction = Character.getDirectionality(c);
          boolean backward =
              direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                  || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
          if (!backward && glyphs.getGlyphId(c) > 0) {
            drawable.appendCodePoint(c);
          } else {
            undrawn.merge(script(c), 1, Integer::sum);
            drawable.append(BOX);
          }
        });
    return drawable.toString();
  }

  private static String script(int c) {
    Character.UnicodeScript script = Character.UnicodeScript.of(c);
    return switch (script) {
      case COMMON, INHERITED, UNKNOWN -> "U+%04X".formatted(c);
      default -> {
        String name = script.name().replace('_', ' ');
        yield name.charAt(0) + name.substring(1).toLowerCase(java.util.Locale.ROOT);
      }
    };
  }

  /// What stands as a box, in words; empty for nothing.
  String undrawn() {
    if (undrawn.isEmpty()) {
      return "";
    }
    int all = undrawn.values().stream().mapToInt(Integer::intValue).sum();
    return Words.count(all, "character stands", "characters stand")
        + " as a box here, for the font of this file has not got them: "
        + String.join(", ", undrawn.keySet())
        + ". The HTML, Markdown and Word files of this report hold them.";
  }

  /// Makes the links, now that it is known where the notes are.
  void link(Map<Integer, Spot> notes) throws IOException {
    for (Link link : links) {
      Spot spot = notes.get(link.note());
      if (spot != null) {
        PDAnnotationLink annotation = new PDAnnotationLink();
        annotation.setRectangle(link.place());
        annotation.setDestination(destination(spot));
        PDBorderStyleDictionary none = new PDBorderStyleDictionary();
        none.setWidth(0);
        annotation.setBorderStyle(none);
        link.page().getAnnotations().add(annotation);
      }
    }
    links.clear();
  }

  private static PDPageXYZDestination destination(Spot spot) {
    PDPageXYZDestination destination = new PDPageXYZDestination();
    destination.setPage(spot.page());
    destination.setTop((int) spot.top());
    return destination;
  }

  void finish(String title, String seed) throws IOException {
    out.close();
    document.getDocumentInformation().setTitle(Harmless.line(title));
    document.getDocumentCatalog().setLanguage("en");
    document.getDocumentCatalog().setDocumentOutline(outline);
    // The same report gives the same bytes.
    document.setDocumentId((long) seed.hashCode());
  }
}
