package whence.app.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whence.app.print.Harmless;
import whence.model.Document;
import whence.model.Entry;
import whence.model.Page;
import whence.model.Reading;
import whence.model.SourceKind;
import whence.model.Stance;

class HtmlReportTest {
  @Test
  void everyQuotedPassageIsTheExactSlice() {
    SmallCase small = locks();
    org.jsoup.nodes.Document report = report(small);
    Map<String, String> texts = new TreeMap<>();
    for (Reading reading : small.readings()) {
      texts.put(Citations.anchor(reading.document().sha256()), reading.text().characters());
    }
    int slices = 0;
    for (Element told : report.select(".claim, .told")) {
      String anchor = told.selectFirst(".place a").attr("href").substring(1);
      String cited = report.getElementById(anchor).closest(".cited").id();
      for (Element slice : told.select(told.is(".claim") ? "h4 .slice" : ".slice")) {
        assertSlice(texts.get(cited), slice);
        slices++;
      }
    }
    for (Element cited : report.select(".cited")) {
      for (Element run : cited.select(".text > [data-start]")) {
        assertSlice(texts.get(cited.id()), run);
        slices++;
      }
    }
    assertTrue(slices > 30, "slices: " + slices);
  }

  private static void assertSlice(String text, Element slice) {
    int start = Integer.parseInt(slice.attr("data-start"));
    int end = Integer.parseInt(slice.attr("data-end"));
    assertEquals(Harmless.block(text.substring(start, end)), slice.wholeText());
  }

  @Test
  void refersToNothingOutsideItself() {
    org.jsoup.nodes.Document report = report(locks());
    assertEquals(0, report.select("script, link, img, iframe, object, embed, form, base").size());
    assertEquals(0, report.select("[src], [srcset], [action], [style], [background]").size());
    for (Element element : report.getAllElements()) {
      element
          .attributes()
          .forEach(
              attribute -> assertFalse(attribute.getKey().startsWith("on"), element::cssSelector));
    }
    for (Element link : report.select("[href]")) {
      String href = link.attr("href");
      assertTrue(href.startsWith("#"), href);
      assertTrue(report.getElementById(href.substring(1)) != null, href + " leads nowhere");
    }
    assertFalse(report.selectFirst("style").data().contains("url("));
    assertFalse(report.selectFirst("style").data().contains("@import"));
    String policy = report.selectFirst("meta[http-equiv=Content-Security-Policy]").attr("content");
    assertTrue(policy.startsWith("default-src 'none'; style-src 'sha256-"), policy);
    assertFalse(policy.contains("unsafe"), policy);
  }

  @Test
  void theSameCaseGivesTheSameBytes(@TempDir Path folder) throws IOException {
    Path first = folder.resolve("first.html");
    Path second = folder.resolve("second.html");
    SmallCase one = locks();
    new HtmlReport("whence 1.2.3").write(one.view(), one.head(), first);
    SmallCase other = locks();
    new HtmlReport("whence 1.2.3").write(other.view(), other.head(), second);
    assertEquals(-1, Files.mismatch(first, second));
    try (var left = Files.list(folder)) {
      assertEquals(2, left.count(), "nothing unfinished is left behind");
    }
  }

  @Test
  void whatADocumentCarriesStaysText() {
    String script = "<script>alert(1)</script><img src=x onerror=alert(2)>";
    String quotes = "\" onmouseover=\"alert(3)\" x='";
    SmallCase small = new SmallCase();
    String name = script + quotes + "\u202Egnp.exe";
    String text =
        name + " said: " + script + quotes + "\u0000\u0007\u202E\u2066 ]]> --> </style></div>";
    var paper = small.paper(name + ".txt", text).title(name).published(name, "2031-02-30");
    paper.handling(script).alsoAt("z" + quotes);
    paper
        .says("hostile", text.substring(name.length() + 7))
        .by(SourceKind.PERSON, name, name, "said")
        .stance(Stance.DENIES)
        .end()
        .done();
    small.paper("unread" + script, "").notRead(Document.Status.NOT_READ, script + quotes).done();
    small.claim("hostile-claim", 0, 0, 6, List.of(), List.of("hostile"), List.of());
    org.jsoup.nodes.Document report = report(small);
    assertEquals(0, report.select("script, img, [onerror], [onmouseover]").size());
    assertEquals(1, report.select("style").size());
    assertTrue(report.text().contains(script));
    String written = html(small);
    assertFalse(written.contains("\u202E"), "an override would turn words round");
    assertFalse(written.contains("\u0000"));
    assertTrue(written.contains("&lt;U+202E&gt;"), "it is shown as a sign");
    assertTrue(written.contains("\u2400"));
  }

  @Test
  void aVeryLongLineIsCutAndSaysSo() {
    String line = "word ".repeat(200_000);
    SmallCase small = new SmallCase();
    var paper = small.paper("long.txt", "Vane said " + line + ".").published("The Post", null);
    paper.says("long", line).by(SourceKind.PERSON, "Vane", "Vane", "said").end().done();
    small.claimTheRest();
    String written = html(small);
    assertTrue(written.length() < 200_000, "report: " + written.length());
    assertTrue(written.contains("[998,500 more characters]"), "the quotation says what is missing");
    assertTrue(written.contains("characters left out"), "and so does the text");
  }

  @Test
  void everythingNotReadIsListedWithItsReason() {
    Element unread = report(locks()).getElementById("unread");
    assertTrue(unread.text().contains("scan-014.pdf"), unread.text());
    assertTrue(unread.text().contains("no text layer"), unread.text());
  }

