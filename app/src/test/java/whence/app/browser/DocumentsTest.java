package whence.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// A document as it is: its own pages, its statements marked, words selected for one more.
class DocumentsTest extends InBrowser {
  private Window document(String name) {
    Window window = window(opened(Served.sample()));
    window.open("/documents");
    Locator row = window.find("table.list tr").filter(new Locator.FilterOptions().setHasText(name));
    row.locator("a").first().click();
    window.at("/documents/[0-9a-f]{64}.*");
    return window;
  }

  @Test
  void aPdfShowsItsOwnPagesWithTheStatementsMarkedOnThem() {
    Window window = document("estimate-24-117.pdf");
    assertThat(window.find("#page-1 .sheet[data-drawn=true]")).isVisible();
    Locator mark = window.find("#page-1 .sheet-text a.piece").first();
    assertThat(mark).isAttached();
    String statement = mark.getAttribute("data-statement");
    window.open("/statements/" + statement);
    assertThat(window.find(".sheet-text a.piece.lit").first()).isAttached();
    assertThat(window.find("#s-" + statement)).isVisible();
    window.press("t");
    assertThat(window.find("#page-1 .leaf-text")).isVisible();
    assertThat(window.find("#page-1 .sheet")).isHidden();
    window.press("p");
    assertThat(window.find("#page-1 .sheet")).isVisible();
  }

  @Test
  void selectedWordsBecomeAStatementByKeys() {
    Window window = document("courier-estimate");
    window
        .page()
        .evaluate(
            "() => { const at = [...document.querySelectorAll('.leaf-text span[data-start]')]"
                + ".find((each) => each.textContent.trim().length > 25).firstChild;"
                + " const words = at.data.search(/\\S/);"
                + " const range = document.createRange(); range.setStart(at, words);"
                + " range.setEnd(at, words + 20);"
                + " getSelection().removeAllRanges(); getSelection().addRange(range); }");
    window.press("a");
    assertThat(window.find("[data-take=content]")).hasValue(Pattern.compile("\\S.{5,}"));
    window.find(".add input[name=name]").fill("the night desk");
    window.find(".add input[name=why]").fill("missed by the reader");
    window.press("Enter");
    window.at("/documents/[0-9a-f]{64}.*#t-\\w+");
    assertThat(
            window.find(".card").filter(new Locator.FilterOptions().setHasText("the night desk")))
        .isVisible();
    window.open("/decisions");
    assertThat(window.find(".decisions li").first()).containsText("missed by the reader");
  }

  @Test
  void searchAsOneTypesLeadsToThePassage() {
    Window window = window(opened(Served.sample()));
    window.press("/");
    window.page().keyboard().type("the minister was briefed");
    Locator passage = window.find("#hits .passages a").first();
    assertThat(passage).isVisible();
    window.press("ArrowDown");
    assertThat(window.find("#hits a:focus")).isVisible();
    passage.click();
    window.at("/documents/[0-9a-f]{64}.*");
    assertThat(window.find(".card").first()).isVisible();
  }
}
