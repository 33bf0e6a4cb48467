package whence.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import whence.model.Span;

/// A statement as `whence statements --json` lists it.
///
/// @param chain outermost first, without publishers
record Listed(
    List<Span> source,
    List<Span> cue,
    List<Span> content,
    int depth,
    List<Link> chain,
    String stance,
    Set<String> backing,
    List<Span> likelihood) {
  /// @param name null when unresolved
  /// @param as the words for it; null where there are none
  record Link(String kind, @Nullable String name, @Nullable String as) {}

  static Listed of(JsonNode statement) {
    List<Link> chain = new ArrayList<>();
    for (JsonNode link : statement.required("chain")) {
      if (link.required("role").asText().equals("source")) {
        chain.add(new Link(link.required("kind").asText(), text(link, "name"), text(link, "as")));
      }
    }
    Set<String> backing = new TreeSet<>();
    statement.required("backing").forEach(word -> backing.add(word.asText()));
    return new Listed(
        spans(statement.required("source")),
        spans(statement.required("cue")),
        spans(statement.required("content")),
        statement.required("depth").asInt(),
        chain,
        statement.required("stance").asText(),
        backing,
        spans(statement.required("likelihood")));
  }

  /// What a second marker found, as if it were listed.
  ///
  /// @param text of the document
  static Listed of(Gold.Marked marked, String text) {
    List<Link> chain = new ArrayList<>();
    for (Gold.Link link : marked.chain()) {
      String words = link.at() == null ? null : link.at().of(text);
      chain.add(
          link.named()
              ? new Link("person", words, words)
              : new Link(words == null ? "unknown" : "group", null, words));
    }
    return new Listed(
        marked.source(),
        marked.cue(),
        marked.content(),
        marked.nested() ? 1 : 0,
        chain,
        marked.stance(),
        marked.backing(),
        marked.likelihood());
  }

  private static @Nullable String text(JsonNode node, String field) {
    JsonNode value = node.required(field);
    return value.isNull() ? null : value.asText();
  }

  static List<Span> spans(JsonNode passages) {
    List<Span> spans = new ArrayList<>();
    for (JsonNode passage : passages) {
      spans.add(new Span(passage.required("start").asInt(), passage.required("end").asInt()));
    }
    return spans;
  }

  Span extent() {
    int start = Integer.MAX_VALUE;
    int end = 0;
    for (List<Span> part : List.of(source, cue, content)) {
      for (Span span : part) {
        start = Math.min(start, span.start());
        end = Math.max(end, span.end());
      }
    }
    return new Span(Math.min(start, end), end);
  }
}
