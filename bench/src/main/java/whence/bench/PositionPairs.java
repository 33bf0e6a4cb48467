package whence.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import whence.language.BgeEmbedder;
import whence.weigh.Embedder;
import whence.weigh.Remembering;
import whence.weigh.position.Discourse;
import whence.weigh.position.Position;

/// The pairs of a Fake News Challenge file, measured.
///
/// A body and a headline that have to do with each other belong to one story, and so does what has
/// to do with either.
record PositionPairs(List<Pair> pairs) {
  /// @param body its number in the file
  /// @param bodyStory names the story of the body, `headlineStory` that of the headline
  @SuppressWarnings("ArrayRecordComponent") // rows of trees' measures, never compared
  record Pair(
      int body, String bodyStory, String headlineStory, Position position, double[] measures) {}

  private static final Map<String, Position> POSITIONS =
      Map.of(
          "unrelated", Position.UNRELATED,
          "agree", Position.AGREES,
          "disagree", Position.DISPUTES,
          "discuss", Position.DISCUSSES);

  PositionPairs {
    pairs = List.copyOf(pairs);
  }

  static PositionPairs read(Path file) throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    Embedder embedder = new Remembering(new BgeEmbedder());
    List<JsonNode> bodies = new ArrayList<>();
    for (String line : Archive.lines(file)) {
      bodies.add(mapper.readTree(line));
    }
    Map<String, String> stories = stories(bodies);
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < bodies.size(); i++) {
      Discourse discourse = Discourse.of(bodies.get(i).path("body").asText(), embedder);
      for (JsonNode each : bodies.get(i).path("headlines")) {
        String headline = each.path("headline").asText();
        pairs.add(
            new Pair(
                i,
                story(stories, bodyName(bodies.get(i))),
                story(stories, headlineName(headline)),
                Objects.requireNonNull(POSITIONS.get(each.path("stance").asText())),
                discourse.measures(headline)));
      }
    }
    return new PositionPairs(pairs);
  }

  private static String bodyName(JsonNode body) {
    return "body " + body.path("body_id").asText();
  }

  private static String headlineName(String headline) {
    return "headline " + headline;
  }

  /// Each name's parent; what is no key is a story's first.
  private static Map<String, String> stories(List<JsonNode> bodies) {
    Map<String, String> parents = new HashMap<>();
    for (JsonNode body : bodies) {
      for (JsonNode each : body.path("headlines")) {
        if (!each.path("stance").asText().equals("unrelated")) {
          String one = story(parents, bodyName(body));
          String other = story(parents, headlineName(each.path("headline").asText()));
          if (!one.equals(other)) {
            parents.put(other, one);
          }
        }
      }
    }
    return parents;
  }

  private static String story(Map<String, String> parents, String name) {
    String top = name;
    while (parents.containsKey(top)) {
      top = parents.get(top);
    }
    return top;
  }

  /// How many related pairs each story's bodies have.
  Map<String, Integer> sizes() {
    Map<String, Integer> sizes = new TreeMap<>();
    for (Pair pair : pairs) {
      sizes.merge(pair.bodyStory(), pair.position() == Position.UNRELATED ? 0 : 1, Integer::sum);
      sizes.merge(pair.headlineStory(), 0, Integer::sum);
    }
    return sizes;
  }

  Set<Integer> bodies() {
    Set<Integer> bodies = new LinkedHashSet<>();
    pairs.forEach(pair -> bodies.add(pair.body()));
    return bodies;
  }
}
