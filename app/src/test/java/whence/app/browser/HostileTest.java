package whence.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Documents that want to act are shown, and nothing of them runs: no script sets the canary, no
/// dialog opens, no request leaves, and the policy has nothing to stop.
class HostileTest extends InBrowser {
  private static final String RUNS =
      "<script>window.canary=1;alert(1)</script><img src=x onerror=window.canary=2>"
          + "<svg onload=window.canary=3></svg>\" onmouseover=\"window.canary=4";
  private static final int LONG = 990_000;

  @TempDir Path papers;

  @Test
  void nothingOfADocumentRuns() throws IOException {
    Files.writeString(
        papers.resolve("<img src=x onerror=window.canary=5>.txt"),
        "Mara "
            + RUNS
            + " Lund said the harbour vote was bought "
            + RUNS
            + " in secret.\nTor Abel said javascript:window.canary=6 was paid.\n"
            + "Eva Lund said \u202Ethe ledger\u202C and \u2066all of it\u2069 was burned.\n");
    Files.writeString(
        papers.resolve("page.html"),
        "<!doctype html><html lang=en><title>"
            + "&lt;script&gt;window.canary=7&lt;/script&gt;</title>"
            + "<meta http-equiv=refresh content='0;url=http://elsewhere.example/'>"
            + "<base href='http://elsewhere.example/'><link rel=stylesheet href='evil.css'>"
            + "<body onload='window.canary=8'><script src='http://elsewhere.example/x.js'></script>"
            + "<article><p>Tor Abel said the mayor &lt;script&gt;window.canary=9&lt;/script&gt; knew "
            + "of the payment, and the harbour office was told of it in writing.</p>"
            + "<iframe src='javascript:parent.canary=10'></iframe></article></body></html>");
    Files.writeString(
        papers.resolve("paper.pdf"),
        """
        %PDF-1.4
        1 0 obj<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>>>endobj
        2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
        3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 200]/Contents 4 0 R\
        /Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>\
        /Annots[<</Type/Annot/Subtype/Link/Rect[0 0 600 200]\
        /A<</S/URI/URI(javascript:window.canary=11)>>>>]>>endobj
        4 0 obj<</Length 79>>stream
        BT /F 12 Tf 20 100 Td (Tor Abel said the <script>window.canary=12</script> vote) Tj ET
        endstream endobj
        trailer<</Root 1 0 R>>
        """);
    Files.writeString(
        papers.resolve("long.txt"), "Tor Abel said " + "a".repeat(LONG) + " was the vote.\n");
    Served served = opened(Served.reading(papers));
    Window window = window(served);
    assertThat(window.find(".figures dt").first()).hasText("documents");
    window.open("/documents");
    List<String> addresses =
        new ArrayList<>(
            List.of(
                "/",
                "/documents",
                "/review",
                "/claims",
                "/decisions",
                "/search?words=" + "%3Cscript%3Ewindow.canary%3D13%3C%2Fscript%3E"));
    window
        .find("a[href^='/documents/']")
        .all()
        .forEach(link -> addresses.add(link.getAttribute("href")));
    assertTrue(addresses.size() > 8, addresses::toString);
    for (String address : addresses) {
      unharmed(window, address);
    }
    // Claims are there once the case is weighed.
    window.open("/claims");
    assertThat(window.find(".claimline").first()).isVisible();
    unharmed(window, window.find(".claimline > a").first().getAttribute("href"));
    // What a person gives is escaped like what a document holds.
    window.open("/review");
    window.find("form[action$='/correct'] input[name=source]").fill(RUNS);
    window.find("form[action$='/correct'] button").click();
    window.at("/review.*decided=.*");
    unharmed(window, "/decisions");
    assertThat(window.find(".decisions > li").first()).containsText("<script>");
  }

  private static void unharmed(Window window, String address) {
    window.open(address);
    window.find("h1").first().hover();
    assertNull(window.page().evaluate("window.canary"), address);
    assertTrue(window.path().startsWith(address), window.path());
  }
}
