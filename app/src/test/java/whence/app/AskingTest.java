package whence.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whence.app.Program.Ran;

/// Questions and hypotheses by the commands that ask them and decide on them.
class AskingTest {
  private static final String GAZETTE =
      """
      Mara Lindqvist said the fund paid for the harbour vote in secret. Ines Moreau said the weather \
      was fine all week. Piet Hoorn said the pump broke on Sunday because the bearings were dry.
      """;
  private static final String COURIER =
      """
      Tor Abel denied that the fund paid for the harbour vote in secret. Ruth Okafor said the mayor was \
      briefed on the ledger in May.
      """;
  private static final String INQUIRY =
      """
      inquiry: The harbour vote
      questions:
        - id: Q1
          question: Did the fund pay for the harbour vote?
        - id: Q2
          parent: Q1
          question: Was the treasurer told of the ledger?
        - id: Q3
          question: Was the mayor told of the ledger?
      hypotheses:
        - id: H1
          question: Q1
          hypothesis: The fund paid for the harbour vote.
        - id: H2
          question: Q1
          hypothesis: The shipping line paid for the harbour vote.
      """;

  @TempDir Path folder;
  private Path papers;
  private Path home;

  @BeforeEach
  void read() throws IOException {
    papers = Files.createDirectories(folder.resolve("papers"));
    home = folder.resolve("case");
    Files.writeString(papers.resolve("gazette.txt"), GAZETTE);
    Files.writeString(papers.resolve("courier.txt"), COURIER);
    assertEquals(0, Program.run("read", papers, "--case", home).status());
    Files.writeString(home.resolve("inquiry.yaml"), INQUIRY);
  }

  private Ran on(Object... command) {
    List<Object> arguments = new ArrayList<>(List.of(command));
    arguments.add("--case");
    arguments.add(home);
    return Program.run(arguments.toArray());
  }

  private void decide(Object... command) {
    List<Object> arguments = new ArrayList<>(List.of(command));
    arguments.addAll(List.of("--by", "A. Chen", "--why", "checked"));
    Ran ran = on(arguments.toArray());
    assertEquals(0, ran.status(), ran.err());
  }

  private JsonNode question(String id) {
    return on("ask", id, "--json").json().getFirst();
  }

