package whence.weigh;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import whence.model.Reading;
import whence.model.Reuse;
import whence.model.Sha256;

/// Plants copies among the articles of a JSON Lines file (`publisher`, `date`, `text`) and prints
/// how many are found: `ReuseMeasure news-events.jsonl.gz [originals] [seed]`.
final class ReuseMeasure {
  private ReuseMeasure() {}

  public static void main(String[] arguments) throws IOException {
    List<PlantedCopies.Article> articles = distinct(articles(Path.of(arguments[0])));
    int originals = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 200;
    long seed = arguments.length > 2 ? Long.parseLong(arguments[2]) : 1;
    System.out.println(articles.size() + " articles to copy from");
    List<PlantedCopies.Made> made = new PlantedCopies(articles, seed).make(originals);
    List<Reading> readings = new ArrayList<>();
    for (int i = 0; i < made.size(); i++) {
      readings.add(PlantedCopies.reading(i, made.get(i)));
    }
    System.out.println(measure(made, readings));
  }

  /// Pairs by how their two documents were edited: found of all.
  private static final class Tally {
    private int found;
    private int all;
  }

  static String measure(List<PlantedCopies.Made> made, List<Reading> readings) {
    Map<Sha256, Integer> numbers = new HashMap<>();
    for (int i = 0; i < readings.size(); i++) {
      numbers.put(readings.get(i).document().sha256(), i);
    }
    long start = System.nanoTime();
    List<Reuse> reuse =
        new ReuseFinder(
                readings.stream()
                    .map(Wording::of)
                    .sorted(Comparator.comparing(wording -> wording.document.path()))
                    .toList())
            .find();
    double seconds = (System.nanoTime() - start) / 1e9;
    int found = 0;
    int right = 0;
    int directed = 0;
    int directedRight = 0;
    int known = 0;
    int knownRight = 0;
    Groups groups = new Groups(made.size());
    Set<Long> hit = new HashSet<>();
    StringBuilder strange = new StringBuilder();
    for (Reuse pair : reuse) {
      if (pair.kind() == Reuse.Kind.QUOTATION) {
        continue;
      }
      int from = numbers.getOrDefault(pair.from(), -1);
      int to = numbers.getOrDefault(pair.to(), -1);
      groups.join(from, to);
      found++;
      if (made.get(from).family() == made.get(to).family()) {
        right++;
        hit.add(key(from, to));
      } else if (Boolean.getBoolean("show")) {
        strange.append(shown(pair, readings.get(from).text().characters()));
      }
      if (made.get(to).parent() == from || made.get(from).parent() == to) {
        boolean good = made.get(to).parent() == from;
        directed++;
        directedRight += good ? 1 : 0;
        known += pair.direction() == Reuse.Direction.KNOWN ? 1 : 0;
        knownRight += good && pair.direction() == Reuse.Direction.KNOWN ? 1 : 0;
      }
    }
    SortedMap<String, Tally> tallies = new TreeMap<>();
    int tied = 0;
    int caught = 0;
    Groups truth = new Groups(made.size());
    for (int i = 0; i < made.size(); i++) {
      if (made.get(i).parent() >= 0) {
        truth.join(i, made.get(i).parent());
      }
      for (int j = i + 1; j < made.size(); j++) {
        if (made.get(i).family() == made.get(j).family()
            && PlantedCopies.tied(made.get(i), made.get(j))) {
          boolean got = hit.contains(key(i, j));
          Tally tally =
              tallies.computeIfAbsent(
                  made.get(i).edits() + "/ " + made.get(j).edits(), _ -> new Tally());
          tied++;
          caught += got ? 1 : 0;
          tally.all++;
          tally.found += got ? 1 : 0;
        }
      }
    }
    int exact = 0;
    int families = 0;
    int loners = 0;
    int lonersTied = 0;
    List<List<Integer>> members = members(truth, made.size());
    List<List<Integer>> guesses = members(groups, made.size());
    for (List<Integer> family : members) {
      if (family.size() > 1) {
        families++;
        exact += guesses.contains(family) ? 1 : 0;
      } else if (!family.isEmpty()) {
        loners++;
        lonersTied += guesses.contains(family) ? 0 : 1;
      }
    }
    StringBuilder byEdits = new StringBuilder();
    tallies.forEach((edits, tally) ->
        byEdits.append(
            tally.all - tally.found > 4
                ? "  %-60s %d of %d%n".formatted(edits, tally.found, tally.all)
                : ""));
    double precision = right / (double) Math.max(1, found);
    double recall = caught / (double) Math.max(1, tied);
    return strange
        + byEdits.toString()
        + ("documents %d  pairs found %d  precision %.4f recall %.4f F1 %.4f%n"
                + "direction right %.4f of %d, known right %.4f of %d%n"
                + "families exact %.4f of %d  independents tied %.4f of %d  %.2f s, %.0f"
                + " documents/s")
            .formatted(
                made.size(),
                found,
                precision,
                recall,
                2 * precision * recall / (precision + recall),
                directedRight / (double) Math.max(1, directed),
                directed,
                knownRight / (double) Math.max(1, known),
                known,
                exact / (double) Math.max(1, families),
                families,
                lonersTied / (double) Math.max(1, loners),
                loners,
                seconds,
                made.size() / seconds);
  }

