package whence.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import whence.model.Block;
import whence.model.Region;
import whence.model.Span;
import whence.model.Text;

/// A text's structure: what is headline, body, list, footnote, page furniture. Markup is left out
/// of the sections' pieces, never cut out of the text.
///
/// @param sections in order, not overlapping; together they cover all readable characters
public record Layout(List<Section> sections) {
  public Layout {
    sections = List.copyOf(sections);
  }

  /// Finds the structure of `text`. What its blocks cover is taken from them, the rest is worked
  /// out from lines, by the rules of Markdown or reStructuredText where `mediaType` is
  /// `text/markdown` or `text/x-rst`, and of plain text elsewhere.
  public static Layout of(Text text, String mediaType) {
    String characters = text.characters();
    Markup markup = markup(mediaType);
    List<Section> sections = new ArrayList<>();
    int at = 0;
    for (Block block : text.blocks()) {
      int start = Math.max(at, block.start());
      int end = Math.min(characters.length(), block.end());
      if (end <= start) {
        continue;
      }
      sections.addAll(new Sectioner(characters, markup, at, start, at == 0).sections());
      sections.addAll(Sectioner.inBlock(characters, block.region(), start, end));
      at = end;
    }
    sections.addAll(new Sectioner(characters, markup, at, characters.length(), at == 0).sections());
    return Transcript.asTurns(characters, new Layout(sections));
  }

  /// The section that holds `offset`, or the last one before it; -1 before the first.
  public int sectionAt(int offset) {
    int low = 0;
    int high = sections.size() - 1;
    int found = -1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      if (sections.get(middle).span().start() <= offset) {
        found = middle;
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return found;
  }

  /// The region in which `offset` stands.
  public Region regionAt(int offset) {
    int at = sectionAt(offset);
    return at < 0 ? Region.BODY : sections.get(at).region();
  }

  /// The readable stretches within `span`, markup left out.
  public List<Span> readable(Span span) {
    List<Span> found = new ArrayList<>();
    for (int i = Math.max(0, sectionAt(span.start())); i < sections.size(); i++) {
      if (sections.get(i).span().start() >= span.end()) {
        break;
      }
      for (Span piece : sections.get(i).pieces()) {
        int start = Math.max(piece.start(), span.start());
        int end = Math.min(piece.end(), span.end());
        if (start < end) {
          found.add(new Span(start, end));
        }
      }
    }
    return found;
  }

  enum Markup {
    PLAIN,
    MARKDOWN,
    REST
  }

  private static Markup markup(String mediaType) {
    String type = mediaType.toLowerCase(Locale.ROOT);
    if (type.contains("markdown")) {
      return Markup.MARKDOWN;
    }
    if (type.contains("rst") || type.contains("restructured")) {
      return Markup.REST;
    }
    return Markup.PLAIN;
  }
}
