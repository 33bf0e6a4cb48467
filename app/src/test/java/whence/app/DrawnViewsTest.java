package whence.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The views that draw: a claim's tree, the timeline, who knew, the network.
class DrawnViewsTest {
  private static final String GAZETTE =
      """
      The Harbour Gazette, 4 May 2031

      Mara Lindqvist said the fund paid for the harbour vote on 2 April 2031. Ruth Okafor said Eva \
      Lund was told of the ledger on 3 May 2031. Tor <b>Abel</b> said the ledger was burned.
      """;
  private static final String COURIER =
      """
      The Courier, 6 May 2031

      Tor Abel denied that the fund paid for the harbour vote on 2 April 2031.
      """;

  @TempDir Path folder;
  private Served served;

  @BeforeEach
  void serve() throws IOException {
    Path papers = Files.createDirectories(folder.resolve("papers"));
    Files.writeString(papers.resolve("gazette.txt"), GAZETTE);
    Files.writeString(papers.resolve("courier.txt"), COURIER);
    Path home = folder.resolve("case");
    Program.Ran read = Program.run("read", papers, "--case", home);
    assertEquals(0, read.status(), read.err());
    served = new Served(home);
  }

  @AfterEach
  void close() {
    served.close();
    assertEquals(List.of(), served.faults());
  }

  private String claim(String words) {
    String list = served.page("/claims?words=" + words.replace(' ', '+'), "href=\"/claims/c");
    return Served.first("href=\"/claims/(c[0-9a-f]+)\"", list);
  }

  private JsonNode json(String path) throws IOException {
    return new JsonMapper().readTree(served.page(path));
  }

  @Test
  void aClaimIsDrawnFromItsDocumentsToItsOriginsAndItsDenials() {
    String page = served.page("/claims/" + claim("fund paid"));
    assertTrue(page.contains("class=\"drawn\""), page);
    String drawn = page.substring(page.indexOf("class=\"drawn\""), page.indexOf("id=\"clocks\""));
    assertTrue(drawn.contains("Mara Lindqvist"), drawn);
    assertTrue(drawn.contains("an origin of its own"), drawn);
    assertTrue(drawn.contains("#t-"), drawn);
  }

  @Test
  void bothClocksOfAClaimAreItsOwn() throws IOException {
    JsonNode moments = json("/claims/" + claim("fund paid") + "/moments");
    assertTrue(moments.get("clusters").size() > 0, moments::toString);
    for (JsonNode cluster : moments.get("clusters")) {
      assertTrue(cluster.get("text").asText().contains("fund"), cluster::toString);
      assertTrue(cluster.get("address").asText().contains("#t-"), cluster::toString);
    }
  }

  @Test
  void theTimelineIsNarrowedByItsAddressAndItsListIsTheDrawings() throws IOException {
    String all = served.page("/timeline", "2 April 2031");
    assertTrue(all.contains("Mara Lindqvist"), all);
    String narrowed = served.page("/timeline?source=Abel");
    assertFalse(narrowed.contains("<bdi>Mara Lindqvist"), narrowed);
    assertEquals(0, json("/timeline/moments?person=nobody").get("clusters").size());
    assertTrue(served.page("/timeline?from=1990&to=1999").contains("Nothing on record"));
    assertTrue(
        json("/timeline/moments?source=lindqvist").get("clusters").findValuesAsText("who").stream()
            .allMatch(who -> who.contains("Lindqvist")));
    assertEquals(400, served.get("/timeline?from=2031-13").statusCode());
  }

  @Test
  void whatIsNearInTimeIsDrawnAsOneUntilOneLooksNearer() throws IOException {
    served.page("/timeline", "2 April 2031");
    int counted = 0;
    for (JsonNode cluster : json("/timeline/moments?start=0&end=4000000000").get("clusters")) {
      counted += cluster.get("count").asInt();
    }
    String list = served.page("/timeline");
    int listed = Integer.parseInt(Served.first("(\\d+) moments?</span>", list));
    assertEquals(listed, counted);
    assertEquals(0, json("/timeline/moments?start=0&end=86400").get("clusters").size());
  }

  @Test
  void whatPeopleEnterStandsInTheGridUntilItIsDismissed() {
    String claim = claim("fund paid");
    Map<String, String> told =
        Map.of(
            "claim",
            claim,
            "to",
            "Ines Moreau",
            "teller",
            "Eva Lund",
            "when",
            "2031-05-05",
            "through",
            "by telephone",
            "fact",
            "received",
            "certainty",
            "denied",
            "why",
            "diary");
    String cell = Served.location(served.post("/knowledge", told));
    String grid = served.page("/knowledge?person=moreau", "Ines Moreau</bdi>");
    assertTrue(grid.contains("fact received denied"), grid);
    assertTrue(grid.contains("by telephone"), grid);
    String opened = served.page(cell, "received, denied");
    assertTrue(opened.contains("entered by <bdi>A. Chen"), opened);
    String asked = served.page(cell + "&by=2031-06", "class=\"answer\"");
    assertTrue(asked.contains("<strong>no</strong>"), asked);
    String dismiss = Served.first("action=\"(/knowledge/t[0-9a-f]+/dismiss)\"", opened);
    assertEquals(400, served.post(dismiss, Map.of("person", "Ines Moreau")).statusCode());
    assertEquals(
        cell,
        Served.location(
            served.post(
                dismiss, Map.of("person", "Ines Moreau", "claim", claim, "why", "misread"))));
    served.page(cell, "unknown, not no");
    assertTrue(served.decisions().contains("misread"), served.decisions());
  }

  @Test
  void aTellingThatIsNoneIsRefusedAndEntersNothing() {
    String claim = claim("fund paid");
    for (Map<String, String> told :
        List.of(
            Map.of("claim", claim, "to", "Eva Lund", "fact", "heard", "certainty", "stated"),
            Map.of("claim", claim, "to", "Eva Lund", "fact", "read", "certainty", "stated"),
            Map.of("claim", claim, "fact", "read", "certainty", "stated", "why", "diary"))) {
      assertEquals(400, served.post("/knowledge", told).statusCode(), told::toString);
    }
    assertEquals("", served.decisions());
  }

  @Test
  void theNetworkOpensOnASelectionAndGivesItsNeighboursAlone() throws IOException {
    String start = served.page("/network?words=lindqvist", "Mara Lindqvist");
    assertFalse(start.contains("data-network"), start);
    assertEquals(0, json("/network/neighbours").get("nodes").size());
    String id = Served.first("href=\"(/network\\?at=[^\"]+lindqvist[^\"]*)\"", start);
    String opened = served.page(id);
    assertTrue(opened.contains("data-network"), opened);
    JsonNode network = json(id.replace("/network?", "/network/neighbours?"));
    List<String> kinds = network.get("nodes").findValuesAsText("kind");
    assertTrue(kinds.contains("document") && kinds.contains("claim"), kinds::toString);
    assertFalse(network.toString().contains("burned"), network::toString);
    JsonNode documents = json(id.replace("/network?", "/network/neighbours?") + "&kind=document");
    assertFalse(documents.get("nodes").findValuesAsText("kind").contains("claim"));
  }

  @Test
  void noNameOfADocumentIsMarkup() {
    for (String page : List.of("/timeline", "/network", "/knowledge")) {
      assertFalse(served.page(page).contains("<b>Abel"), page);
    }
  }
}
