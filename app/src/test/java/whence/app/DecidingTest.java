package whence.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whence.app.Program.Ran;

/// People's decisions by the commands that make them.
class DecidingTest {
  private static final String GAZETTE =
      """
      Mara Lindqvist said the harbour vote was bought in secret. Lindqvist said the mayor knew of \
      the payment. The clerk whispered to us that the ledger was burned on Sunday.
      """;
  private static final String COURIER =
      """
      Tor Abel said the harbour vote was bought in secret. Tor Abel said the council sold its \
      votes for money.
      """;

  @TempDir Path folder;
  private Path home;

  @BeforeEach
  void read() throws IOException {
    Path papers = Files.createDirectories(folder.resolve("papers"));
    home = folder.resolve("case");
    Files.writeString(papers.resolve("gazette.txt"), GAZETTE);
    Files.writeString(papers.resolve("courier.txt"), COURIER);
    assertEquals(0, Program.run("read", papers, "--case", home).status());
  }

  private Ran on(Object... command) {
    List<Object> arguments = new ArrayList<>(List.of(command));
    arguments.add("--case");
    arguments.add(home);
    return Program.run(arguments.toArray());
  }

  /// @return the decision's number
  private int decide(Object... command) {
    List<Object> arguments = new ArrayList<>(List.of(command));
    arguments.addAll(List.of("--by", "A. Chen", "--why", "checked"));
    Ran ran = on(arguments.toArray());
    assertEquals(0, ran.status(), ran.err());
    List<JsonNode> all = on("decisions", "--json").json();
    int number = all.getLast().get("number").asInt();
    assertTrue(ran.out().contains("whence undo " + number + " "), ran.out());
    return number;
  }

  private JsonNode statement(String content) {
    return on("statements", "--json", "--attributed").json().stream()
        .filter(line -> line.at("/content/0/text").asText().startsWith(content))
        .findFirst()
        .orElseThrow();
  }

  private JsonNode claim(String statement) {
    return on("claims", "--json").json().stream()
        .filter(line -> line.get("statements").toString().contains(statement))
        .findFirst()
        .orElseThrow();
  }

  private String everything() {
    return on("statements", "--json").out()
        + on("claims", "--json").out()
        + on("decisions", "--json").out();
  }

  private static String id(JsonNode line) {
    return line.get("id").asText();
  }

  @Test
  void everyDecisionChangesWhatItIsAboutAndRebuildingKeepsItAll() {
    String bought = id(statement("the harbour vote was bought"));
    String council = id(statement("the council sold"));
    assertEquals(2, claim(bought).at("/origins/atLeast").asInt());

    decide("claim", "merge", id(claim(bought)), id(claim(council)));
    assertEquals(id(claim(bought)), id(claim(council)));

    int split = decide("claim", "split", id(claim(bought)), council);
    assertFalse(id(claim(bought)).equals(id(claim(council))));

    decide("claim", "grade", id(claim(bought)), 3);
    JsonNode graded = claim(bought);
    assertEquals(3, graded.at("/grade/credibility").asInt());
    assertTrue(graded.at("/grade/why").asText().contains("By the rules it is 1"));
    assertEquals("graded", graded.get("review").asText());
    assertEquals("A. Chen", graded.get("reviewedBy").asText());

    String mayor = id(statement("the mayor knew"));
    decide("claim", "reject", id(claim(mayor)));
    assertEquals("rejected", claim(mayor).get("review").asText());
    assertFalse(on("claims").out().contains("the mayor knew"));
    assertTrue(on("claims").out().contains("1 rejected claim left out"));
    assertTrue(on("claims", "--rejected").out().contains("the mayor knew"));

    decide("claim", "relate", id(claim(bought)), "contradicts", id(claim(council)));
    assertEquals(id(claim(council)), claim(bought).at("/contradicts/0").asText());
    assertEquals("contradicts", claim(council).at("/related/0/relation").asText());

    decide("source", "same", "Mara Lindqvist", "Tor Abel");
    assertEquals(1, claim(bought).at("/origins/atMost").asInt());
    decide("source", "differ", "Tor Abel", "Mara Lindqvist");
    assertEquals(2, claim(bought).at("/origins/atLeast").asInt());
    decide("source", "grade", "Tor Abel", "d");
    assertTrue(on("show", id(claim(bought))).out().contains("not usually reliable, says A. Chen"));

    String before = everything();
    assertEquals(0, on("rebuild").status());
    assertEquals(before, everything());

    decide("undo", split);
    assertEquals(id(claim(bought)), id(claim(council)));
    assertEquals(
        "undone",
        on("decisions", "--json").json().stream()
            .filter(line -> line.get("number").asInt() == split)
            .findFirst()
            .orElseThrow()
            .get("state")
            .asText());
  }

