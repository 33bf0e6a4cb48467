package whence.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The sample case, read with the model that ships, against its answer key. The key was written
/// from the story; the floors here are what the program reaches, so that a change that loses ground
/// is seen.
class SampleTest {
  private static final Path HOME = SampleCase.HOME;

  @TempDir static Path folder;
  private static final Map<String, List<JsonNode>> LISTED = new HashMap<>();
  private static JsonNode key;
  private static Path sampleCase;

  @BeforeAll
  static void readTheSample() throws IOException {
    key = SampleCase.key();
    sampleCase = SampleCase.folder();
    for (String command :
        List.of("documents", "statements", "claims", "reuse", "families", "forecasts", "replies")) {
      Program.Ran ran = run(command, "--json", "--case", sampleCase);
      assertEquals(0, ran.status(), ran.err());
      LISTED.put(command, ran.json());
    }
  }

  private static Program.Ran run(Object... arguments) {
    return SampleCase.run(arguments);
  }

  private static List<JsonNode> listed(String command) {
    return LISTED.getOrDefault(command, List.of());
  }

  @Test
  void everyQuestionHasTheStateOfTheKey() throws IOException {
    Map<String, String> wanted = new TreeMap<>();
    key.get("questions")
        .forEach(line -> wanted.put(line.get("id").asText(), line.get("state").asText()));
    Map<String, String> found = new TreeMap<>();
    Program.Ran ran = run("ask", "--json", "--case", sampleCase);
    ran.json().forEach(line -> found.put(line.get("id").asText(), line.get("state").asText()));
    assertEquals(wanted, found, ran.err());
  }

  @Test
  void deletingWhatIsDerivedChangesNoAnswer() throws IOException {
    Path other = folder.resolve("rebuilt");
    SampleCase.copy(other);
    SampleCase.delete(other.resolve("derived"));
    assertEquals(1, run("rebuild", "--case", other).status());
    for (String[] command :
        List.of(
            new String[] {"ask"},
            new String[] {"ask", "Was the Premier told of the estimate?"},
            new String[] {"hypotheses"},
            new String[] {"knowledge"},
            new String[] {"gaps"},
            new String[] {"forecasts"},
            new String[] {"replies"},
            new String[] {"claims"},
            new String[] {"check", HOME.resolve("sample/draft/gate-faulty.md").toString()})) {
      assertEquals(out(command, sampleCase), out(command, other), String.join(" ", command));
    }
  }

  private static String out(String[] command, Path of) {
    List<Object> arguments = new ArrayList<>(List.of((Object[]) command));
    arguments.addAll(List.of("--json", "--case", of));
    Program.Ran ran = run(arguments.toArray());
    assertFalse(ran.out().isEmpty(), ran.err());
    return ran.out();
  }

  @Test
  void everyDocumentIsOnRecordAsTheKeyHasIt() {
    Map<String, JsonNode> found = new TreeMap<>();
    listed("documents").forEach(line -> found.put(line.get("document").asText(), line));
    int right = 0;
    int fields = 0;
    List<String> wrong = new ArrayList<>();
    for (JsonNode wanted : key.get("documents")) {
      String path = wanted.get("document").asText();
      JsonNode line = found.get(path);
      assertTrue(line != null, () -> path + " is not on record: " + found.keySet());
      if (line.path("why").asText("").contains("tesseract")) {
        // On a machine without it, a scan is on record as not read, and says how to get it.
        continue;
      }
      assertEquals(wanted.get("status"), line.get("status"), path);
      assertEquals(wanted.get("alsoAt"), line.get("alsoAt"), path);
      assertEquals(wanted.get("mediaType"), line.get("mediaType"), path);
      for (String field : List.of("title", "author", "publisher", "republishedFrom")) {
        fields++;
        if (wanted.get(field).equals(line.get(field))) {
          right++;
        } else {
          wrong.add(path + " " + field + ": " + wanted.get(field) + ", found " + line.get(field));
        }
      }
    }
    System.out.println("sample: metadata " + right + " of " + fields + " " + wrong);
    assertTrue(right >= 0.8 * fields, () -> "metadata: " + wrong);
  }

  @Test
  void familiesAreThoseOfTheKey() {
    Set<Set<String>> found = new HashSet<>();
    listed("families").forEach(family -> found.add(texts(family.get("documents"))));
    for (JsonNode wanted : key.get("families")) {
      Set<String> family = texts(wanted.get("documents"));
      assertTrue(
          found.stream().anyMatch(it -> it.containsAll(family)),
          () -> family + " not within one of " + found);
    }
  }

  @Test
  void everySliceOfEveryDocumentIsExact() {
    Map<String, String> texts = new HashMap<>();
    for (JsonNode statement : listed("statements")) {
      String path = statement.get("document").asText();
      String text = texts.computeIfAbsent(path, it -> run("text", it, "--case", sampleCase).out());
      for (String part : List.of("source", "cue", "content", "hedges", "likelihood", "mentions")) {
        for (JsonNode passage : statement.get(part)) {
          String words = text.substring(passage.get("start").asInt(), passage.get("end").asInt());
          JsonNode said = passage.has("text") ? passage.get("text") : passage.get("words");
          if (said != null) {
            assertEquals(words, said.asText(), path);
          }
        }
      }
    }
  }

