package whence.acquire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import whence.acquire.parser.Parsed;
import whence.model.Time;

class MastheadTest {
  private static Masthead plain(String text) {
    return of(text, "text/plain", "a.txt");
  }

  private static Masthead of(String text, String type, String path) {
    Masthead masthead = Masthead.of(text, List.of(), type, path, Parsed.Metadata.NONE);
    Time date = masthead.date();
    if (date != null && date.start() != null && date.end() != null) {
      assertEquals(date.text(), text.substring(date.start(), date.end()));
    }
    return masthead;
  }

  private static String value(Masthead masthead) {
    Time date = masthead.date();
    return date == null ? "none" : String.valueOf(date.value());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        "By Ann Lee | Ann Lee",
        "BY ANN LEE | ANN LEE",
        "By Ann Lee and Bo van der Chu | Ann Lee and Bo van der Chu",
        "By Ann B. O'Lee, Staff Reporter | Ann B. O'Lee",
        "Written by Ann Lee | Ann Lee",
        "(Written by Ann Lee. First published elsewhere.) | Ann Lee",
        "By Ann Lee in Ottawa | Ann Lee",
        "Posted by Ann Lee June 3, 2019 | Ann Lee",
        "*By Zoë Müller-Őry* | Zoë Müller-Őry",
        "By Monday the council had voted. | none",
        "By The Sea | none",
        "By Ann Lee had been warned of the harbour before the vote | none",
        "by far the best of them | none"
      })
  void bylines(String line, String author) {
    assertEquals(author, plain("A headline of five words\n\n" + line + "\n\nText.\n").author());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        "OTTAWA, June 3 (Reuters) - The council voted. | Reuters",
        "LONDON (AP) The council voted. | AP",
        "(CNN) -- The council voted. | CNN",
        "HARBOUR TOWN, Jan. 17 (HWA) - The council voted. | HWA",
        "AUSTIN (TX) - The council voted. | none",
        "Jones (Manager) - The council voted. | none",
        "The agency (AP) reported it. | none"
      })
  void datelines(String line, String publisher) {
    assertEquals(publisher, plain("Harbour is to close for good\n\n" + line + "\n").publisher());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        "Originally published here in The Bureau, republished with permission. | The Bureau",
        "This article was first published by Policy Options on 3 May. | Policy Options",
        "This article is republished from The Conversation under a licence. | The Conversation",
        "Reprinted with permission from the Journal of Harbours. | the Journal of Harbours",
        "It was originally published in March 2020. | none"
      })
  void republications(String line, String from) {
    assertEquals(from, plain("A headline of five words\n\n" + line + "\n").republishedFrom());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Posted By April 26, 2024 No Comments | 2024-04-26 | line \"Posted By\"",
        "Published: 3 May 2021 | 2021-05-03 | line \"Published\"",
        "June 10, 2019 | 2019-06-10 | a line of its own",
        "Monday, 10th of June 2019 | 2019-06-10 | a line of its own",
        "Ottawa, 10 June 2019 | 2019-06-10 | a line of its own",
        "OTTAWA, June 3, 2019 (Reuters) - It closed. | 2019-06-03 | dateline",
        "By Ann Lee, 3 June 2019 | 2019-06-03 | byline",
        "Date: 2019-06-03T10:11:12Z | 2019-06-03T10:11:12Z | line \"Date:\"",
        "Report 24-117, 6 December 2024 | 2024-12-06 | a line of its own",
        "Dated 31/12/2019 | 2019-12-31 | line \"Dated\"",
        "Dated 03/04/2019 | null | line \"Dated\""
      })
  void dates(String line, String value, String source) {
    Masthead masthead = plain("A headline of five words\n\n" + line + "\n\nText.\n");
    assertEquals(value, value(masthead));
    assertEquals(source, masthead.dateSource());
  }

  @Test
  void aDateInAStoryIsNotTheStorysDate() {
    assertNull(plain("The harbour closed on 3 June 2019, and all was well again.\n").date());
  }

  @Test
  void theFileNameIsTheLastResort() {
    assertEquals("2019-06-03", value(of("No date here.", "text/plain", "x/2019-06-03 note.txt")));
    assertNull(of("No date here.", "text/plain", "x/104-10174-10064.txt").date());
    assertNull(of("No date here.", "text/plain", "x/2019-13-03.txt").date());
  }

  @Test
  void frontMatterSaysAll() {
    Masthead masthead =
        of(
            "---\ntitle: \"The Harbour\"\nauthor: Ann Lee\ndate: 2019-06-03\n---\n\nText.\n",
            "text/markdown",
            "a.md");
    assertEquals("The Harbour", masthead.title());
    assertEquals("Ann Lee", masthead.author());
    assertEquals("2019-06-03", value(masthead));
    assertEquals("front matter", masthead.dateSource());
  }

  @Test
  void aHearingHasItsDateInItsTitle() {
    Masthead masthead =
        of(
            """
            .. raw:: html

               <a href="x">Page of 1 January 1999</a>

            5 September 2023 – Ann Lee
            ==========================

            **Mr Chu**: Yes.
            """,
            "text/x-rst",
            "a.rst");
    assertEquals("5 September 2023 – Ann Lee", masthead.title());
    assertEquals("2023-09-05", value(masthead));
    assertEquals("title", masthead.dateSource());
  }

  @Test
  void aMailInPlainTextIsReadAsOne() {
    Masthead masthead =
        plain(
            """
            RELEASE IN FULL

            From:     Lee, Ann <lee@example.org>
            Sent:     Saturday, July 24, 2010 12:20 PM
            To:       H
            Subject:  Re: Pads

            OTTAWA (Reuters) - A clipping.
            """);
    assertEquals("Re: Pads", masthead.title());
    assertEquals("Lee, Ann", masthead.author());
    assertEquals("2010-07-24T12:20", value(masthead));
    assertNull(masthead.publisher());
  }

  @Test
  void whatIsNotSaidStaysUnknown() {
    Masthead masthead = plain("It rained.\nIt rained all day and nobody came to the harbour.\n");
    assertNull(masthead.title());
    assertNull(masthead.author());
    assertNull(masthead.publisher());
    assertNull(masthead.republishedFrom());
    assertNull(masthead.date());
    assertNull(masthead.dateSource());
  }

  @Test
  void marksAsPrinted() {
    assertEquals(
        List.of("TOP SECRET//SI//ORCON/REL TO USA, CAN", "(TS//SI//OC/REL)", "(U//FOUO)", "(C)"),
        HandlingMarks.in(
            """
            TOP SECRET//SI//ORCON/REL TO USA, CAN

            1. (TS//SI//OC/REL) A finding.
            (U//FOUO) Another.
            (C) A third.
            TOP SECRET//SI//ORCON/REL TO USA, CAN
            """));
    assertEquals(
        List.of("TLP:AMBER+STRICT", "S-E-C-R-E-T", "NO FOREIGN DISSEM", "Protected B"),
        HandlingMarks.in("TLP:AMBER+STRICT\nS-E-C-R-E-T\nNO FOREIGN DISSEM\nProtected B\n"));
    assertEquals(
        List.of("UNCLASSIFIED", "RELEASE IN PART B5,B6"),
        HandlingMarks.in(
            "  UNCLASSIFIED U.S. Department of State Case No. F-1\n    RELEASE IN\n    PART B5,B6\n"));
    assertEquals(
        List.of("Top Secret//Special Intelligence//Canadian Eyes Only"),
        HandlingMarks.in("Top Secret//Special Intelligence//Canadian Eyes Only\n"));
    assertEquals(
        List.of(),
        HandlingMarks.in(
            "It was a secret. The (S) key. Confidential talks went on.\n(c) 2019 Someone\n"));
  }

  @Test
  void languageHoldsThroughNoiseAndCapitals() {
    Language language = new Language();
    assertEquals(
        "en",
        language
            .of(
                "1. THE SUBJECT OF THlS CABLE WAS SEEN AT THE EMBASY IN MEX1CO CITY ON 3 OCT AND IT IS"
                    + " BELIEVED THAT HE WAS WITH AMMUG-1 WHO HAS NOT BEEN IN CONTACT WITH STATION FOR"
                    + " SOME WEEKS. REQUEST TRACES OF ALL NAMES IN REF AND ADVISE IF THIS CAN BE DONE.")
            .main());
    assertNull(language.of("Yes. 14-00000").main());
    assertNull(language.of("14,223 3,44 17 ".repeat(200)).main());
    assertEquals(
        "de",
        language
            .of(
                "Der Minister sagte am Dienstag, dass die Regierung sich zu dem laufenden Verfahren"
                    + " nicht äußern werde, solange die Ermittlungen nicht abgeschlossen seien.")
            .main());
    Language.Verdict mixed =
        language.of(
            "The letter that follows was found in the house and is said to be in his own hand. "
                    .repeat(10)
                + ("El ministro dijo el martes que el gobierno no comentaría el procedimiento en"
                        + " curso mientras no terminen las investigaciones. La carta fue encontrada"
                        + " en la casa y los vecinos aseguran que nunca habían visto a ese hombre. ")
                    .repeat(4));
    assertEquals("en", mixed.main());
    assertEquals("es", mixed.besides());
    assertTrue(language.of("").main() == null);
  }

  @Test
  void aMastheadInCapitalsIsThePublisherAndTheAgencyWhomItPrints() {
    Masthead masthead =
        plain(
            "THE HARBOUR EXAMINER\nSaturday, 18 January 2025, page 5\n\nGate was held\n\nHARBOUR TOWN (HWA) - The gate was held.\n");
    assertEquals("The Harbour Examiner", masthead.publisher());
    assertEquals("HWA", masthead.republishedFrom());
  }
}
