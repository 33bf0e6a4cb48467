package whence.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import whence.model.Span;

/// The project's own gold: who says what, through whom, in excerpts of real documents, as
/// `bench/gold/GUIDE.md` says. Standoff: the words stand in the documents, which are not here.
///
/// @param excerpts in the order of the file
record Gold(List<Excerpt> excerpts) {
  /// The kinds of documents marked, each in a file of that name.
  static final List<String> GENRES = List.of("articles", "assessments", "hearings", "mail");

  /// @param document the end of its path in the shared data
  /// @param sha256 of its text in UTF-8, without a byte order mark
  /// @param region the part marked, UTF-16 code units
  record Excerpt(String document, String sha256, Span region, List<Marked> statements) {}

  /// A statement as marked.
  ///
  /// @param nested whether it stands within another's content
  /// @param turn whether only the form of the document says who speaks
  /// @param chain outermost first, without the publisher
  /// @param sure whether the marker would bet on it
  record Marked(
      List<Span> source,
      List<Span> cue,
      List<Span> content,
      boolean nested,
      boolean turn,
      List<Link> chain,
      String stance,
      Set<String> backing,
      List<Span> likelihood,
      boolean sure) {}

  /// @param named whether `at` is a name; else words for somebody whom the document never names
  /// @param at a place where the name or the words stand; null where the text tells no source
  record Link(boolean named, @Nullable Span at) {}

  static Gold read(Path file) throws IOException {
    JsonMapper mapper = new JsonMapper();
    List<Excerpt> excerpts = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      JsonNode excerpt = mapper.readTree(line);
      List<Marked> statements = new ArrayList<>();
      excerpt.required("statements").forEach(statement -> statements.add(marked(statement)));
      excerpts.add(
          new Excerpt(
              excerpt.required("document").asText(),
              excerpt.required("sha256").asText(),
              span(excerpt.required("region")),
              statements));
    }
    return new Gold(excerpts);
  }

  private static Marked marked(JsonNode statement) {
    List<Link> chain = new ArrayList<>();
    for (JsonNode link : statement.required("chain")) {
      JsonNode at = link.get("at");
      chain.add(
          new Link(link.required("kind").asText().equals("name"), at == null ? null : span(at)));
    }
    Set<String> backing = new TreeSet<>();
    statement.required("backing").forEach(word -> backing.add(word.asText()));
    return new Marked(
        spans(statement.required("source")),
        spans(statement.required("cue")),
        spans(statement.required("content")),
        !statement.required("within").isNull(),
        statement.required("turn").asBoolean(),
        chain,
        statement.required("stance").asText().toLowerCase(Locale.ROOT),
        backing,
        spans(statement.required("likelihood")),
        statement.required("sure").asBoolean());
  }

  private static List<Span> spans(JsonNode nodes) {
    List<Span> spans = new ArrayList<>();
    nodes.forEach(node -> spans.add(span(node)));
    return spans;
  }

  private static Span span(JsonNode node) {
    return new Span(node.required(0).asInt(), node.required(1).asInt());
  }

  int size() {
    return excerpts.stream().mapToInt(excerpt -> excerpt.statements().size()).sum();
  }

  /// How many the markers would bet on.
  long sure() {
    return excerpts.stream()
        .flatMap(excerpt -> excerpt.statements().stream())
        .filter(Marked::sure)
        .count();
  }
}