  @Test
  void attributedStatementsHaveTheirInnermostSource() {
    Map<String, List<JsonNode>> byDocument = new HashMap<>();
    for (JsonNode statement : listed("statements")) {
      if (statement.get("kind").asText().equals("attributed")) {
        byDocument
            .computeIfAbsent(statement.get("document").asText(), path -> new ArrayList<>())
            .add(statement);
      }
    }
    int wanted = 0;
    int found = 0;
    int right = 0;
    int unknown = 0;
    for (JsonNode statement : key.get("statements")) {
      if (!statement.get("kind").asText().equals("attributed")) {
        continue;
      }
      wanted++;
      List<JsonNode> matching =
          byDocument.getOrDefault(statement.get("document").asText(), List.of()).stream()
              .filter(it -> overlaps(content(it), fold(statement.get("quote").asText())))
              .toList();
      if (matching.isEmpty()) {
        continue;
      }
      found++;
      if (matching.stream().anyMatch(it -> isRight(innermost(it), statement))) {
        right++;
      } else if (matching.stream().allMatch(it -> innermost(it).path("name").isNull())) {
        unknown++;
      }
    }
    System.out.printf(
        Locale.ROOT,
        "sample: of %d attributed statements %d found, innermost source right in %d, unknown in %d,"
            + " wrong in %d%n",
        wanted,
        found,
        right,
        unknown,
        found - right - unknown);
    assertTrue(right >= SOURCES_RIGHT * wanted, "innermost sources right: " + right);
  }

  private static final double SOURCES_RIGHT = 0.7;

  private static JsonNode innermost(JsonNode statement) {
    return statement.get("chain").get(statement.get("chain").size() - 1);
  }

  private static boolean isRight(JsonNode link, JsonNode wanted) {
    JsonNode source = wanted.get("source");
    Set<String> names = new TreeSet<>();
    names.add(fold(source.get("name").asText()));
    source.path("accept").forEach(name -> names.add(fold(name.asText())));
    String name = fold(link.path("name").asText(""));
    String as = fold(link.path("as").asText(""));
    return names.contains(name)
        || names.contains(as)
        || names.stream()
            .anyMatch(it -> !name.isEmpty() && (name.contains(it) || it.contains(name)))
        || (source.path("kind").asText().equals("anonymous")
            && link.get("kind").asText().equals("anonymous"));
  }

  private static String content(JsonNode statement) {
    StringBuilder content = new StringBuilder();
    statement
        .get("content")
        .forEach(piece -> content.append(piece.get("text").asText()).append(' '));
    return fold(content.toString());
  }

  private static String fold(String text) {
    return text.replaceAll("[>\\s]+", " ")
        .replaceAll("^(the|an|a) ", "")
        .strip()
        .toLowerCase(Locale.ROOT);
  }

  /// The one contains the other.
  private static boolean overlaps(String content, String quote) {
    return !content.isEmpty()
        && (content.contains(quote) || (content.length() > 20 && quote.contains(content)));
  }

  @Test
  void theReportIsWrittenAndHoldsNoScript() throws IOException {
    Path report = folder.resolve("report.html");
    assertEquals(0, run("report", "--case", sampleCase, "--output", report).status());
    String html = Files.readString(report);
    assertTrue(html.contains("Ansel Gate"));
    assertFalse(html.contains("<script"));
  }

  private static Set<String> texts(JsonNode list) {
    Set<String> texts = new TreeSet<>();
    list.forEach(each -> texts.add(each.asText()));
    return texts;
  }

  /// The rules were written looking at `gate`; `paper` was looked at once they found all of that;
  /// `night` and `after` are by another hand; `wire` and `memo` were planted before they were
  /// checked.
  @Test
  void faultsPlantedInDraftsAreFoundAndCleanSentencesLeftAlone() throws IOException {
    assertPlanted("gate", 38, 1);
    assertPlanted("paper", 11, 1);
    assertPlanted("night", 35, 2);
    assertPlanted("after", 13, 1);
    assertPlanted("wire", 14, 3);
    assertPlanted("memo", 15, 3);
  }

  private static void assertPlanted(String draft, int found, int alarms) throws IOException {
    Path drafts = HOME.resolve("sample/draft");
    Program.Ran clean = run("check", drafts.resolve(draft + ".md"), "--json", "--case", sampleCase);
    assertTrue(clean.json().size() <= alarms, () -> draft + ": " + clean.json());
    assertEquals(clean.json().isEmpty() ? 0 : 1, clean.status(), clean.err());
    Program.Ran faulty =
        run("check", drafts.resolve(draft + "-faulty.md"), "--json", "--case", sampleCase);
    assertEquals(1, faulty.status(), faulty.err());
    JsonNode planted =
        new JsonMapper()
            .readTree(Files.readString(drafts.resolve(draft + "-faulty.json")))
            .get("faults");
    int right = 0;
    List<String> missed = new ArrayList<>();
    for (JsonNode fault : planted) {
      boolean hit =
          faulty.json().stream()
              .anyMatch(each ->
                  each.get("start").asInt() < fault.get("end").asInt()
                      && each.get("end").asInt() > fault.get("start").asInt());
      right += hit ? 1 : 0;
      if (!hit) {
        missed.add(fault.get("quote").asText());
      }
    }
    assertTrue(right >= found, draft + ": " + right + " found; missed " + missed);
  }
}
