package whence.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import whence.weigh.WordNeighbours;

/// Pairs of sentences of which the shared sets tell whether they say the same.
final class ClaimPairs {
  enum Label {
    SAME,
    CONTRARY,
    DIFFERENT
  }

  /// @param group pairs of one group are never learned from and judged with apart
  record Pair(String set, String group, String one, String other, Label label) {}

  /// Of two sentences' events, so many must be shared for them to say the same.
  static final double ENOUGH_EVENTS = 0.5;

  /// A sentence of ECB+ that somebody looked for events in.
  ///
  /// @param events names of its events; two sentences with one name tell of one event
  record Marked(String topic, String document, String text, Set<String> events) {
    double shared(Marked other) {
      Set<String> all = new HashSet<>(events);
      all.addAll(other.events);
      Set<String> both = new HashSet<>(events);
      both.retainAll(other.events);
      return both.size() / (double) all.size();
    }
  }

  private ClaimPairs() {}

  static List<Pair> of(Setting setting) throws IOException {
    List<Pair> pairs = new ArrayList<>();
    Optional<Path> ecb = setting.shared("claims/ecbplus-val.tar.gz");
    if (ecb.isPresent()) {
      pairs.addAll(events(marked(ecb.get())));
    }
    Optional<Path> climate = setting.shared("claims/climate-fever-half.jsonl.gz");
    if (climate.isPresent()) {
      pairs.addAll(climate(climate.get()));
    }
    Optional<Path> headlines = setting.shared("claims/fnc1-half.jsonl.gz");
    if (headlines.isPresent()) {
      pairs.addAll(headlines(headlines.get()));
    }
    Optional<Path> tweets = setting.shared("claims/checkthat2020.tar.gz");
    if (tweets.isPresent()) {
      pairs.addAll(tweets(tweets.get()));
    }
    return pairs;
  }

  /// The sentences of ECB+ with events, by document and place.
  static List<Marked> marked(Path archive) throws IOException {
    Map<String, byte[]> files = Archive.files(archive);
    Map<String, TreeMap<Integer, String>> words = new TreeMap<>();
    new String(files.get("conll.csv"), StandardCharsets.UTF_8)
        .lines()
        .skip(1)
        .map(ClaimPairs::cells)
        .forEach(row ->
            words
                .computeIfAbsent(row.get(1) + " " + row.get(2), _ -> new TreeMap<>())
                .put(Integer.parseInt(row.get(3)), row.get(4)));
    Map<String, Set<String>> events = new TreeMap<>();
    for (JsonNode event : new ObjectMapper().readTree(files.get("event_mentions.json"))) {
      events
          .computeIfAbsent(
              event.path("conll_doc_key").asText() + " " + event.path("sent_id").asInt(),
              _ -> new TreeSet<>())
          .add(event.path("coref_chain").asText());
    }
    List<Marked> marked = new ArrayList<>();
    events.forEach((sentence, names) -> {
      TreeMap<Integer, String> found = words.get(sentence);
      if (found != null) {
        marked.add(
            new Marked(
                sentence.substring(0, sentence.indexOf('/')),
                sentence.substring(0, sentence.indexOf(' ')),
                joined(List.copyOf(found.values())),
                names));
      }
    });
    return marked;
  }

