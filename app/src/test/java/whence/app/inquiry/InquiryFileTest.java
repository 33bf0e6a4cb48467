package whence.app.inquiry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whence.ask.Inquiry;
import whence.model.WhenceException;

class InquiryFileTest {
  private static final String WHOLE =
      """
      inquiry: The harbour vote
      questions:
        - {id: Q1, question: Was the vote bought?}
        - id: Q2
          parent: Q1
          question: Who paid?
      hypotheses:
        - id: H1
          question: Q2
          hypothesis: The fund paid.
      groups:
        record: ["letters/**", "*.csv"]
        published: news/*.html
      people:
        - name: Mara Lindqvist
          also: [the harbour master]
          roles:
            - role: harbour master
              from: 2029-03
              to: 2031
      deadlines:
        - what: report
          date: 2031-09-30
      """;

  private static Inquiry parse(String text) {
    return InquiryFile.parse("inquiry.yaml", text);
  }

  @Test
  void allOfItIsRead() {
    Inquiry inquiry = parse(WHOLE);
    assertEquals("The harbour vote", inquiry.title());
    assertEquals(
        List.of(
            new Inquiry.Question("Q1", "Was the vote bought?", null),
            new Inquiry.Question("Q2", "Who paid?", "Q1")),
        inquiry.questions());
    assertEquals(
        List.of(new Inquiry.Hypothesis("H1", "The fund paid.", "Q2")), inquiry.hypotheses());
    assertEquals(
        List.of(
            new Inquiry.Person(
                "Mara Lindqvist",
                List.of("the harbour master"),
                List.of(new Inquiry.Role("harbour master", "2029-03", "2031")))),
        inquiry.people());
    assertEquals(List.of(new Inquiry.Deadline("report", "2031-09-30")), inquiry.deadlines());
    assertTrue(inquiry.isIn("record", "letters/may/4.eml"));
    assertTrue(inquiry.isIn("record", "told.csv"));
    assertFalse(inquiry.isIn("record", "letters.txt"));
    assertTrue(inquiry.isIn("published", "news/vote.html"));
    assertFalse(inquiry.isIn("published", "news/old/vote.html"));
    assertFalse(inquiry.isIn("none", "news/vote.html"));
  }

  @Test
  void whatIsWrongIsNamedWithItsLine() {
    for (String[] wrong :
        new String[][] {
          {"questions:\n  - id: Q1\n", "inquiry.yaml:2: question is missing"},
          {"questions:\n  - id: Q1\n    question: a\n  - id: Q1\n    question: b\n", "Q1 is given"},
          {"questions:\n  - {id: Q1, question: a, parent: Q7}\n", "inquiry.yaml:2: there is no"},
          {"questions:\n  - {id: A, question: a, parent: A}\n", "its own parent"},
          {"question: a\n", "inquiry.yaml:1: “question” is nothing"},
          {"deadlines:\n  - what: a\n    date: in May\n", "inquiry.yaml:2: in May is no date"},
          {"groups: [a]\n", "inquiry.yaml:1: groups must have named fields"},
          {"inquiry: [\n", "inquiry.yaml:2"},
          {"inquiry: a\ninquiry: b\n", "inquiry.yaml"},
          {"a: &a [x]\nb: [*a, *a]\n", "inquiry.yaml"}
        }) {
      Yaml.Unreadable fault =
          assertThrows(Yaml.Unreadable.class, () -> parse(wrong[0]), () -> wrong[0]);
      assertTrue(
          String.valueOf(fault.getMessage()).contains(wrong[1]), () -> fault.getMessage() + "");
    }
  }

  @Test
  void aNewOneIsValidAndIsNotOverwritten(@TempDir Path folder) throws Exception {
    assertEquals(Optional.empty(), InquiryFile.read(folder));
    Path file = InquiryFile.start(folder);
    assertEquals(Optional.of(Inquiry.NONE), InquiryFile.read(folder));
    assertTrue(Files.exists(folder.resolve("inquiry.schema.json")));
    assertThrows(WhenceException.class, () -> InquiryFile.start(folder));
    // What is only commented out is valid too.
    String open = Files.readString(file).replaceAll("(?m)^(\\w+): (\\[\\]|\\{\\})$", "$1:");
    Inquiry inquiry = parse(open.replaceAll("(?m)^#  ", "  "));
    assertEquals(2, inquiry.questions().size());
    assertEquals(1, inquiry.deadlines().size());
  }
}
