package whence.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import whence.app.Program.Ran;
import whence.model.Entry;
import whence.store.Journal;
import whence.store.local.LocalStore;

/// The commands as a user has them: exit statuses, `--json` as `docs/output.md` promises it, what
/// is shown to people.
class CommandsTest {
  private static final String GAZETTE =
      """
      Harbour vote was bought, auditor says

      Mara Lindqvist said the harbour vote was bought on 4 March 2031. Tor Abel denied that the \
      harbour vote was bought. The ferry ran late.
      """;

  @TempDir Path folder;
  private Path documents;
  private Path home;

  @BeforeEach
  void makeDocuments() throws IOException {
    documents = Files.createDirectories(folder.resolve("papers"));
    home = folder.resolve("case");
    Files.writeString(documents.resolve("gazette.txt"), GAZETTE);
    Files.writeString(
        documents.resolve("memo.txt"),
        "TLP:AMBER\n\nMara Lindqvist said the harbour vote was bought on 4 March 2031.\n");
    Files.createDirectories(documents.resolve("copies"));
    Files.writeString(documents.resolve("copies/again.txt"), GAZETTE);
  }

  private Ran read() {
    Ran ran = Program.run("read", documents, "--case", home);
    assertEquals(0, ran.status(), ran.err());
    return ran;
  }

  private Ran on(Object... command) {
    List<Object> arguments = new ArrayList<>(List.of(command));
    arguments.add("--case");
    arguments.add(home);
    return Program.run(arguments.toArray());
  }

  @Test
  void theSameBytesUnderTwoNamesAreOneDocument() {
    read();
    List<JsonNode> listed = on("documents", "--json").json();
    assertEquals(List.of("copies/again.txt", "memo.txt"), texts(listed, "document"));
    assertEquals("gazette.txt", listed.getFirst().at("/alsoAt/0").asText());
    assertEquals("read", listed.getFirst().get("status").asText());
    assertEquals("TLP:AMBER", listed.get(1).at("/handling/0").asText());
  }

  @Test
  void readingAgainBringsNothingTwice() {
    read();
    List<Entry.Acquired> before = acquired();
    assertEquals(3, before.size());
    String output = everything();
    Ran again = read();
    assertTrue(again.out().contains("0 new"), again.out());
    assertEquals(output, everything());
    assertEquals(before, acquired());
  }

  private List<Entry.Acquired> acquired() {
    try (LocalStore store = LocalStore.open(home, "test")) {
      return store.journal().entries().stream()
          .map(Journal.Recorded::entry)
          .filter(Entry.Acquired.class::isInstance)
          .map(Entry.Acquired.class::cast)
          .toList();
    }
  }

  @Test
  void rebuildingGivesTheSameOutput() {
    read();
    String before = everything();
    assertEquals(0, on("rebuild").status());
    assertEquals(before, everything());
  }

