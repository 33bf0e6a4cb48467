package whence.acquire.parser;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// Finds a page's article among its furniture, after Mozilla's Readability: paragraphs with commas
/// and few links vote for what they stand in. Losing text is worse than keeping some furniture, so
/// a page whose article is not clear is taken whole.
final class Article {
  private static final Pattern FURNITURE =
      Pattern.compile(
          "(?i)-ad-|ad-break|adbox|advert|agegate|banner|breadcrumb|combx|comment|cookie|consent"
              + "|disqus|gdpr|masthead-nav|menu|modal|newsletter|outbrain|pagination|pager|paywall"
              + "|popup|promo|recirc|related|remark|rss|share|sharing|shoutbox|sidebar|signup|skyscraper"
              + "|social|sponsor|subscribe|taboola|tags|toolbar|widget|yom-remote");
  private static final Pattern PERHAPS =
      Pattern.compile("(?i)article|body|column|content|main|story|entry|post|text");
  private static final String NEVER =
      "script, style, noscript, template, nav, iframe, svg, button, select, dialog,"
          + " [role=navigation], [role=banner], [role=contentinfo], [role=search], [role=dialog],"
          + " [role=menu], [role=complementary], [hidden], [aria-hidden=true]";
  private static final double MOST_LINKS = 0.5;
  private static final double ENOUGH = 0.5;

  private Article() {}

  /// The elements to read, in order: the headline if it stands apart, and the article. Takes the
  /// furniture out of `page`.
  static List<Element> find(Document page) {
    Element body = page.body();
    Element headline = page.selectFirst("h1");
    long before = letters(body);
    Document whole = page.clone();
    takeOutFurniture(body);
    if (letters(body) < before / 10) {
      // What looked like furniture was the text.
      return List.of(whole.body());
    }
    Element article = marked(body);
    if (article == null) {
      article = voted(body);
    }
    List<Element> found = new ArrayList<>();
    if (headline != null && !article.equals(body) && article.selectFirst("h1") == null) {
      found.add(headline);
    }
    found.add(article);
    return found;
  }

  private static void takeOutFurniture(Element body) {
    body.select(NEVER).remove();
    long all = Math.max(1, letters(body));
    for (Element element : body.select("header, footer, aside, form, div, section, ul, ol, p")) {
      if (element.parent() == null || !element.hasParent()) {
        continue;
      }
      String name = element.normalName();
      double share = (double) letters(element) / all;
      boolean inArticle = element.closest("article, main, blockquote") != null;
      boolean frame =
          switch (name) {
            case "footer", "aside", "form" -> share < 0.3;
            case "header" -> !inArticle && element.selectFirst("h1") == null && share < 0.3;
            default -> false;
          };
      String marks = element.className() + " " + element.id();
      boolean named =
          FURNITURE.matcher(marks).find()
              && !PERHAPS.matcher(marks).find()
              && share < 0.3
              && (linkShare(element) > 0.25 || letters(element) < 300);
      boolean links =
          (name.equals("ul") || name.equals("ol") || name.equals("div"))
              && linkShare(element) > 0.8
              && letters(element) > 20
              && share < 0.5
              && element.selectFirst("h1, h2, blockquote") == null;
      if (frame || named || links) {
        element.remove();
      }
    }
  }

  /// What the page itself marks as its article, if that holds most of the prose.
  private static @Nullable Element marked(Element body) {
    double all = prose(body);
    Element best = null;
    for (Element candidate : body.select("[itemprop=articleBody], article, main, [role=main]")) {
      if (prose(candidate) >= all * ENOUGH
          && (best == null || candidate.parents().contains(best))) {
        best = candidate;
      }
    }
    return best;
  }

  private static Element voted(Element body) {
    Map<Element, Double> votes = new HashMap<>();
    List<Element> order = new ArrayList<>();
    for (Element paragraph : body.select("p, pre, td")) {
      String text = paragraph.text();
      Element parent = paragraph.parent();
      if (text.length() < 25 || parent == null) {
        continue;
      }
      double vote =
          1 + text.chars().filter(c -> c == ',').count() + Math.min(3, text.length() / 100);
      vote(votes, order, parent, vote);
      Element above = parent.parent();
      if (above != null) {
        vote(votes, order, above, vote / 2);
      }
    }
    Element best = body;
    double most = 0;
    for (Element candidate : order) {
      double votesFor = votes.getOrDefault(candidate, 0.0) * (1 - linkShare(candidate));
      if (votesFor > most) {
        most = votesFor;
        best = candidate;
      }
    }
    double all = prose(body);
    while (!best.equals(body) && prose(best) < all * ENOUGH) {
      Element parent = best.parent();
      best = parent == null ? body : parent;
    }
    return best;
  }

  private static void vote(
      Map<Element, Double> votes, List<Element> order, Element element, double vote) {
    if (votes.merge(element, vote, Double::sum) == vote) {
      order.add(element);
    }
  }

  private static long letters(Element element) {
    return element.text().length();
  }

  private static double prose(Element element) {
    double prose = 0;
    for (Element paragraph : element.select("p, pre, td, li, blockquote")) {
      if (linkShare(paragraph) < MOST_LINKS) {
        prose += paragraph.ownText().length();
      }
    }
    return prose == 0 ? letters(element) : prose;
  }

  private static double linkShare(Element element) {
    long all = letters(element);
    long linked = 0;
    for (Element link : element.select("a[href]")) {
      linked += letters(link);
    }
    return all == 0 ? 0 : (double) linked / all;
  }
}
