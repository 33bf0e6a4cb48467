package whence.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// `whence like` on CheckThat! 2020, task 2: 10,375 verified claims, a file each, and for every
/// tweet the claim that it repeats. The weight of words was tuned on the training part; nothing
/// else was.
final class LikeMeasure implements Measure {
  private static final int TOP = 5;

  @Override
  public String name() {
    return "like";
  }

  @Override
  public String says() {
    return "MAP@5 of whence like on CheckThat! 2020, and seconds; 95 % intervals over tweets";
  }

  @Override
  public boolean onRequest() {
    return true;
  }

  private record Query(String text, Set<String> claims) {}

  @Override
  public void take(Setting setting, Sheet sheet) throws IOException {
    Optional<Path> archive = setting.shared("claims/checkthat2020.tar.gz");
    if (archive.isEmpty() || !setting.hasModel()) {
      sheet.note("not measured: no shared claims, or no model");
      return;
    }
    Map<String, String> files = new TreeMap<>();
    Archive.paths(archive.get())
        .forEach((path, bytes) -> files.put(path, new String(bytes, StandardCharsets.UTF_8)));
    Path folder = setting.folder("like");
    Program program = new Program(setting.program(), folder);
    Path claims = Files.createDirectories(folder.resolve("claims"));
    for (List<String> row : rows(files, "verified_claims.docs.tsv")) {
      Files.writeString(
          claims.resolve(row.get(0) + ".txt"), row.get(2) + "\n\n" + row.get(1) + "\n");
    }
    Path home = folder.resolve("case");
    // Statements make no difference to what is found, and most of the time that reading takes.
    double read =
        program
            .run("read", claims.toString(), "--only", "text", "--case", home.toString())
            .mustSucceed()
            .seconds();
    sheet.figure("reading the claims' text", "s", read);
    double indexing =
        program
            .run("like", "a first query", "--json", "--case", home.toString())
            .mustSucceed()
            .seconds();
    sheet.figure("a first query, indexing them", "s", indexing);
    sheet.figure(
        "a query more",
        "s",
        program
            .run("like", "a second query", "--json", "--case", home.toString())
            .mustSucceed()
            .seconds());
    for (String part : List.of("train", "dev")) {
      List<Query> queries = queries(files, part);
      for (String by : List.of("both", "meaning", "words")) {
        measure(setting, sheet, program, home, part, queries, by);
      }
    }
  }

  private static void measure(
      Setting setting,
      Sheet sheet,
      Program program,
      Path home,
      String part,
      List<Query> queries,
      String by)
      throws IOException {
    Path file = home.resolveSibling(part + ".txt");
    Files.write(file, queries.stream().map(Query::text).toList());
    List<String> arguments =
        new ArrayList<>(List.of("like", "--file", file.toString(), "--top", "" + TOP, "--json"));
    arguments.addAll(List.of("--case", home.toString()));
    if (!by.equals("both")) {
      arguments.addAll(List.of("--by", by));
    }
    Launch launch = program.run(arguments.toArray(String[]::new)).mustSucceed();
    List<JsonNode> answers = new ArrayList<>();
    for (String line : Files.readAllLines(launch.log())) {
      if (line.startsWith("{")) {
        answers.add(new JsonMapper().readTree(line));
      }
    }
    if (answers.size() != queries.size()) {
      throw new IOException(answers.size() + " answers to " + queries.size() + " queries");
    }
    double[] precisions = new double[queries.size()];
    double sum = 0;
    for (int i = 0; i < precisions.length; i++) {
      precisions[i] = precision(answers.get(i), queries.get(i).claims());
      sum += precisions[i];
    }
    Bootstrap interval = Bootstrap.mean(precisions, setting.seed());
    sheet.line(
        "   %-40s MAP@5 %.3f [%.3f, %.3f]   %d tweets, %.1f s"
            .formatted(
                part + ", by " + by,
                sum / precisions.length,
                interval.low(),
                interval.high(),
                precisions.length,
                launch.seconds()));
  }

  /// Average precision of the first five.
  private static double precision(JsonNode answer, Set<String> claims) {
    double sum = 0;
    int right = 0;
    int rank = 0;
    Set<String> seen = new HashSet<>();
    for (JsonNode hit : answer.required("hits")) {
      rank++;
      String path = hit.required("document").asText();
      String name = path.substring(path.lastIndexOf('/') + 1).replace(".txt", "");
      if (rank <= TOP && claims.contains(name) && seen.add(name)) {
        right++;
        sum += (double) right / rank;
      }
    }
    return sum / claims.size();
  }

  private static List<Query> queries(Map<String, String> files, String part) throws IOException {
    Map<String, Set<String>> claims = new TreeMap<>();
    for (String line : text(files, part + "/tweet-vclaim-pairs.qrels").lines().toList()) {
      String[] fields = line.strip().split("\\s+");
      claims.computeIfAbsent(fields[0], _ -> new HashSet<>()).add(fields[2]);
    }
    List<Query> queries = new ArrayList<>();
    for (List<String> row : rows(files, part + "/tweets.queries.tsv")) {
      Set<String> right = claims.get(row.get(0));
      if (right != null) {
        queries.add(new Query(row.get(1).replaceAll("\\s+", " "), right));
      }
    }
    return queries;
  }

  private static String text(Map<String, String> files, String name) throws IOException {
    String text = files.get(name);
    if (text == null) {
      throw new IOException("no " + name + " in checkthat2020.tar.gz");
    }
    return text;
  }

  /// The rows behind the first, of fields between tabs; one in quotation marks may go over lines,
  /// and has its own quotation marks doubled.
  static List<List<String>> rows(Map<String, String> files, String name) throws IOException {
    String text = text(files, name).replace("\r\n", "\n");
    List<List<String>> rows = new ArrayList<>();
    List<String> row = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quoted) {
        if (c != '"') {
          field.append(c);
        } else if (text.startsWith("\"\"", i)) {
          field.append(c);
          i++;
        } else {
          quoted = false;
        }
      } else if (c == '"' && field.isEmpty()) {
        quoted = true;
      } else if (c == '\t' || c == '\n') {
        row.add(field.toString());
        field.setLength(0);
        if (c == '\n') {
          rows.add(List.copyOf(row));
          row.clear();
        }
      } else {
        field.append(c);
      }
    }
    return rows.stream().skip(1).toList();
  }
}
