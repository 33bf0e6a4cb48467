package whence.ask;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import whence.model.Certainty;
import whence.model.Fact;
import whence.model.Sha256;

class AddressedTest {
  private static final Sha256 NOTE = Sha256.of("note");

  private final Addressed addressed =
      new Addressed(
          new Inquiry(
              "",
              List.of(),
              List.of(),
              new TreeMap<>(),
              List.of(
                  new Inquiry.Person(
                      "Mara Lindqvist",
                      List.of(),
                      List.of(new Inquiry.Role("secretary of the harbour board", null, null)))),
              List.of()),
          (_, _) -> 0);

  private static Telling telling(
      String id, String to, Fact fact, Certainty certainty, String text, List<Sha256> papers) {
    return new Telling(
        id,
        null,
        null,
        List.of(to),
        null,
        null,
        fact,
        certainty,
        id,
        Sha256.of("a"),
        null,
        text,
        "",
        papers,
        false,
        null,
        null);
  }

  private Map<String, Stand> of(String question, Telling... tellings) {
    return addressed.of(Proposition.of(question), List.of(tellings), Set.of(NOTE));
  }

  @Test
  void whoWasToldAnswersWhetherTheyWere() {
    String question = "Were the Prime Minister and senior officials warned of the leak?";
    String to = "Prime Minister Okoro";
    assertEquals(
        Map.of("a", Stand.AGREES, "b", Stand.DISPUTES, "c", Stand.REPEATS, "d", Stand.UNSURE),
        of(
            question,
            telling("a", to, Fact.RECEIVED, Certainty.STATED, "that there was a leak", List.of()),
            telling("b", to, Fact.READ, Certainty.DENIED, "of the leak", List.of()),
            telling("c", to, Fact.RECEIVED, Certainty.ASKED, "of the leak", List.of()),
            telling("d", to, Fact.RECEIVED, Certainty.UNKNOWN, "of the leak", List.of())));
  }

  @Test
  void whatWasOnlySentOrIsOfAnotherMatterOrToOthersIsLeftOut() {
    assertEquals(
        Map.of(),
        of(
            "Was the Prime Minister warned of the leak?",
            telling("a", "Prime Minister", Fact.SENT, Certainty.STATED, "of the leak", List.of()),
            telling(
                "b", "Prime Minister", Fact.RECEIVED, Certainty.STATED, "of the vote", List.of()),
            telling("c", "the minister", Fact.RECEIVED, Certainty.STATED, "the leak", List.of()),
            telling(
                "d",
                "the Prime Minister's office",
                Fact.RECEIVED,
                Certainty.STATED,
                "the leak",
                List.of())));
  }

  @Test
  void anOfficialIsWhoeverHasAnOffice() {
    String question = "Were senior officials warned of the leak?";
    assertEquals(
        Map.of("a", Stand.AGREES, "b", Stand.UNSURE, "c", Stand.AGREES),
        of(
            question,
            telling("a", "Mara Lindqvist", Fact.READ, Certainty.STATED, "of the leak", List.of()),
            telling("b", "Mara Lindqvist", Fact.READ, Certainty.STATED, "it", List.of()),
            telling("c", "the deputy minister", Fact.READ, Certainty.STATED, "", List.of(NOTE)),
            telling("d", "Tor Abel", Fact.READ, Certainty.STATED, "of the leak", List.of())));
  }
}
