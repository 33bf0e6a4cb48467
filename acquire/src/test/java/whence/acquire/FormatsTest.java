package whence.acquire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whence.model.Block;
import whence.model.Document;
import whence.model.Document.Status;
import whence.model.Region;
import whence.model.Text;

class FormatsTest {
  @TempDir static Path folder;
  private static Acquirer acquirer;

  @BeforeAll
  static void open() {
    acquirer = new Acquirer(Limits.standard(), folder.resolve("scratch"));
  }

  @AfterAll
  static void close() throws IOException {
    acquirer.close();
    try (var left = Files.list(folder.resolve("scratch"))) {
      assertEquals(List.of(), left.toList(), "the scratch folder is empty after close");
    }
  }

  private static Acquired read(String name, byte[] bytes) {
    return Made.acquire(acquirer, folder, name, bytes);
  }

  private static Text text(Acquired acquired) {
    Text text = acquired.text();
    assertNotNull(text, () -> String.valueOf(acquired.document().why()));
    return text;
  }

  private static List<String> blocks(Acquired acquired, Region region) {
    Text text = text(acquired);
    return text.blocks().stream()
        .filter(block -> block.region() == region)
        .map(block -> text.characters().substring(block.start(), block.end()))
        .toList();
  }

  @Test
  void aPdfHasPagesAndRunningHeaders() {
    Made.Pdf pdf = new Made.Pdf();
    for (int i = 1; i <= 4; i++) {
      pdf.page(
          "Annual Report 2019 page " + i, "The minister spoke on day " + i + ".", "So it was.");
    }
    Acquired read = read("report.pdf", pdf.emptyPage().page("x", "The end.").bytes());
    Document document = read.document();
    assertEquals(Status.READ, document.status(), String.valueOf(document.why()));
    assertEquals(6, document.pages());
    assertEquals(6, text(read).pages().size());
    int second = text(read).characters().indexOf("day 2");
    assertEquals(2, text(read).pageAt(second));
    int end = text(read).characters().indexOf("The end.");
    assertEquals(6, text(read).pageAt(end), "an empty page counts");
    assertEquals(
        List.of(
            "Annual Report 2019 page 1",
            "Annual Report 2019 page 2",
            "Annual Report 2019 page 3",
            "Annual Report 2019 page 4"),
        blocks(read, Region.HEADER));
  }

  @Test
  void anEncryptedPdfAsksForItsPassword() throws IOException {
    Made.Pdf pdf = new Made.Pdf().page("Secret", "The minister spoke.");
    StandardProtectionPolicy policy =
        new StandardProtectionPolicy("owner", "user", new AccessPermission());
    policy.setEncryptionKeyLength(256);
    pdf.document().protect(policy);
    Document document = read("locked.pdf", pdf.bytes()).document();
    assertEquals(Status.NOT_READ, document.status());
    assertEquals("application/pdf", document.mediaType());
    assertEquals("encrypted PDF: needs its password", document.why());
  }

  @Test
  void aDamagedPdfIsOnRecord() {
    byte[] whole = new Made.Pdf().page("Title", "The minister spoke.").bytes();
    Document document = read("cut.pdf", java.util.Arrays.copyOf(whole, 40)).document();
    assertEquals(Status.NOT_READ, document.status());
    assertTrue(String.valueOf(document.why()).startsWith("damaged"), document.why());
  }

  @Test
  void aScannedPageIsRecognisedOrOnRecord() throws IOException {
    byte[] pdf =
        new Made.Pdf()
            .page("Head", "The minister spoke on Monday.", "Nobody answered him.")
            .scannedPage("The witness denied everything")
            .bytes();
    Acquired read = read("scan.pdf", pdf);
    assertEquals(2, read.document().pages());
    if (read.document().status() == Status.READ) {
      int words = text(read).characters().indexOf("denied everything");
      assertEquals(2, text(read).pageAt(words));
    } else {
      assertEquals(Status.PARTLY_READ, read.document().status());
      assertTrue(String.valueOf(read.document().why()).startsWith("page 2 of 2 is an image and"));
    }
    try (Acquirer without =
        new Acquirer(
            Limits.standard(),
            folder.resolve("without"),
            List.of("-Dwhence.tesseract=" + folder.resolve("nowhere")))) {
      Acquired partly = Made.acquire(without, folder, "scan.pdf", pdf);
      assertEquals(Status.PARTLY_READ, partly.document().status());
      assertEquals(
          "page 2 of 2 is an image and Tesseract is not installed: apt-get install tesseract-ocr",
          partly.document().why());
      ByteArrayOutputStream png = new ByteArrayOutputStream();
      ImageIO.write(Made.picture("The witness"), "png", png);
      Acquired picture = Made.acquire(without, folder, "scan.png", png.toByteArray());
      assertEquals(Status.NOT_READ, picture.document().status());
      assertEquals(1, picture.document().pages());
    }
  }

