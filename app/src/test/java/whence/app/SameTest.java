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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whence.app.Program.Ran;

/// `whence same`: pairs of names from a CSV file.
class SameTest {
  @TempDir Path folder;

  private Ran same(String csv) throws IOException {
    return same(csv.getBytes(StandardCharsets.UTF_8));
  }

  private Ran same(byte[] csv) throws IOException {
    Path file = folder.resolve("pairs.csv");
    Files.write(file, csv);
    Ran ran = Program.run("same", "--file", file, "--json");
    assertFalse(ran.err().contains("\tat "), ran.err());
    return ran;
  }

  @Test
  void pairsAsGiven() throws IOException {
    Ran ran =
        same(
            "\uFEFFnote,Name2,schema,name1\r\n"
                + "x,\"Lindqvist, Mara\",Person,Mara Lindqvist\r\n\r\n"
                + "\"a\n\"\"b\"\"\",Wicklow Ltd,Company,Tarn Motors Ltd\r\n"
                + ",,Unheard,\r\n");
    assertEquals(0, ran.status(), ran.err());
    List<JsonNode> lines = ran.json();
    assertEquals(3, lines.size());
    List<String> fields = new ArrayList<>();
    lines.getFirst().fieldNames().forEachRemaining(fields::add);
    assertEquals(List.of("name1", "name2", "same", "score", "why"), fields);
    assertEquals("Mara Lindqvist", lines.getFirst().get("name1").asText());
    assertEquals("Lindqvist, Mara", lines.getFirst().get("name2").asText());
    assertTrue(lines.getFirst().get("same").asBoolean());
    assertFalse(lines.get(1).get("same").asBoolean());
    assertEquals(0.0, lines.get(2).get("score").asDouble());
  }

  @Test
  void peopleSeeWhatDiffers() throws IOException {
    Path file = folder.resolve("pairs.csv");
    Files.writeString(file, "name1,name2,schema\nM. Lindqvist,Mara Lindqvist,Person\n");
    Ran ran = Program.run("same", "--file", file);
    assertEquals(0, ran.status(), ran.err());
    assertTrue(ran.out().startsWith("one"), ran.out());
    assertTrue(ran.out().contains("an initial"), ran.out());
  }

  @Test
  void aFaultNamesTheFileThePlaceAndWhatToDo() throws IOException {
    fault("name1,schema\nA,Person\n", "line 1 must name the columns name1, name2, schema");
    fault("", "line 1 must name the columns");
    fault("name1,name2,schema\nA,B,Person\nA,B\n", "line 3 has 2 fields");
    fault("name1,name2,schema\nA,\"B,Person\n", "line 2: a quote is opened and never closed");
    fault("name1,name2,schema\n\"A\"B,C,Person\n", "line 2: something follows a closing quote");
    fault("name1,name2,schema\n" + ",".repeat(2000), "line 2: more than 1000 fields");
    fault("name1,name2,schema\n\"" + "a".repeat(1_000_001), "line 2: a field longer than");
    Ran ran = same(new byte[] {'n', (byte) 0xFF, (byte) 0xFE, 0});
    assertEquals(2, ran.status());
    assertTrue(ran.err().contains("pairs.csv: is not UTF-8"), ran.err());
    Ran gone = Program.run("same", "--file", folder.resolve("gone.csv"));
    assertEquals(2, gone.status());
    assertTrue(gone.err().contains("gone.csv"), gone.err());
    assertEquals(2, Program.run("same").status());
  }

  private void fault(String csv, String message) throws IOException {
    Ran ran = same(csv);
    assertEquals(2, ran.status(), ran.err());
    assertTrue(ran.err().contains("pairs.csv: " + message), ran.err());
    assertEquals("", ran.out());
  }

  @Test
  void hugeNamesAreCompared() throws IOException {
    String huge = "Mara bin von ".repeat(70_000);
    Ran ran = same("name1,name2,schema\n" + huge + "," + huge + ",Person\n");
    assertEquals(0, ran.status(), ran.err());
    assertEquals(huge, ran.json().getFirst().get("name1").asText());
  }
}
