package whence.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whence.app.Program.Ran;

/// Rules for grades that a case has of its own, and who contradicts themself, by the commands.
class GradeRulesFileTest {
  @TempDir Path folder;
  private Path home;

  @BeforeEach
  void read() throws IOException {
    Path papers = Files.createDirectories(folder.resolve("papers"));
    home = folder.resolve("case");
    Files.writeString(
        papers.resolve("gazette.txt"),
        "Mara Lindqvist said the council sold the harbour to the ferry company.\n");
    Files.writeString(
        papers.resolve("courier.txt"),
        "Mara Lindqvist said the council did not sell the harbour to the ferry company.\n");
    assertEquals(0, Program.run("read", papers, "--case", home).status());
  }

  private String grades() {
    StringBuilder grades = new StringBuilder();
    for (JsonNode claim : Program.run("claims", "--json", "--case", home).json()) {
      grades.append(claim.at("/grade/credibility").asInt());
    }
    return grades.toString();
  }

  @Test
  void aCasesOwnRulesServeFromThenOn() throws IOException {
    String usual = grades();
    Ran rules = Program.run("claims", "--rules", "--case", home);
    assertEquals(0, rules.status(), rules.err());
    Files.writeString(home.resolve("grades.txt"), rules.out());
    assertEquals(usual, grades());
    Files.writeString(home.resolve("grades.txt"), "5 | otherwise | We are hard to please.\n");
    assertNotEquals(usual, grades());
    assertTrue(grades().matches("5+"), grades());
    Files.delete(home.resolve("grades.txt"));
    assertEquals(usual, grades());
  }

  @Test
  void whatIsNoRuleIsRefusedWithItsLine() throws IOException {
    Files.writeString(home.resolve("grades.txt"), "# ours\nwell | otherwise | So.\n");
    Ran ran = Program.run("claims", "--case", home);
    assertNotEquals(0, ran.status());
    assertTrue(ran.err().contains("grades.txt in the case's folder, line 2: “well”"), ran.err());
  }

  @Test
  void whoContradictsThemselfIsShownWithBothPassages() {
    JsonNode claim =
        Program.run("claims", "--json", "--contested", "--case", home).json().getFirst();
    JsonNode only = claim.at("/selfContradictions/0");
    assertEquals("Mara Lindqvist", only.get("source").asText());
    assertTrue(only.get("sure").asBoolean());
    String shown = Program.run("show", claim.get("id").asText(), "--case", home).out();
    assertTrue(shown.contains("Says the one and the other"), shown);
    assertTrue(shown.contains(only.at("/against/0/statement").asText()), shown);
    assertTrue(shown.contains(only.at("/says/0/statement").asText()), shown);
    Path report = folder.resolve("report.html");
    assertEquals(0, Program.run("report", "--case", home, "--output", report).status());
    try {
      assertTrue(Files.readString(report).contains("Says both"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