  @Test
  void orderAndRepetitionDoNotShow() throws IOException {
    read();
    String before = everything();
    Path other = folder.resolve("other-case");
    int step = 0;
    for (String name : List.of("memo.txt", "copies", "gazette.txt", "copies")) {
      Path alone = folder.resolve("step-" + step++).resolve("papers");
      copy(documents.resolve(name), alone.resolve(name));
      assertEquals(0, Program.run("read", alone, "--case", other).status());
    }
    home = other;
    assertEquals(before, everything());
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to.getParent());
    if (Files.isDirectory(from)) {
      Files.createDirectories(to);
      try (var inside = Files.list(from)) {
        for (Path each : inside.toList()) {
          copy(each, to.resolve(each.getFileName()));
        }
      }
    } else {
      Files.copy(from, to);
    }
  }

  private String everything() {
    StringBuilder all = new StringBuilder();
    for (String command :
        List.of(
            "documents",
            "statements",
            "claims",
            "reuse",
            "families",
            "times",
            "timeline",
            "forecasts",
            "replies",
            "gaps")) {
      Ran ran = on(command, "--json");
      assertEquals(0, ran.status(), ran.err());
      all.append(ran.out());
    }
    return all.toString();
  }

  @TestFactory
  List<DynamicTest> fieldsStandInTheOrderPromised() {
    read();
    Map<String, String> promised =
        Map.of(
            "documents",
            "document sha256 title author publisher republishedFrom date mediaType language pages "
                + "characters handling alsoAt status why",
            "statements",
            "id document page kind within depth region source cue content chain act stance "
                + "likelihood analyticConfidence hedges backing forecast said about speakerRole "
                + "mentions score review",
            "times",
            "document text value start end type",
            "claims",
            "id text statements documents origins grade deniedBy contradicts",
            "families",
            "origin documents",
            "reuse",
            "from to direction kind share passages");
    return promised.entrySet().stream()
        .map(each ->
            DynamicTest.dynamicTest(
                each.getKey(),
                () -> {
                  List<String> fields = List.of(each.getValue().split(" "));
                  for (JsonNode line : on(each.getKey(), "--json").json()) {
                    List<String> names = new ArrayList<>();
                    line.fieldNames().forEachRemaining(names::add);
                    assertEquals(fields, names.subList(0, fields.size()));
                  }
                }))
        .toList();
  }

  @Test
  void everySliceIsExact() {
    read();
    List<JsonNode> statements = on("statements", "--json").json();
    assertFalse(statements.isEmpty());
    for (JsonNode statement : statements) {
      String text = on("text", statement.get("document").asText()).out();
      for (String part : List.of("source", "cue", "content", "hedges")) {
        for (JsonNode passage : statement.get(part)) {
          assertEquals(
              text.substring(passage.get("start").asInt(), passage.get("end").asInt()),
              passage.get("text").asText());
        }
      }
    }
  }

  @Test
  void textIsTheFileItself() throws IOException {
    Files.write(
        documents.resolve("bom.txt"),
        "\uFEFFOne.\r\nTwo\u001b[2J.\r\n".getBytes(StandardCharsets.UTF_8));
    read();
    assertEquals("One.\r\nTwo\u001b[2J.\r\n", on("text", "bom.txt").out());
    String seen = Program.onTerminal("", "text", "bom.txt", "--case", home).out();
    assertFalse(seen.contains("\u001b"), "no escape sequence reaches a terminal");
    assertTrue(seen.contains("Two\u241b[2J."), seen);
  }

  @Test
  void statementsCanBeNarrowed() {
    read();
    List<JsonNode> attributed = on("statements", "--json", "--attributed").json();
    assertEquals(3, attributed.size());
    assertEquals(
        List.of("denies"), texts(on("statements", "--json", "--source", "abel").json(), "stance"));
    assertEquals(
        1, on("statements", "--json", "--attributed", "--document", "memo.txt").json().size());
    assertEquals(2, on("statements", "--document", "nowhere.txt").status());
  }

  @Test
  void showWalksFromAClaimToTheWords() {
    read();
    String claim =
        on("claims", "--json").json().stream()
            .filter(line -> line.get("text").asText().contains("harbour vote was bought"))
            .findFirst()
            .orElseThrow()
            .get("id")
            .asText();
    Ran tree = on("show", claim.substring(0, 12));
    assertEquals(0, tree.status(), tree.err());
    assertTrue(tree.out().contains("Mara Lindqvist"), tree.out());
    String statement =
        on("statements", "--json", "--source", "Tor Abel").json().getFirst().get("id").asText();
    Ran shown = on("show", statement);
    assertTrue(shown.out().contains("denies"), shown.out());
    assertTrue(shown.out().contains("copies/again.txt"), shown.out());
    assertEquals(2, on("show", "zzzz").status());
  }

  @Test
  void likeFindsWhereItWasSaid() {
    read();
    JsonNode found = on("like", "vote bought at the harbour", "--json", "--top", "2").json().get(0);
    assertEquals("vote bought at the harbour", found.get("query").asText());
    assertEquals(2, found.get("hits").size());
    assertTrue(found.at("/hits/0/passage/text").asText().contains("bought"), found.toString());
    assertEquals(2, on("like").status());
  }

  @Test
  void positionJudgesEachPairAndNamesWhatIsNotThere() throws IOException {
    read();
    Path pairs = folder.resolve("pairs.jsonl");
    Files.writeString(
        pairs,
        """
        {"claim": "The harbour vote was bought", "document": "gazette.txt"}
        {"claim": "Bakers strike over flour", "document": "memo.txt"}
        {"claim": "The harbour vote was bought", "document": "gone.txt"}
        """);
    Ran ran = on("position", "--file", pairs, "--json");
    assertEquals(1, ran.status());
    assertTrue(ran.err().contains("gone.txt: no such document"), ran.err());
    List<JsonNode> lines = ran.json();
    assertEquals(List.of("gazette.txt", "memo.txt", "gone.txt"), texts(lines, "document"));
    assertFalse(lines.get(0).get("position").asText().equals("unrelated"), lines.toString());
    JsonNode passage = lines.get(0).at("/passages/0");
    assertEquals(
        GAZETTE.substring(passage.get("start").asInt(), passage.get("end").asInt()),
        passage.get("text").asText());
    assertEquals("unrelated", lines.get(1).get("position").asText());
    assertEquals(0, lines.get(1).get("passages").size());
    assertTrue(lines.get(2).get("position").isNull());
    assertTrue(lines.get(2).get("score").isNull());
    assertEquals(ran.out(), on("position", "--file", pairs, "--json").out());

    Files.writeString(pairs, "{\"claim\": \"A\", \"document\": \"memo.txt\"}\n{\"claim\": 3}\n");
    Ran wrong = on("position", "--file", pairs, "--json");
    assertEquals(2, wrong.status());
    assertTrue(wrong.err().contains("pairs.jsonl:2"), wrong.err());
    assertEquals(2, on("position").status());
  }

  @Test
  void aDecisionIsPutOnRecordAndCanBeReplaced() {
    read();
    String id =
        on("statements", "--json", "--source", "Tor Abel").json().getFirst().get("id").asText();
    assertEquals(2, on("review", id, "--confirm").status(), "a decision says whose it is");
    assertEquals(0, on("review", id, "--confirm", "--by", "A. Chen").status());
    assertEquals("confirmed", reviewed(id).get("review").asText());
    assertEquals(
        0,
        on("review", id, "--correct-source", "Tora Abel", "--by", "B. Okoye", "--why", "page 2")
            .status());
    JsonNode now = reviewed(id);
    assertEquals("corrected", now.get("review").asText());
    assertEquals("B. Okoye", now.get("reviewedBy").asText());
    assertEquals("Tora Abel", now.get("correctedSource").asText());
    assertEquals(2, on("review").status(), "a walk needs a terminal");
  }

  private JsonNode reviewed(String id) {
    return on("statements", "--json").json().stream()
        .filter(line -> line.get("id").asText().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theWalkGoesFromTheLeastSureAndStopsWhenAsked() {
    read();
    Ran walk =
        Program.onTerminal(
            "A. Chen\nx\nc\nbecause\nn\nq\n", "review", "--case", home, "--attributed");
    assertEquals(0, walk.status(), walk.err());
    assertTrue(walk.out().contains("1 decision on record"), walk.out());
    List<String> states = texts(on("statements", "--json").json(), "review");
    assertEquals(1, states.stream().filter("confirmed"::equals).count());
  }

  @Test
  void aRejectedStatementStandsBehindNoClaim() {
    read();
    String id =
        on("statements", "--json", "--source", "Tor Abel").json().getFirst().get("id").asText();
    assertEquals(0, on("review", id, "--reject", "--by", "A. Chen").status());
    for (JsonNode claim : on("claims", "--json").json()) {
      claim.get("statements").forEach(each -> assertFalse(each.asText().equals(id)));
    }
  }

  @Test
  void aRemovedDocumentIsGoneAndStaysOut() throws IOException {
    read();
    assertEquals(2, on("remove", "memo.txt", "--by", "A. Chen").status(), "it takes a reason");
    assertEquals(0, on("remove", "memo.txt", "--by", "A. Chen", "--why", "privileged").status());
    assertEquals(List.of("copies/again.txt"), texts(on("documents", "--json").json(), "document"));
    try (var files = Files.walk(home)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertFalse(bytes.contains("TLP:AMBER"), () -> "its words are still in " + file);
      }
    }
    Ran again = read();
    assertTrue(again.out().contains("left out"), again.out());
    assertEquals(List.of("copies/again.txt"), texts(on("documents", "--json").json(), "document"));
    assertEquals(0, on("verify").status());
  }

  @Test
  void verifyTellsALostTailAndAnAlteredOriginal() throws IOException {
    read();
    String head = on("verify").out().replaceAll("(?s).*head is ([0-9a-f]{64}).*", "$1");
    assertEquals(0, on("verify", "--head", head).status());
    assertEquals(1, on("verify", "--head", "0123456789abcdef".repeat(4)).status());
    assertEquals(2, on("verify", "--head", "nonsense").status());
    try (var files = Files.walk(home.resolve("originals"))) {
      Path original = files.filter(Files::isRegularFile).sorted().findFirst().orElseThrow();
      Files.delete(original);
      Files.writeString(original, "something else");
    }
    Ran broken = on("verify");
    assertEquals(1, broken.status());
    assertTrue(broken.err().contains("altered"), broken.err());
  }

  @Test
  void theReportIsOneFileThatNamesNothingOfTheMachine() throws IOException {
    read();
    Path report = folder.resolve("report.html");
    assertEquals(0, on("report", "--output", report).status());
    String html = Files.readString(report);
    assertTrue(html.contains("harbour vote was bought"));
    assertFalse(html.contains(folder.toString()), "no absolute path");
    String user = System.getProperty("user.name");
    assertFalse(user.length() > 4 && html.contains(user), "no user name");
  }

  @Test
  void statementsOfTwoRootsThatClashCarryTheRootsName() throws IOException {
    Path other = Files.createDirectories(folder.resolve("letters"));
    Files.writeString(other.resolve("memo.txt"), "Ann Moss said the quay is closed.\n");
    Ran ran = Program.run("read", documents, other, "--case", home);
    assertEquals(0, ran.status(), ran.err());
    assertEquals(
        List.of("letters/memo.txt", "papers/copies/again.txt", "papers/memo.txt"),
        texts(on("documents", "--json").json(), "document"));
  }

  @Test
  void everyCommandHasAHelpPage() {
    Ran help = Program.run("--help");
    assertEquals(0, help.status());
    for (String command :
        List.of(
            "demo",
            "read",
            "documents",
            "statements",
            "claims",
            "show",
            "like",
            "position",
            "reuse",
            "families",
            "timeline",
            "forecasts",
            "forecast",
            "replies",
            "reply",
            "letter",
            "ready",
            "knowledge",
            "knew",
            "times",
            "text",
            "check",
            "report",
            "serve",
            "review",
            "statement",
            "claim",
            "source",
            "decisions",
            "undo",
            "inquiry",
            "ask",
            "gaps",
            "question",
            "hypotheses",
            "hypothesis",
            "remove",
            "rebuild",
            "verify",
            "completion")) {
      assertTrue(help.out().contains("\n  " + command + " "), command);
      Ran page = Program.run(command, "--help");
      assertEquals(0, page.status());
      assertTrue(page.out().contains("Example"), command + " has an example:\n" + page.out());
      for (String line : page.out().lines().toList()) {
        assertTrue(line.length() <= 80, () -> command + ": a line is too long: " + line);
      }
    }
    assertTrue(Program.run("completion", "bash").out().contains("complete -F"));
  }

  private static List<String> texts(List<JsonNode> lines, String field) {
    return lines.stream().map(line -> line.get(field).asText()).toList();
  }
}
