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
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whence.app.Program.Ran;

/// `whence fuse`: what it prints, and what it says to files that are not as they should be.
class FuseTest {
  private static final String HEAD = "source,item,attribute,value\n";

  @TempDir Path folder;

  private Ran fuse(String csv) throws IOException {
    return fuse(csv.getBytes(StandardCharsets.UTF_8));
  }

  private Ran fuse(byte[] csv) throws IOException {
    return Program.run("fuse", Files.write(folder.resolve("told.csv"), csv), "--json");
  }

  private void refused(String csv, String... words) throws IOException {
    refused(fuse(csv), words);
  }

  private static void refused(Ran ran, String... words) {
    assertEquals(2, ran.status(), ran.err());
    assertEquals("", ran.out());
    assertFalse(ran.err().contains("\tat "), ran.err());
    assertTrue(ran.err().contains("told.csv"), ran.err());
    for (String word : words) {
      assertTrue(ran.err().contains(word), ran.err());
    }
  }

  @Test
  void printsTheFieldsInTheirOrder() throws IOException {
    Ran ran = fuse(HEAD + "Almanac,pier,length,120\nBoard,pier,length,120\nChart,pier,length,90\n");
    assertEquals(0, ran.status(), ran.err());
    List<JsonNode> lines = ran.json();
    assertEquals(1, lines.size());
    assertEquals(
        List.of("item", "attribute", "value", "score", "sources", "why"),
        lines.getFirst().properties().stream().map(Map.Entry::getKey).toList());
    assertEquals("120", lines.getFirst().get("value").asText());
    assertEquals(2, lines.getFirst().get("sources").size());
  }

  @Test
  void takesColumnsInAnyOrderQuotationMarksAndAByteOrderMark() throws IOException {
    Ran ran =
        fuse(
            """
            \uFEFFTime,value,Note,item,attribute,source\r
            2031-05,"Moss, Ann
            and ""Bo"" Orne",,log,authors,Almanac\r
            \r
            """);
    assertEquals(0, ran.status(), ran.err());
    assertEquals("Moss, Ann\nand \"Bo\" Orne", ran.json().getFirst().get("value").asText());
  }

  @Test
  void fiftyShufflesOfTheRowsPrintTheSameBytes() throws IOException {
    long seed = 11;
    Random random = new Random(seed);
    List<String> rows = new ArrayList<>();
    for (int row = 0; row < 200; row++) {
      String source = "s" + random.nextInt(12) + ",i" + random.nextInt(20);
      rows.add(source + ",depth," + random.nextInt(4) + "\n");
      rows.add(source + ",crew,Ann" + random.nextInt(3) + " Bo" + random.nextInt(3) + "\n");
    }
    String first = fuse(HEAD + String.join("", rows)).out();
    for (int shuffle = 0; shuffle < 50; shuffle++) {
      Collections.shuffle(rows, random);
      assertEquals(first, fuse(HEAD + String.join("", rows)).out(), "seed " + seed);
    }
  }

  @Test
  void saysWhatIsWrongWhereAndWhatToDo() throws IOException {
    refused("", "line 1", "must name the columns");
    refused("source,item,worth\nA,b,c\n", "line 1", "no column attribute, value");
    refused("source,item,attribute,value,value\n", "line 1", "twice");
    refused(HEAD + "A,b,c,d\nA,b,c\n", "line 3", "3 fields", "quotation marks");
    refused(HEAD + "A,b,c,1,500\n", "line 2", "5 fields");
    refused(HEAD + "A,,c,d\n", "line 2", "item is empty");
    refused(HEAD + "A,b,c,\"d\n\nA,b,c,d\n", "line 2", "quotation marks");
    refused(HEAD + "A,b,c,\"" + "x".repeat(1 << 20) + "\"\n", "line 2", "1,048,576 characters");
    refused(fuse(new byte[] {'s', (byte) 0xC3, (byte) 0x28, '\n'}), "UTF-8");
    refused(Program.run("fuse", folder.resolve("no-told.csv")), "cannot be read");
  }

  @Test
  void aTimeThatIsNoneIsNamedAndTakenAsUnknown() throws IOException {
    Ran ran = fuse("source,item,attribute,value,time\nA,b,c,d,last week\nB,b,c,,2031\n");
    assertEquals(1, ran.status(), ran.err());
    assertTrue(ran.err().contains("told.csv, line 2: the time"), ran.err());
    assertEquals(1, ran.json().size());
  }

  @Test
  void showsPeopleTheSame() throws IOException {
    Path file = Files.writeString(folder.resolve("told.csv"), HEAD + "Almanac,pier,length,120\n");
    Ran ran = Program.run("fuse", file);
    assertEquals(0, ran.status(), ran.err());
    assertTrue(ran.out().contains("pier · length: 120"), ran.out());
    assertTrue(ran.out().contains("nothing confirms it"), ran.out());
  }
}
