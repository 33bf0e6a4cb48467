package whence.acquire.parser;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// What a web page's head says of it: JSON-LD (schema.org), OpenGraph, Dublin Core, `meta`, `time`.
final class HtmlMetadata {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LONGEST_JSON = 1 << 20;
  private static final Pattern ISO =
      Pattern.compile(
          "(\\d{4}-\\d{2}-\\d{2})(?:[T ](\\d{2}:\\d{2}(?::\\d{2})?)(?:\\.\\d+)?\\s?(Z|[+-]\\d{2}:?\\d{2})?)?");

  private HtmlMetadata() {}

  static Parsed.Metadata of(Document page) {
    JsonNode linked = linkedData(page);
    String title =
        first(
            text(linked, "headline"),
            meta(page, "og:title", "twitter:title", "dc.title", "citation_title"),
            heading(page),
            page.title());
    String author =
        first(
            text(linked, "author"),
            meta(
                page,
                "author",
                "article:author",
                "dc.creator",
                "citation_author",
                "parsely-author"));
    String publisher =
        first(
            text(linked, "publisher"),
            meta(page, "og:site_name", "dc.publisher", "citation_publisher", "application-name"));
    if (author != null && author.startsWith("http")) {
      author = null;
    }
    String date = iso(text(linked, "datePublished"));
    String source = "JSON-LD datePublished";
    if (date == null) {
      date =
          iso(
              meta(
                  page,
                  "article:published_time",
                  "og:published_time",
                  "date",
                  "dc.date",
                  "dc.date.issued",
                  "dcterms.date",
                  "dcterms.created",
                  "citation_publication_date",
                  "parsely-pub-date",
                  "pubdate"));
      source = "the page's meta elements";
    }
    if (date == null) {
      Element time =
          page.selectFirst(
              "time[itemprop=datePublished][datetime], time[pubdate][datetime],"
                  + " article header time[datetime], article time[datetime], main time[datetime]");
      date = time == null ? null : iso(time.attr("datetime"));
      source = "the page's time element";
    }
    return new Parsed.Metadata(
        Words.orNull(title),
        Words.orNull(author),
        Words.orNull(publisher),
        date,
        date == null ? null : source,
        false);
  }

  private static @Nullable String heading(Document page) {
    return page.select("h1").size() == 1 ? page.select("h1").text() : null;
  }

  private static @Nullable String meta(Document page, String... names) {
    for (String name : names) {
      for (Element element : page.select("meta[content]")) {
        if (element.attr("property").equalsIgnoreCase(name)
            || element.attr("name").equalsIgnoreCase(name)
            || element.attr("itemprop").equalsIgnoreCase(name)) {
          String content = element.attr("content");
          if (!content.isBlank()) {
            return content;
          }
        }
      }
    }
    return null;
  }

  /// The first object in the page's JSON-LD that is an article, or else has a headline.
  private static @Nullable JsonNode linkedData(Document page) {
    for (Element script : page.select("script[type=application/ld+json]")) {
      for (JsonNode object : objects(script.data())) {
        if (object.isObject() && object.has("headline")) {
          return object;
        }
      }
    }
    return null;
  }

  private static List<JsonNode> objects(String json) {
    if (json.length() > LONGEST_JSON) {
      return List.of();
    }
    try {
      List<JsonNode> objects = new ArrayList<>();
      JsonNode root = JSON.readTree(json);
      objects.add(root);
      root.forEach(objects::add);
      root.path("@graph").forEach(objects::add);
      return objects;
    } catch (JsonProcessingException brokenScript) {
      return List.of();
    }
  }

  private static @Nullable String text(@Nullable JsonNode object, String name) {
    return object == null ? null : text(object.path(name), 0);
  }

  private static @Nullable String text(JsonNode value, int depth) {
    if (depth > 3) {
      return null;
    }
    if (value.isTextual()) {
      return value.asText();
    }
    if (value.isObject()) {
      return text(value.path("name"), depth + 1);
    }
    List<String> names = new ArrayList<>();
    for (JsonNode each : value) {
      String name = text(each, depth + 1);
      if (name != null) {
        names.add(name);
      }
    }
    return names.isEmpty() ? null : String.join(", ", names);
  }

  private static @Nullable String first(@Nullable String... values) {
    for (String value : values) {
      if (value != null && !value.isBlank()) {
        return value;
      }
    }
    return null;
  }

  private static @Nullable String iso(@Nullable String written) {
    if (written == null) {
      return null;
    }
    Matcher matcher = ISO.matcher(written.strip().replace('/', '-'));
    if (!matcher.lookingAt()) {
      return null;
    }
    String time = matcher.group(2);
    String zone = matcher.group(3);
    return time == null
        ? matcher.group(1)
        : matcher.group(1) + "T" + time + (zone == null ? "" : zone);
  }
}
