package whence.ask;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import whence.model.Span;

class ExhibitsTest {
  private static List<String> keys(String text) {
    return Exhibits.in(text).stream().map(Exhibits.Reference::key).toList();
  }

  @Test
  void marksOfSeriesAreFoundHoweverTheyAreWritten() {
    assertEquals(List.of("HBR00294836"), keys("Could we see HBR00294836, please?"));
    assertEquals(List.of("HBR0417"), keys("It is HBR-0417."));
    assertEquals(List.of("WITN04210100"), keys("page 3 of WITN04210100_0012"));
    assertEquals(List.of("HBR00294836", "HBR00294837"), keys("HBR00294836 and then HBR 00294837"));
    assertEquals(List.of("HBR4417"), keys("document HBR-4417 on the screen"));
    assertEquals(List.of("INQ00001234", "INQ00001235"), keys("INQ00001234/INQ00001235"));
  }

  @Test
  void namedExhibitsAndPartsAreFound() {
    assertEquals(List.of("EXHIBIT KR12"), keys("produced as Exhibit KR-12 today"));
    assertEquals(List.of("EXHIBIT TB12", "EXHIBIT A"), keys("exhibit TB/12 and Exhibit A."));
    assertEquals(
        List.of("ANNEX B", "APPENDIX 3", "TAB A2"), keys("Annex B, Appendix 3 and at tab A2"));
  }

  @Test
  void whatLooksLikeAMarkAndIsNone() {
    for (String text :
        List.of(
            "flight BA1234 to the coast",
            "a car, plate AB12 CDE or HBR-1234, in the yard",
            "call TEL01632960123 or SW1A 1AA",
            "as ISO 27001 and ISO27001, RFC2616, CVE-2031-44228 and MIL-STD-1553 say",
            "under the Act (PACE1984), in FY2031 and SEPT2031",
            "see https://example.org/file?id=HBR00294836 or hbr@HBR00294836.example",
            "the exhibit in the hall, an annex to it",
            "HARBOUR 12345 people")) {
      assertEquals(List.of(), keys(text), text);
    }
  }

  @Test
  void pagesBehindAMarkAreNoPartOfIt() {
    assertEquals(new Span(3, 14), Exhibits.in("at HBR00294836_0012").getFirst().place());
  }

  @Test
  void megabytesOfBracketsAndCapitalsTakeNoTime() {
    assertEquals(List.of(), keys("[(".repeat(1_000_000)));
    assertEquals(List.of(), keys("A".repeat(2_000_000)));
    assertEquals(List.of(), keys("Exhibit ".repeat(200_000)));
    assertEquals(List.of(), Redactions.in("[*** ".repeat(300_000)));
    assertEquals(List.of(), Redactions.in("[redacted (".repeat(150_000)));
    assertEquals(List.of(), Redactions.in("(".repeat(1_000_000)));
  }

  @Test
  void redactionsAreFoundWithTheirStatedGround() {
    assertEquals(
        List.of("section 9(2)(a), a source", "none", "none", "privileged"),
        Stream.of(
                "He met [REDACTED: section 9(2)(a), a source] there.",
                "He met *** there.",
                "He met [_..._] there.",
                "He met [*** privileged ***] there.")
            .map(text -> Redactions.in(text).getFirst().ground())
            .map(ground -> ground == null ? "none" : ground)
            .toList());
    assertEquals(
        List.of("B5", "B6"),
        Redactions.in("RELEASE IN PART B5\n\nTo: the fund\n   B6\nall of B5 was said").stream()
            .map(Redactions.Redaction::ground)
            .toList());
    assertEquals(List.of(), Redactions.in("chapter one\n\n***\n\nchapter two [sic] (B6)"));
  }

  @Test
  void daysAreReadAsEnglishWritesThem() {
    assertEquals(
        List.of("02-03", "02-03", "02-03"),
        Days.in("3 February 2031, February 3rd and the 3rd of February").stream()
            .map(Days.Day::ofYear)
            .toList());
    assertEquals(true, Days.in("3 February 2031").getFirst().is("2031-02-03T10:00"));
    assertEquals(false, Days.in("3 February 2031").getFirst().is("2030-02-03"));
  }
}