  @Test
  void statementsAreAddedCorrectedAndCut() {
    decide(
        "statement",
        "add",
        "gazette.txt",
        "--content",
        "the ledger was  burned\non Sunday",
        "--source",
        "The clerk",
        "--cue",
        "whispered",
        "--kind",
        "person");
    JsonNode added = statement("the ledger was burned");
    assertEquals("The clerk", added.at("/chain/1/name").asText());
    assertEquals("whispered", added.at("/cue/0/text").asText());
    assertEquals("confirmed", added.get("review").asText());
    assertEquals(GAZETTE.indexOf("the ledger"), added.at("/content/0/start").asInt());
    assertEquals("the ledger was burned on Sunday", claim(id(added)).get("text").asText());

    String bought = id(statement("the harbour vote was bought"));
    decide(
        "statement",
        "correct",
        bought,
        "--source",
        "Mara Lindqvist (auditor)",
        "--stance",
        "denies",
        "--content",
        "the harbour vote was bought");
    JsonNode corrected = statement("the harbour vote was bought");
    assertEquals("denies", corrected.get("stance").asText());
    assertEquals("corrected", corrected.get("review").asText());
    assertEquals("the harbour vote was bought", corrected.at("/content/0/text").asText());

    String mayor = id(statement("the mayor knew"));
    int cut = decide("statement", "cut", mayor);
    assertEquals("rejected", statement("the mayor knew").get("review").asText());
    assertFalse(on("claims", "--json").out().contains("the mayor knew"));
    decide("undo", cut);
    assertTrue(on("claims", "--json").out().contains("the mayor knew"));
  }

  @Test
  void whatCannotBeDecidedSaysWhy() {
    String statement = id(statement("the mayor knew"));
    for (Object[] wrong :
        List.<Object[]>of(
            new Object[] {"statement", "cut", "snone"},
            new Object[] {"statement", "correct", statement},
            new Object[] {"statement", "correct", statement, "--stance", "shouts"},
            new Object[] {"statement", "add", "gazette.txt", "--content", "no such words"},
            new Object[] {"statement", "add", "gazette.txt", "--content", "the"},
            new Object[] {"statement", "add", "none.txt", "--content", "the"},
            new Object[] {"claim", "grade", id(claim(statement)), "7"},
            new Object[] {"claim", "merge", id(claim(statement)), id(claim(statement))},
            new Object[] {"claim", "split", id(claim(statement)), statement},
            new Object[] {"claim", "relate", id(claim(statement)), "likes", "c1"},
            new Object[] {"source", "same", "Tor Abel", "Nobody Here"},
            new Object[] {"source", "same", "Tor Abel", "tor abel"},
            new Object[] {"source", "grade", "Tor Abel", "Z"},
            new Object[] {"undo", "1"},
            new Object[] {"undo", "99999"})) {
      List<Object> command = new ArrayList<>(List.of(wrong));
      command.addAll(List.of("--by", "A. Chen", "--why", "checked"));
      Ran ran = on(command.toArray());
      assertEquals(2, ran.status(), command + ran.out() + ran.err());
      assertTrue(ran.err().length() > 20, ran.err());
    }
    assertEquals(2, on("statement", "cut", statement, "--by", "A. Chen").status(), "without why");
    assertEquals(2, Program.run("statement").status());
    assertTrue(Program.run("claim", "merge").err().contains("see whence claim merge --help"));
    for (String[] page :
        new String[][] {
          {"statement", "add"},
          {"statement", "correct"},
          {"statement", "cut"},
          {"claim", "merge"},
          {"claim", "split"},
          {"claim", "grade"},
          {"claim", "reject"},
          {"claim", "relate"},
          {"source", "same"},
          {"source", "differ"},
          {"source", "grade"}
        }) {
      Ran help = Program.run(page[0], page[1], "--help");
      assertEquals(0, help.status());
      assertTrue(help.out().contains("Example"), help.out());
      help.out().lines().forEach(line -> assertTrue(line.length() <= 80, line));
    }
    assertEquals("", on("decisions", "--json").out());
  }
}
