package whence.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A report is composed of claims, questions and texts, and taken out.
class ReportingTest extends InBrowser {
  @TempDir Path taken;

  @Test
  void claimsAndQuestionsAreOrderedWrittenBetweenCitedAndExported() throws IOException {
    Window window = window(opened(Served.sample()));
    window.open("/claims?kind=contested");
    window.find(".claimline > a").first().click();
    String claim = window.find("h1").innerText();
    window.find("form[action='/report/add'] button").first().click();
    // There was no report yet: one is begun with the claim.
    window.at("/report/.+");
    assertThat(window.find(".item").first()).containsText(claim);
    window.find(".questions summary").click();
    window.find(".questions form button").first().click();
    assertThat(window.find(".item")).hasCount(2);
    window.find(".begin form button").first().click();
    assertThat(window.find(".item")).hasCount(3);
    Locator text = window.find(".item textarea");
    text.fill("What the estimate says is disputed. ");
    assertThat(window.find("#saved")).containsText("saved");
    assertThat(window.find("#saved")).not().hasClass("unsaved");
    // To the front by the keyboard.
    text.press("Alt+ArrowUp");
    assertThat(window.find(".item").nth(1).locator("textarea")).hasCount(1);
    window.find(".item").nth(1).locator("textarea").press("Alt+ArrowUp");
    assertThat(window.find(".item").first().locator("textarea")).hasCount(1);
    // A passage is found and cited where the caret was.
    window.find(".item textarea").press("Control+End");
    window.find(".finding-in input[name=words]").fill("the control link failed");
    window.press("Enter");
    window.find(".picks form.cite button").first().click();
    assertThat(window.find(".cites li")).hasCount(1);
    assertThat(window.find(".item textarea"))
        .hasValue(java.util.regex.Pattern.compile(".*\\[@1\\].*"));
    for (String format : List.of("html", "md", "docx", "pdf", "bundle")) {
      window.find("select[name=format]").selectOption(format);
      Download download =
          window.page().waitForDownload(() -> window.find(".exporting button").click());
      Path file = taken.resolve(format);
      download.saveAs(file);
      assertTrue(Files.size(file) > 500, format);
    }
    String markdown = Files.readString(taken.resolve("md"));
    assertTrue(markdown.contains("What the estimate says is disputed."), markdown);
    assertTrue(markdown.contains(claim), markdown);
    assertEquals(
        "%PDF",
        Files.readString(taken.resolve("pdf"), java.nio.charset.StandardCharsets.ISO_8859_1)
            .substring(0, 4));
    assertEquals(
        "PK",
        Files.readString(taken.resolve("docx"), java.nio.charset.StandardCharsets.ISO_8859_1)
            .substring(0, 2));
  }
}