  private JsonNode hypothesis(String id) {
    return on("hypotheses", "--json").json().stream()
        .filter(line -> line.get("id").asText().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void eachQuestionHasItsStateAndWhatBearsOnIt() {
    List<JsonNode> all = on("ask", "--json").json();
    assertEquals(
        List.of("contested", "nothing on record", "one origin"),
        all.stream().map(line -> line.get("state").asText()).toList());
    JsonNode contested = all.getFirst();
    assertEquals(
        List.of("question", "state", "for", "against"),
        contested.propertyStream().map(field -> field.getKey()).limit(4).toList());
    assertTrue(contested.get("suggested").asBoolean());
    assertEquals("Q2", contested.at("/parts/0").asText());
  }

  @Test
  void whatIsCitedIsTheExactSlice() {
    for (JsonNode item : question("Q1").get("items")) {
      for (JsonNode statement : item.get("statements")) {
        String text = statement.get("document").asText().startsWith("g") ? GAZETTE : COURIER;
        for (JsonNode passage : statement.get("passages")) {
          assertEquals(
              text.substring(passage.get("start").asInt(), passage.get("end").asInt()),
              passage.get("text").asText());
        }
      }
    }
  }

  @Test
  void anAdHocQuestionNeedsNoInquiry() throws IOException {
    Files.delete(home.resolve("inquiry.yaml"));
    JsonNode asked = on("ask", "Why did the pump break?", "--json").json().getFirst();
    assertEquals("one origin", asked.get("state").asText());
    assertEquals(1, asked.get("for").size());
    assertTrue(asked.get("id").isNull());
    Ran none = on("ask");
    assertEquals(2, none.status());
    assertTrue(none.err().contains("whence inquiry new"), none.err());
  }

  @Test
  void whatAPersonSetsIsNoSuggestionAndCanBeUndone() {
    String claim = question("Q3").at("/for/0").asText();
    decide("question", "assign", "Q3", claim, "none");
    assertEquals("nothing on record", question("Q3").get("state").asText());
    decide("question", "assign", "Q2", claim, "for");
    assertEquals(claim, question("Q2").at("/for/0").asText());
    assertFalse(question("Q2").get("suggested").asBoolean());
    int first = on("decisions", "--json").json().getFirst().get("number").asInt();
    decide("undo", first);
    assertEquals("one origin", question("Q3").get("state").asText());
  }

  @Test
  void aConclusionStandsBesideTheState() {
    String claim = question("Q3").at("/for/0").asText();
    decide("question", "conclude", "Q3", "The mayor knew.", "--on", claim);
    JsonNode concluded = question("Q3");
    assertEquals("The mayor knew.", concluded.at("/conclusion/finding").asText());
    assertEquals("one origin", concluded.get("state").asText());
    assertTrue(on("ask", "Q3").out().contains("concluded by A. Chen: The mayor knew."));
  }

  @Test
  void hypothesesStandByWhatIsAgainstThem() {
    List<JsonNode> all = on("hypotheses", "--json").json();
    assertEquals(
        List.of("hypothesis", "inconsistent", "consistent", "diagnostic", "decisive"),
        all.getFirst().propertyStream().map(field -> field.getKey()).limit(5).toList());
    JsonNode first = hypothesis("H1");
    assertEquals(1, first.get("consistent").size());
    String out = on("hypotheses").out();
    assertTrue(out.contains("C?"), out);
    assertTrue(out.contains("that is a gap"), out);
  }

  @Test
  void aFitThatAPersonSetChangesTheOrder() {
    assertEquals("H1", on("hypotheses", "--json").json().getFirst().get("id").asText());
    String claim = hypothesis("H1").at("/consistent/0").asText();
    decide("hypothesis", "fit", "H1", claim, "inconsistent", "--relevance", "high");
    JsonNode last = on("hypotheses", "--json").json().getLast();
    assertEquals("H1", last.get("id").asText());
    assertEquals(claim, last.at("/inconsistent/0").asText());
    assertEquals(claim, last.at("/decisive/0").asText());
    String out = on("hypotheses").out();
    assertTrue(out.contains("I ") && out.contains("high"), out);
  }

  @Test
  void whatCannotBeDecidedIsSaid() {
    String claim = question("Q3").at("/for/0").asText();
    for (List<String> wrong :
        List.of(
            List.of("question", "assign", "Q9", claim, "for"),
            List.of("question", "assign", "Q1", claim, "maybe"),
            List.of("question", "assign", "Q1", "c000", "for"),
            List.of("hypothesis", "fit", "H9", claim, "neutral"),
            List.of("hypothesis", "fit", "H1", claim, "fine"))) {
      List<Object> arguments = new ArrayList<>(wrong);
      arguments.addAll(List.of("--by", "A. Chen", "--why", "checked"));
      assertEquals(2, on(arguments.toArray()).status(), wrong.toString());
    }
    assertTrue(on("decisions", "--json").json().isEmpty());
  }

  @Test
  void rebuildingAndAnotherOrderChangeNoAnswer() throws IOException {
    String asked = on("ask", "--json").out();
    String set = on("hypotheses", "--json").out();
    try (Stream<Path> files = Files.walk(home.resolve("derived"))) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
    assertEquals(0, on("rebuild").status());
    assertEquals(asked, on("ask", "--json").out());
    assertEquals(set, on("hypotheses", "--json").out());
    Path other = folder.resolve("other");
    for (String name : List.of("gazette.txt", "courier.txt")) {
      assertEquals(0, Program.run("read", papers.resolve(name), "--case", other).status());
    }
    Files.writeString(other.resolve("inquiry.yaml"), INQUIRY);
    assertEquals(asked, Program.run("ask", "--json", "--case", other).out());
  }
}
