package whence.weigh.position;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import whence.model.Span;

class TreesTest {
  @Test
  void treesComeBackAsTheyWereWritten() {
    List<String> lines = List.of("3<0.25 =0.1 0<7 =-0.2 =0", "=1.5");
    Trees trees = Trees.read(lines);
    assertEquals(lines, trees.write());
    assertEquals(1.6, trees.sum(new double[] {0, 0, 0, 0.2}), 1e-9);
    assertEquals(1.3, trees.sum(new double[] {6, 0, 0, 0.25}), 1e-9);
    assertEquals(1.5, trees.sum(new double[] {7, 0, 0, 0.25}), 1e-9);
  }

  @Test
  void sentencesEndAtStopsAndParagraphs() {
    String text =
        "Dr. Moss spoke. \"It is false.\" Then\nnothing\n\nA headline\n\nThe 3.5 mile quay!";
    assertEquals(
        List.of(
            "Dr. Moss spoke.",
            "\"It is false.\"",
            "Then\nnothing",
            "A headline",
            "The 3.5 mile quay!"),
        Cut.sentences(text).stream().map((Span span) -> span.of(text)).toList());
  }
}
