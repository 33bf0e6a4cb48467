package whence.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/// Articles of several publishers on the same events, as `reuse/news-events.jsonl.gz` holds them:
/// `id` (event, publisher, number), `publisher`, `date`, `text`.
final class NewsEvents {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern SENTENCE = Pattern.compile("(?<=[.!?](?: ''|”|\")?) +(?=[A-Z`“\"])");
  private static final int FEWEST_SENTENCES = 8;
  private static final int MOST_SENTENCES = 60;

  private static final int RUN = 5;

  /// A run of words that more articles hold is furniture, which real piles are full of too.
  private static final int MOST_HOLDERS = 10;

  /// Sharing more runs than these, two articles are not independent.
  private static final int MOST_SHARED = 15;

  private NewsEvents() {}

  /// @param event what it is about, by the name of the set
  record Article(String event, String publisher, String date, List<String> sentences) {}

  static List<Article> read(Path file) throws IOException {
    List<Article> articles = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        JsonNode fields = JSON.readTree(line);
        List<String> sentences =
            Stream.of(SENTENCE.split(fields.path("text").asText())).limit(MOST_SENTENCES).toList();
        if (sentences.size() >= FEWEST_SENTENCES) {
          String id = fields.path("id").asText();
          articles.add(
              new Article(
                  id.substring(0, Math.max(0, id.indexOf('_'))),
                  fields.path("publisher").asText(),
                  fields.path("date").asText(),
                  sentences));
        }
      }
    }
    return articles;
  }

  /// Without those that share text with an earlier one: a publisher's own updates are copies nobody
  /// planted.
  static List<Article> independent(List<Article> articles) {
    List<Set<Integer>> runs = articles.stream().map(NewsEvents::runs).toList();
    Map<Integer, Integer> held = new HashMap<>();
    runs.forEach(own -> own.forEach(run -> held.merge(run, 1, Integer::sum)));
    Map<Integer, List<Integer>> holders = new HashMap<>();
    List<Article> kept = new ArrayList<>();
    for (int number = 0; number < articles.size(); number++) {
      Map<Integer, Integer> shared = new HashMap<>();
      for (int run : runs.get(number)) {
        if (held.getOrDefault(run, 0) <= MOST_HOLDERS) {
          holders
              .getOrDefault(run, List.of())
              .forEach(other -> shared.merge(other, 1, Integer::sum));
        }
      }
      if (shared.values().stream().allMatch(count -> count <= MOST_SHARED)) {
        int own = number;
        runs.get(number)
            .forEach(run -> holders.computeIfAbsent(run, _ -> new ArrayList<>()).add(own));
        kept.add(articles.get(number));
      }
    }
    return kept;
  }

  private static Set<Integer> runs(Article article) {
    List<String> words = List.of(String.join(" ", article.sentences()).split("\\W+"));
    Set<Integer> runs = new HashSet<>();
    for (int i = 0; i + RUN <= words.size(); i++) {
      runs.add(words.subList(i, i + RUN).hashCode());
    }
    return runs;
  }
}
