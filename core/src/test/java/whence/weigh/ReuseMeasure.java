package whence.weigh;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    List<PlantedCopies.Article> articles = articles(Path.of(arguments[0]));
    int originals = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 200;
    long seed = arguments.length > 2 ? Long.parseLong(arguments[2]) : 1;
    List<PlantedCopies.Made> made = new PlantedCopies(articles, seed).make(originals);
    List<Reading> readings = new ArrayList<>();
    for (int i = 0; i < made.size(); i++) {
      readings.add(PlantedCopies.reading(i, made.get(i)));
    }
    System.out.println(measure(made, readings));
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
                    .sorted(java.util.Comparator.comparing(w -> w.document.path()))
                    .toList())
            .find();
    double seconds = (System.nanoTime() - start) / 1e9;
    int found = 0;
    int right = 0;
    int strange = 0;
    int directed = 0;
    int directedRight = 0;
    int known = 0;
    int knownRight = 0;
    Groups groups = new Groups(made.size());
    Groups truth = new Groups(made.size());
    java.util.Set<Long> hit = new java.util.HashSet<>();
    for (Reuse pair : reuse) {
      int from = numbers.get(pair.from());
      int to = numbers.get(pair.to());
      if (pair.kind() == Reuse.Kind.QUOTATION) {
        continue;
      }
      groups.join(from, to);
      boolean family = made.get(from).family() == made.get(to).family();
      if (!family) {
        strange++;
        if (System.getProperty("show") != null && strange <= 20) {
          System.out.println(
              "strange "
                  + pair.kind()
                  + " "
                  + pair.share()
                  + " "
                  + made.get(from).publisher()
                  + " | "
                  + made.get(to).publisher());
          for (Reuse.Match match : pair.passages().subList(0, 1)) {
            System.out.println(
                "   "
                    + readings
                        .get(from)
                        .text()
                        .characters()
                        .substring(match.fromStart(), match.fromEnd())
                        .replace('\n', ' '));
          }
        }
      }
      found++;
      if (family) {
        right++;
        hit.add(((long) Math.min(from, to) << 32) | Math.max(from, to));
      }
      if (made.get(to).parent() == from || made.get(from).parent() == to) {
        directed++;
        boolean good = made.get(to).parent() == from;
        directedRight += good ? 1 : 0;
        if (pair.direction() == Reuse.Direction.KNOWN) {
          known++;
          knownRight += good ? 1 : 0;
        }
      }
    }
    int tied = 0;
    int missed = 0;
    for (int i = 0; i < made.size(); i++) {
      if (made.get(i).parent() >= 0) {
        truth.join(i, made.get(i).parent());
      }
      for (int j = i + 1; j < made.size(); j++) {
        if (made.get(i).family() == made.get(j).family()
            && PlantedCopies.tied(made.get(i), made.get(j))) {
          tied++;
          if (!hit.contains(((long) i << 32) | j)) {
            missed++;
            if (System.getProperty("show") != null && missed <= 20) {
              System.out.println("missed " + i + " " + j + " " + made.get(j).text().length());
              System.out.println(
                  made.get(j).sentences().stream().filter(s -> s.origin() >= 0).limit(3).toList());
            }
          }
        }
      }
    }
    int exact = 0;
    int families = 0;
    Map<Integer, List<Integer>> members = new HashMap<>();
    Map<Integer, List<Integer>> guesses = new HashMap<>();
    for (int i = 0; i < made.size(); i++) {
      members.computeIfAbsent(truth.of(i), k -> new ArrayList<>()).add(i);
      guesses.computeIfAbsent(groups.of(i), k -> new ArrayList<>()).add(i);
    }
    int loners = 0;
    int lonersTied = 0;
    for (List<Integer> family : members.values()) {
      if (family.size() > 1) {
        families++;
        exact += family.equals(guesses.get(groups.of(family.getFirst()))) ? 1 : 0;
      } else {
        loners++;
        lonersTied += guesses.get(groups.of(family.getFirst())).size() > 1 ? 1 : 0;
      }
    }
    double precision = right / (double) Math.max(1, found);
    double recall = (tied - missed) / (double) Math.max(1, tied);
    return ("documents %d  pairs found %d, strange %d  precision %.4f recall %.4f F1 %.4f%n"
            + "direction right %.4f of %d, known right %.4f of %d%n"
            + "families exact %.4f of %d  independents tied %.4f of %d  %.2f s, %.0f documents/s")
        .formatted(
            made.size(),
            found,
            strange,
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

  private static final Pattern FIELD =
      Pattern.compile("\"(\\w+)\": ?\"((?:[^\"\\\\]++|\\\\.)*+)\"");
  private static final Pattern SENTENCE = Pattern.compile("(?<=[.!?](?: ''|”|\")?) +(?=[A-Z`“\"])");

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