  private static List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.isEmpty() ? "\"" : cell.toString());
    return cells;
  }

  private static String joined(List<String> tokens) {
    String text = String.join(" ", tokens);
    return text.replaceAll(" ([.,;:!?%)\\]]|'s\\b|n't\\b|'\\B|''|'re\\b|'ve\\b|'ll\\b)", "$1")
        .replaceAll("([(\\[$`]) ", "$1");
  }

  /// Two sentences of two documents on one topic: the same if they share half of their events,
  /// different if they share none. What lies between is left out.
  private static List<Pair> events(List<Marked> marked) {
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < marked.size(); i++) {
      for (int j = 0; j < i; j++) {
        Marked one = marked.get(j);
        Marked other = marked.get(i);
        double shared = one.shared(other);
        if (one.topic().equals(other.topic())
            && !one.document().equals(other.document())
            && (shared == 0 || shared >= ENOUGH_EVENTS)) {
          pairs.add(
              new Pair(
                  "ecb",
                  "ecb " + one.topic(),
                  one.text(),
                  other.text(),
                  shared == 0 ? Label.DIFFERENT : Label.SAME));
        }
      }
    }
    return pairs;
  }

  private static List<Pair> climate(Path file) throws IOException {
    List<Pair> pairs = new ArrayList<>();
    for (String line : Archive.lines(file)) {
      JsonNode claim = new ObjectMapper().readTree(line);
      for (JsonNode evidence : claim.path("evidences")) {
        pairs.add(
            new Pair(
                "climate",
                "climate " + claim.path("claim_id").asText(),
                claim.path("claim").asText(),
                evidence.path("evidence").asText(),
                switch (evidence.path("evidence_label").asText()) {
                  case "SUPPORTS" -> Label.SAME;
                  case "REFUTES" -> Label.CONTRARY;
                  default -> Label.DIFFERENT;
                }));
      }
    }
    return pairs;
  }

  private static final int MOST_OF_A_BODY = 6;

  /// Headlines that agree with one body say the same, those that disagree with it the contrary, and
  /// those of another story something else.
  private static List<Pair> headlines(Path file) throws IOException {
    Map<String, String> parents = new HashMap<>();
    List<Map<String, List<String>>> bodies = new ArrayList<>();
    for (String line : Archive.lines(file)) {
      JsonNode body = new ObjectMapper().readTree(line);
      Map<String, List<String>> byStance = new TreeMap<>();
      for (JsonNode each : body.path("headlines")) {
        byStance
            .computeIfAbsent(each.path("stance").asText(), _ -> new ArrayList<>())
            .add(each.path("headline").asText());
      }
      bodies.add(byStance);
      Set<String> story = new LinkedHashSet<>();
      for (String stance : List.of("agree", "disagree", "discuss")) {
        story.addAll(byStance.getOrDefault(stance, List.of()));
      }
      String first = null;
      for (String headline : story) {
        String top = top(parents, headline);
        if (first == null) {
          first = top;
        } else if (!top.equals(top(parents, first))) {
          parents.put(top, top(parents, first));
        }
      }
    }
    Set<Pair> pairs = new LinkedHashSet<>();
    for (Map<String, List<String>> body : bodies) {
      List<String> agree = body.getOrDefault("agree", List.of()).stream().distinct().toList();
      int made = 0;
      for (int i = 0; i < agree.size() && made < MOST_OF_A_BODY; i++) {
        String group = "fnc " + top(parents, agree.get(i));
        for (int j = 0; j < i && made < MOST_OF_A_BODY; j++) {
          pairs.add(new Pair("fnc", group, agree.get(j), agree.get(i), Label.SAME));
          made++;
        }
        for (String against : body.getOrDefault("disagree", List.of())) {
          pairs.add(new Pair("fnc", group, agree.get(i), against, Label.CONTRARY));
        }
      }
      if (!agree.isEmpty()) {
        body.getOrDefault("unrelated", List.of()).stream()
            .limit(3)
            .forEach(other ->
                pairs.add(
                    new Pair(
                        "fnc",
                        "fnc " + top(parents, agree.getFirst()),
                        agree.getFirst(),
                        other,
                        Label.DIFFERENT)));
      }
    }
    return List.copyOf(pairs);
  }

  private static String top(Map<String, String> parents, String headline) {
    String top = headline;
    while (parents.containsKey(top)) {
      top = parents.get(top);
    }
    return top;
  }

  /// A tweet says what its claim says, and not what another claim says that shares rare words with
  /// it.
  private static List<Pair> tweets(Path archive) throws IOException {
    Map<String, String> files = new TreeMap<>();
    Archive.paths(archive)
        .forEach((path, bytes) -> files.put(path, new String(bytes, StandardCharsets.UTF_8)));
    Map<String, String> claims = new TreeMap<>();
    LikeMeasure.rows(files, "verified_claims.docs.tsv")
        .forEach(row -> claims.put(row.get(0), row.get(1)));
    WordNeighbours near = new WordNeighbours(claims);
    List<Pair> pairs = new ArrayList<>();
    for (String part : List.of("train", "dev")) {
      Map<String, String> tweets = new TreeMap<>();
      LikeMeasure.rows(files, part + "/tweets.queries.tsv")
          .forEach(row -> tweets.put(row.get(0), row.get(1)));
      String links = files.getOrDefault(part + "/tweet-vclaim-pairs.qrels", "");
      for (String line : links.lines().toList()) {
        List<String> row = List.of(line.strip().split("\\s+"));
        String tweet = tweets.get(row.get(0));
        String claim = claims.get(row.get(2));
        if (tweet == null || claim == null) {
          continue;
        }
        String group = "checkthat " + row.get(2);
        pairs.add(new Pair("checkthat", group, tweet, claim, Label.SAME));
        near.near(claim, 4).stream()
            .filter(found -> !found.id().equals(row.get(2)))
            .map(found -> claims.getOrDefault(found.id(), ""))
            .filter(other -> !alike(other, claim))
            .limit(2)
            .forEach(
                other -> pairs.add(new Pair("checkthat", group, tweet, other, Label.DIFFERENT)));
      }
    }
    return pairs;
  }

  /// The set holds many claims twice, worded a little otherwise.
  private static boolean alike(String one, String other) {
    Set<String> left = words(one);
    Set<String> right = words(other);
    Set<String> both = new HashSet<>(left);
    both.retainAll(right);
    return 2.0 * both.size() / (left.size() + right.size()) > 0.6;
  }

  private static Set<String> words(String text) {
    return new HashSet<>(List.of(text.toLowerCase(Locale.ROOT).split("\\W+")));
  }
}