  @Test
  void aPageTooLargeToDrawCostsNoText() {
    byte[] pdf =
        new Made.Pdf()
            .page("Head", "The minister spoke on Monday.", "Nobody answered him.")
            .scannedPage("The witness denied everything", new PDRectangle(4000, 4000))
            .bytes();
    try (Acquirer small =
        new Acquirer(Limits.standard().withHeap(24L << 20), folder.resolve("small"))) {
      Acquired read = Made.acquire(small, folder, "scan.pdf", pdf);
      assertEquals(Status.PARTLY_READ, read.document().status(), read.document().why());
      assertTrue(text(read).characters().contains("The minister spoke on Monday."));
      assertTrue(
          String.valueOf(read.document().why())
              .endsWith("drawn, it needs more than 24 MiB of memory to parse"),
          read.document().why());
    }
  }

  @Test
  void aWordDocumentHasItsParagraphs() {
    Acquired read =
        read(
            "memo.docx",
            Made.docx(
                "", Made.paragraph("First &amp; foremost.") + Made.paragraph("Second thoughts.")));
    assertEquals(Status.READ, read.document().status(), String.valueOf(read.document().why()));
    assertEquals("First & foremost.\n\nSecond thoughts.", text(read).characters());
    assertNull(read.document().pages());
  }

  @Test
  void noEntityIsFetched() throws IOException {
    Path secret = folder.resolve("secret.txt");
    Files.writeString(secret, "the secret of this machine");
    String doctype = "<!DOCTYPE w:document [<!ENTITY leak SYSTEM \"" + secret.toUri() + "\">]>";
    Acquired read = read("memo.docx", Made.docx(doctype, Made.paragraph("It says: &leak;")));
    Text text = read.text();
    assertFalse(text != null && text.characters().contains("secret of this"));
    assertFalse(String.valueOf(read.document().why()).contains(folder.toString()));
  }

  @Test
  void rtfIsRead() {
    Acquired read =
        read("note.rtf", Made.utf8("{\\rtf1\\ansi Beware of \\b the\\b0  dog.\\par Twice.}"));
    assertEquals("Beware of the dog.\n\nTwice.", text(read).characters());
  }

  @Test
  void aMailHasHeaderLinesBodyAndAttachments() {
    String mail =
        """
        From: =?UTF-8?Q?J=C3=B6rg_Doe?= <doe@example.org>
        To: Jane Roe <roe@example.org>
        Date: Tue, 4 Jun 2019 10:11:12 -0400
        Subject: The minutes
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary=b

        --b
        Content-Type: multipart/alternative; boundary=c

        --c
        Content-Type: text/plain; charset=utf-8

        Find them attached.
        --c
        Content-Type: text/html; charset=utf-8

        <p>Find them <b>attached</b>.</p>
        --c--
        --b
        Content-Type: text/plain; name="Minutes of June.TXT"
        Content-Disposition: attachment; filename="Minutes of June.TXT"
        Content-Transfer-Encoding: base64

        VGhleSBtZXQu
        --b
        Content-Type: message/rfc822

        From: x@example.org
        Subject: Inner

        Inside.
        --b--
        """;
    Acquired read = read("m.eml", Made.utf8(mail.replace("\n", "\r\n")));
    assertEquals(
        """
        From: Jörg Doe <doe@example.org>
        To: Jane Roe <roe@example.org>
        Date: Tue, 4 Jun 2019 10:11:12 -0400
        Subject: The minutes

        Find them attached.\
        """,
        text(read).characters());
    assertEquals(4, blocks(read, Region.HEADER).size());
    Document document = read.document();
    assertEquals("message/rfc822", document.mediaType());
    assertEquals("The minutes", document.title());
    assertEquals("Jörg Doe", document.author());
    assertNull(document.publisher());
    var date = document.date();
    assertTrue(date != null && "2019-06-04T10:11:12-04:00".equals(date.value()));
    assertEquals(
        List.of("attachment-1.txt", "attachment-2.eml"),
        read.inner().stream().map(Inner::name).toList());
    Acquired inner =
        acquirer.acquire(
            read.inner().getFirst().file(), document.sha256(), "m.eml!/attachment-1.txt");
    assertEquals("They met.", text(inner).characters());
  }

  @Test
  void aMailboxIsItsMails() throws IOException {
    String box =
        """
        From a@example.org Tue Jun  4 10:11:12 2019
        From: a@example.org
        Subject: One

        Hello.
        >From me to you.

        From b@example.org Tue Jun  4 10:11:12 2019
        From: b@example.org

        Not a new one:
        From here on.
        """;
    Acquired read = read("box.mbox", Made.utf8(box));
    assertEquals(List.of("0001.eml", "0002.eml"), read.inner().stream().map(Inner::name).toList());
    assertTrue(Files.readString(read.inner().get(1).file()).endsWith("From here on.\n"));
    assertEquals(Status.READ, read.document().status());
  }

