package whence.acquire.parser;

import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;
import whence.model.Region;

/// HTML as a reader sees it without style: paragraphs parted by blank lines, cells by tabs, with
/// blocks for headings, captions, lists, block quotes and footnotes.
final class HtmlText {
  private static final Set<String> UNSEEN =
      Set.of(
          "script",
          "style",
          "noscript",
          "template",
          "svg",
          "iframe",
          "head",
          "button",
          "select",
          "input",
          "textarea",
          "object",
          "embed",
          "canvas",
          "audio",
          "video",
          "math",
          "title");
  private static final Set<String> PARAGRAPHS =
      Set.of(
          "p",
          "div",
          "section",
          "article",
          "main",
          "header",
          "footer",
          "aside",
          "nav",
          "form",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "blockquote",
          "figure",
          "figcaption",
          "ul",
          "ol",
          "dl",
          "table",
          "pre",
          "address",
          "fieldset",
          "details",
          "summary",
          "hr",
          "body");
  private static final Set<String> LINES =
      Set.of("li", "tr", "dt", "dd", "caption", "option", "thead", "tbody", "tfoot");
  private static final Pattern HIDDEN =
      Pattern.compile("(?i)(?:display\\s*+:\\s*+none|visibility\\s*+:\\s*+hidden)");

  private final Composition composition;
  private final StringBuilder pending = new StringBuilder();
  private boolean space;
  private @Nullable Region region;
  private int opened;

  private HtmlText(Composition composition) {
    this.composition = composition;
  }

  static void append(String html, Composition composition) {
    append(Jsoup.parse(html).body(), composition);
  }

  static void append(Element root, Composition composition) {
    composition.separate("\n\n");
    HtmlText text = new HtmlText(composition);
    text.walk(root);
    text.endLine();
  }

  static boolean isUnseen(Element element) {
    return UNSEEN.contains(element.normalName())
        || element.hasAttr("hidden")
        || element.attr("aria-hidden").equals("true")
        || HIDDEN.matcher(element.attr("style")).find();
  }

  private void walk(Element element) {
    if (isUnseen(element)) {
      return;
    }
    String name = element.normalName();
    if (name.equals("br")) {
      breakLine("\n");
      return;
    }
    if (PARAGRAPHS.contains(name)) {
      breakLine("\n\n");
    } else if (LINES.contains(name)) {
      breakLine("\n");
    }
    Region here = regionOf(element, name);
    boolean opens = here != null && region == null;
    if (opens) {
      endLine();
      region = here;
      opened = -1;
    }
    for (Node child : element.childNodes()) {
      if (child instanceof TextNode text) {
        words(text.getWholeText(), name.equals("pre"));
      } else if (child instanceof Element inside) {
        walk(inside);
      }
    }
    if (opens) {
      endLine();
      if (opened >= 0 && region != null) {
        composition.block(region, opened);
      }
      region = null;
    }
    if (name.equals("td") || name.equals("th")) {
      if (element.nextElementSibling() != null) {
        flush();
        composition.append("\t");
        space = false;
      }
    } else if (PARAGRAPHS.contains(name)) {
      breakLine("\n\n");
    } else if (LINES.contains(name)) {
      breakLine("\n");
    }
  }

  private static @Nullable Region regionOf(Element element, String name) {
    return switch (name) {
      case "h1", "h2", "h3", "h4", "h5", "h6" -> Region.HEADLINE;
      case "figcaption", "caption" -> Region.CAPTION;
      case "blockquote" -> Region.QUOTATION;
      case "li" -> isFootnote(element) ? Region.FOOTNOTE : Region.LIST;
      case "p", "div", "section", "aside" -> {
        // The classes that Tika gives to a word processor's headers and footers.
        String kind = element.className();
        yield isFootnote(element)
            ? Region.FOOTNOTE
            : kind.equals("header") || kind.equals("footer") ? Region.HEADER : null;
      }
      default -> null;
    };
  }

  private static boolean isFootnote(Element element) {
    String role = element.attr("role");
    return role.equals("doc-footnote")
        || role.equals("doc-endnote")
        || element.hasClass("footnote")
        || element.hasClass("endnote");
  }

  private void words(String text, boolean asWritten) {
    if (asWritten) {
      flush();
      startRegion();
      composition.append(text);
      return;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f') {
        space = true;
      } else if (c != '\u00AD' && c != '\u200B') {
        if (space && !atLineStart()) {
          pending.append(' ');
        }
        space = false;
        pending.append(c);
      }
    }
  }

  private boolean atLineStart() {
    return pending.isEmpty() && composition.atLineStart();
  }

  private void breakLine(String separator) {
    endLine();
    composition.separate(separator);
  }

  private void endLine() {
    flush();
    space = false;
  }

  private void flush() {
    if (!pending.isEmpty()) {
      startRegion();
      composition.append(pending);
      pending.setLength(0);
    }
  }

  private void startRegion() {
    if (region != null && opened < 0) {
      opened = composition.length();
    }
  }
}
