package whence.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.BoundingBox;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What is drawn: a claim's tree, time on two clocks, who knew, the network.
class DrawnTest extends InBrowser {
  private static final String CY = "document.querySelector('.net')._cyreg.cy";

  private Window window;

  @AfterAll
  static void stop() {
    Served.done();
  }

  @BeforeEach
  void open() {
    window = window(Served.looked());
    assertThat(window.find("a[href='/claims?kind=contested']")).isVisible();
  }

  @Test
  void aClaimsTreeOpensToItsPassagesByKeysAlone() {
    window.open("/claims?kind=contested");
    window.find(".claimline > a").first().click();
    Locator boxes = window.find(".drawn summary");
    boxes.first().focus();
    window.press("ArrowRight");
    Locator focused = window.find(".drawn summary:focus");
    assertThat(focused).hasCount(1);
    window.press("Enter");
    assertThat(window.find(".drawn details[open] a[href*='#t-']").first()).isVisible();
    window.find(".drawn details[open] a[href*='#t-']").first().click();
    window.at("/documents/[0-9a-f]{64}.*#t-.*");
    assertThat(window.find("a.piece.chosen").first()).isVisible();
  }

  @Test
  void timeIsDrawnOnTwoClocksAndNarrowedByTheDrawing() {
    window.open("/timeline");
    assertThat(window.find(".moment.happened").first()).isVisible();
    assertThat(window.find(".moment.said").first()).isVisible();
    String all = window.find("#list .soft").innerText();
    window.find(".clock-tools button").filter(text("Nearer")).click();
    window.at("/timeline\\?from=.*&to=.*");
    assertThat(window.find("#list .soft")).not().hasText(all);
    String narrowed = window.find("#list .soft").innerText();
    String address = window.path();
    // Whoever is given the address sees the same span.
    window.open(address);
    assertThat(window.find("#list .soft")).hasText(narrowed);
    window.find(".clock-tools button").filter(text("Whole")).click();
    assertThat(window.find("#list .soft")).hasText(all);
    // By keys from mark to mark, and into one.
    window.find(".moment[tabindex='0']").focus();
    String first = window.find(".clock-told").innerText();
    window.press("ArrowRight");
    assertThat(window.find(".clock-told")).not().hasText(first);
    window.find("#narrow input[name=person]").fill("Penhale");
    window.press("Enter");
    window.at("/timeline\\?person=Penhale.*");
    window.settle();
    assertTrue(number(window.find("#list .soft").innerText()) < number(all), all);
    window.find(".moments td a").first().click();
    window.at("/documents/[0-9a-f]{64}.*#t-.*");
  }

  @Test
  void whoKnewTellsFourFactsApartAndLeadsToTheirPassages() {
    window.open("/knowledge");
    Locator cell = window.find(".cell").first();
    assertThat(cell).isVisible();
    assertThat(cell.locator(".fact")).hasCount(4);
    String person = window.find(".told-grid tbody th a").first().innerText();
    window.find(".told-grid tbody th a").first().click();
    window.at("/knowledge\\?person=.*");
    window.settle();
    assertThat(window.find(".told-grid tbody tr")).hasCount(1);
    window.find(".cell").first().click();
    window.at("/knowledge/told\\?.*");
    assertThat(window.find("h1")).containsText(person);
    window.find(".tellings blockquote a").first().click();
    window.at("/documents/[0-9a-f]{64}.*");
  }

  @Test
  void theNetworkOpensOnASelectionAndIsExpandedFilteredAndPinned() {
    window.open("/network");
    assertThat(window.find(".net")).hasCount(0);
    window.find(".filter input[name=words]").fill("Penhale");
    window.press("Enter");
    window.at("/network\\?words=Penhale.*");
    window.find(".starts a").filter(text("Marit Penhale")).first().click();
    assertThat(window.find(".net canvas").first()).isVisible();
    int ties = window.find(".ties li").count();
    window.find(".ties .expand").first().click();
    assertThat(window.find(".opened")).hasCount(2);
    assertTrue(window.find(".ties li").count() > ties);
    window.find("input[value=claim]").uncheck();
    window.find(".filter button").click();
    window.at(".*kind=person.*");
    assertThat(window.find(".ties .k.claim")).hasCount(0);
    // A point that is dragged stays there, when the page is loaded again too.
    drawn();
    BoundingBox frame = window.find(".net").boundingBox();
    double x = at("x");
    double y = at("y");
    window.page().mouse().move(frame.x + x, frame.y + y);
    window.page().mouse().down();
    window.page().mouse().move(frame.x + x + 20, frame.y + y + 25);
    window.page().mouse().move(frame.x + x + 30, frame.y + y + 30);
    window.page().mouse().up();
    assertThat(window.find(".net-told button")).hasText("Unpin");
    assertEquals(1, window.page().evaluate(CY + ".nodes(':locked').length"));
    Object pinned = window.page().evaluate(CY + ".nodes(':locked')[0].position('x')");
    window.page().reload();
    drawn();
    assertEquals(pinned, window.page().evaluate(CY + ".nodes(':locked')[0].position('x')"));
  }

  private void drawn() {
    window
        .page()
        .waitForCondition(() ->
            Boolean.TRUE.equals(
                window
                    .page()
                    .evaluate(
                        "Boolean(document.querySelector('.net')?._cyreg?.cy?.nodes().length)")));
  }

  /// Where the first opened point stands in its frame, in pixels.
  private double at(String axis) {
    Object at =
        window.page().evaluate(CY + ".nodes('[?opened]')[0].renderedPosition('" + axis + "')");
    return ((Number) at).doubleValue();
  }

  private static int number(String text) {
    return Integer.parseInt(text.replaceAll("\\D", ""));
  }

  private static Locator.FilterOptions text(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }
}