  @Test
  void whatNobodyReviewedIsMarkedSo() {
    org.jsoup.nodes.Document report = report(locks());
    for (Element told : report.select(".told")) {
      assertEquals(1, told.select(".source-line .review").size(), told.text());
    }
    assertTrue(report.select(".told .review.unreviewed").size() > 3);
    assertEquals(
        "confirmed by A. Checker: read against the page",
        report.selectFirst(".told .review.confirmed").text());
  }

  @Test
  void claimsThatDoNotFitAreCounted() {
    SmallCase small = new SmallCase();
    for (int i = 0; i < 400; i++) {
      String said = "Gate " + i + " was shut.";
      var paper = small.paper("note-" + i + ".txt", said).published("The Post", "2031-01-01");
      paper.says("s" + i, said).end().done();
    }
    small.claimTheRest();
    org.jsoup.nodes.Document report = report(small);
    assertTrue(
        report.getElementById("claims").text().contains("And 320 more claims, not printed here"),
        report.getElementById("claims").select(".more").text());
    assertTrue(report.getElementById("figures").text().contains("400"));
  }

  @Test
  void tellsTheHeadAndHowToCheckIt() {
    SmallCase small = locks();
    String head = small.head().hash().hex();
    String verify = report(small).getElementById("verify").text();
    assertTrue(verify.contains("whence verify --case DIR --head " + head), verify);
    assertTrue(verify.contains("Made by whence 1.2.3"));
  }

  @Test
  void handlingMarksHeadEveryPrintedPageAndCannotLeaveTheStyleSheet() {
    SmallCase small = new SmallCase();
    small.paper("a.txt", "Nothing.").handling("TLP:RED", "</style>\"}*{x:url(y)}").done();
    String style = report(small).selectFirst("style").data();
    assertTrue(style.contains("TLP\\00003aRED"), "the mark is in the page's head");
    assertFalse(style.contains("url("), style);
    assertFalse(style.contains("*{"), style);
  }

  private static org.jsoup.nodes.Document report(SmallCase small) {
    return Jsoup.parse(html(small));
  }

  private static String html(SmallCase small) {
    StringWriter out = new StringWriter();
    new HtmlReport("whence 1.2.3").write(small.view(), small.head(), out);
    return out.toString();
  }

  /// An invented affair about a lock gate.
  static SmallCase locks() {
    SmallCase small = new SmallCase();
    String wire =
        "HALMER, May 3 (Northern Wire) - Inspectors knew in March that the gate at Sund lock could"
            + " fail, two officials said.\nHarbour director Ilse Vane denied that any warning"
            + " reached her. It is highly likely that the lock will close before winter, a report"
            + " by the port authority says.\nThe ministry did not answer questions about the gate.";
    SmallCase.Paper first =
        small
            .paper("wire/halmer-lock.txt", wire)
            .title("Inspectors knew lock gate could fail, officials say")
            .published("Northern Wire", "2031-05-03");
    first
        .says("w1", "Inspectors knew in March that the gate at Sund lock could fail")
        .by(SourceKind.ANONYMOUS, null, "two officials", "said")
        .said("2031-05-03")
        .about("March", "2031-03")
        .end();
    first
        .says("w2", "any warning reached her")
        .by(SourceKind.PERSON, "Ilse Vane", "Harbour director Ilse Vane", "denied")
        .stance(Stance.DENIES)
        .said("2031-05-03")
        .end();
    first
        .says("w3", "the lock will close before winter")
        .by(
            SourceKind.DOCUMENT,
            "a report by the port authority",
            "a report by the port authority",
            "says")
        .likely("highly likely", "PHIA", 0.8, 0.9)
        .forecast()
        .end();
    first
        .says("w4", "questions about the gate")
        .by(SourceKind.ORGANIZATION, "The ministry", "The ministry", "did not answer")
        .stance(Stance.SILENT)
        .end()
        .done();
    SmallCase.Paper copy =
        small
            .paper("papers/dale-post.html", "LOCK FEARS\n" + wire)
            .title("Lock fears")
            .published("The Dale Post", "2031-05-04")
            .alsoAt("papers/copy of dale-post.html");
    copy.says("p1", "Inspectors knew in March that the gate at Sund lock could fail")
        .by(SourceKind.ANONYMOUS, null, "two officials", "said")
        .about("March", "2031-03")
        .end()
        .done();
    String hearing =
        "MS ORR: When did you first hear of the gate?\n"
            + "MR TAMM: Inspectors told me in March that the gate could fail. I wrote to the"
            + " director the same week.\n";
    SmallCase.Paper transcript =
        small
            .paper(
                "hearings/day-2.txt",
                hearing,
                List.of(new Page(1, 0, 45), new Page(2, 45, hearing.length())))
            .title("Hearing, day 2")
            .published("Sund Lock Inquiry", "2031-05-18")
            .handling("PROTECTED A");
    transcript
        .says("h1", "the gate could fail")
        .by(SourceKind.PERSON, "Mr Tamm", "MR TAMM", null)
        .by(SourceKind.GROUP, null, "Inspectors", "told me")
        .said("2031-05-18")
        .about("March", "2031-03")
        .end();
    transcript
        .says("h2", "I wrote to the director the same week.")
        .by(SourceKind.PERSON, "Mr Tamm", "MR TAMM", null)
        .end()
        .done();
    small
        .paper("scans/scan-014.pdf", "")
        .notRead(
            Document.Status.NOT_READ,
            "its one page has no text layer, and Tesseract is not installed")
        .done();
    small.claim("gate", 1, 2, 2, List.of("w1", "p1", "h1"), List.of(), List.of());
    small.claim("warning", 1, 1, 3, List.of("h2"), List.of("w2"), List.of("gate"));
    small.claimTheRest();
    small.reuse(first, copy, 0.96);
    small.family(first, copy);
    small.review("h1", Entry.Verdict.CONFIRMED, null, "read against the page");
    return small;
  }
}