  @Test
  void aWebPageIsItsArticle() {
    String article =
        "The council voted on Tuesday, after a long debate, to close the harbour for a year. ";
    String page =
        """
        <html><head><title>Harbour to close | The Examiner</title>
        <meta property="og:site_name" content="The Examiner">
        <script type="application/ld+json">{"@type":"NewsArticle","headline":"Harbour to close",
        "author":[{"name":"Ann Lee"},{"name":"Bo Chu"}],"datePublished":"2023-05-06T07:08:09Z"}</script>
        <style>p { color: red }</style></head><body>
        <nav><a href="/">Home</a> <a href="/news">News</a></nav>
        <div class="sidebar related"><a href="/x">Ten ways to cook fish</a></div>
        <article><h1>Harbour to close</h1>
        <p>%s</p><p>%s</p><script>alert('no')</script>
        <blockquote><p>We had no choice.</p><p>None at all.</p></blockquote>
        <ul><li>One</li><li>Two</li></ul>
        <figure><img src="a.jpg"><figcaption>The harbour, seen from the hill</figcaption></figure>
        <table><tr><td>Year</td><td>Ships</td></tr><tr><td>2022</td><td>14</td></tr></table>
        <p style="display:none">hidden</p></article>
        <footer>Copyright. All rights reserved.</footer></body></html>
        """
            .formatted(article.repeat(3), article.repeat(2));
    Acquired read = read("page.html", Made.utf8(page));
    String text = text(read).characters();
    assertTrue(text.startsWith("Harbour to close\n\nThe council voted"), text);
    assertTrue(text.contains("Year\tShips\n2022\t14"), text);
    for (String furniture : List.of("Home", "Ten ways", "Copyright", "alert", "color", "hidden")) {
      assertFalse(text.contains(furniture), furniture);
    }
    assertEquals(List.of("Harbour to close"), blocks(read, Region.HEADLINE));
    assertEquals(List.of("We had no choice.\n\nNone at all."), blocks(read, Region.QUOTATION));
    assertEquals(List.of("The harbour, seen from the hill"), blocks(read, Region.CAPTION));
    assertEquals(List.of("One", "Two"), blocks(read, Region.LIST));
    Document document = read.document();
    assertEquals("Harbour to close", document.title());
    assertEquals("Ann Lee, Bo Chu", document.author());
    assertEquals("The Examiner", document.publisher());
    assertEquals("JSON-LD datePublished", document.dateSource());
    List<Block> ordered = text(read).blocks();
    for (int i = 1; i < ordered.size(); i++) {
      assertTrue(ordered.get(i - 1).end() <= ordered.get(i).start());
    }
  }

  @Test
  void theTypeIsTheBytesNotTheName() {
    byte[] pdf = new Made.Pdf().page("Head", "The minister spoke.").bytes();
    assertEquals("application/pdf", read("report.doc", pdf).document().mediaType());
    assertEquals("text/csv", read("t.csv", Made.utf8("a,b\n")).document().mediaType());
    assertEquals("text/x-rst", read("t.rst", Made.utf8("A\n=\n")).document().mediaType());
    assertEquals("a note", text(read("NOTE", Made.utf8("a note"))).characters());
    Document film = read("film.mp4", Made.utf8("\0\0\0\u0018ftypmp42")).document();
    assertEquals(Status.NOT_READ, film.status());
    assertEquals("files of type video/mp4 are not read", film.why());
  }

  @Test
  void aForeignTextIsOnRecordAndShown() {
    Acquired read =
        read(
            "note.txt",
            Made.utf8(
                "Le ministre a déclaré mardi que le gouvernement ne commenterait pas cette affaire,"
                    + " qui fait l'objet d'une enquête depuis plusieurs mois. Il a ajouté que les"
                    + " services concernés répondraient aux questions de la commission."));
    assertEquals(Status.NOT_READ, read.document().status());
    assertEquals("language fr", read.document().why());
    assertEquals("fr", read.document().language());
    assertNotNull(read.document().textHash());
    assertTrue(text(read).characters().startsWith("Le ministre"));
  }

  @Test
  void anArchiveGivesItsFilesInTheOrderOfTheirNames() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("b/two.txt", Made.utf8("2"));
    files.put("a.txt", Made.utf8("1"));
    files.put("B.txt", Made.utf8("0"));
    Acquired read = read("x.zip", Made.zip(files));
    assertEquals(Status.READ, read.document().status());
    assertEquals(
        List.of("B.txt", "a.txt", "b/two.txt"), read.inner().stream().map(Inner::name).toList());
  }
}