  private static long key(int one, int other) {
    return ((long) Math.min(one, other) << 32) | Math.max(one, other);
  }

  private static List<List<Integer>> members(Groups groups, int size) {
    List<List<Integer>> members = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      members.add(new ArrayList<>());
    }
    for (int i = 0; i < size; i++) {
      members.get(groups.of(i)).add(i);
    }
    return members;
  }

  private static String shown(Reuse pair, String from) {
    StringBuilder shown = new StringBuilder("strange " + pair.kind() + " " + pair.share() + "\n");
    for (Reuse.Match match : pair.passages()) {
      shown
          .append("    ")
          .append(from.substring(match.fromStart(), match.fromEnd()).replace('\n', ' '))
          .append('\n');
    }
    return shown.toString();
  }

  private static final Pattern FIELD =
      Pattern.compile("\"(\\w+)\": ?\"((?:[^\"\\\\]++|\\\\.)*+)\"");
  private static final Pattern SENTENCE = Pattern.compile("(?<=[.!?](?: ''|”|\")?) +(?=[A-Z`“\"])");

  /// Without articles of which an earlier one already holds a twelfth of the runs of five words: a
  /// publisher's own updates are copies nobody planted.
  private static List<PlantedCopies.Article> distinct(List<PlantedCopies.Article> articles) {
    Map<Integer, Set<Integer>> holders = new HashMap<>();
    List<PlantedCopies.Article> kept = new ArrayList<>();
    for (PlantedCopies.Article article : articles) {
      List<String> words = List.of(String.join(" ", article.sentences()).split("\\W+"));
      Map<Integer, Integer> shared = new HashMap<>();
      Set<Integer> runs = new HashSet<>();
      for (int i = 0; i + 5 <= words.size(); i++) {
        runs.add(words.subList(i, i + 5).hashCode());
      }
      for (int run : runs) {
        holders
            .getOrDefault(run, Set.of())
            .forEach(holder -> shared.merge(holder, 1, Integer::sum));
      }
      if (shared.values().stream().noneMatch(count -> count * 12 > runs.size())) {
        int number = kept.size();
        runs.forEach(run -> holders.computeIfAbsent(run, _ -> new HashSet<>()).add(number));
        kept.add(article);
      }
    }
    return kept;
  }

  static List<PlantedCopies.Article> articles(Path file) throws IOException {
    List<PlantedCopies.Article> articles = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new java.util.zip.GZIPInputStream(Files.newInputStream(file)),
                StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        Map<String, String> fields = new HashMap<>();
        Matcher matcher = FIELD.matcher(line);
        while (matcher.find()) {
          fields.put(matcher.group(1), unescape(matcher.group(2)));
        }
        List<String> sentences =
            List.of(SENTENCE.split(fields.getOrDefault("text", ""))).stream().limit(60).toList();
        if (sentences.size() >= 8) {
          articles.add(
              new PlantedCopies.Article(
                  fields.getOrDefault("publisher", ""),
                  fields.getOrDefault("date", "2009-01-01"),
                  sentences));
        }
      }
    }
    return articles;
  }

  private static String unescape(String escaped) {
    Matcher unicode = Pattern.compile("\\\\u([0-9a-fA-F]{4})").matcher(escaped);
    return unicode
        .replaceAll(found ->
            Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(found.group(1), 16))))
        .replace("\\n", "\n")
        .replace("\\\"", "\"")
        .replace("\\\\", "\\");
  }
}
