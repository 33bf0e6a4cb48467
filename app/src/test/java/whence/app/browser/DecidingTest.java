package whence.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What people decide, by keyboard, and in two windows at once.
class DecidingTest extends InBrowser {
  private static final int REVIEWED = 5;

  private static final List<String> SAID =
      List.of(
          "the harbour vote was bought",
          "the ledger was burned in the yard",
          "the mayor knew of the payment",
          "the clerk counted nine hundred ballots",
          "the ferry left before the count",
          "the lighthouse had no keeper",
          "the bridge was closed on Monday",
          "the letter was never opened",
          "the bank refused the loan",
          "the dredger belonged to his brother",
          "the storm broke the north gate",
          "the council met behind closed doors");

  @TempDir Path papers;
  private Served served;
  private Window window;

  @BeforeEach
  void open() throws IOException {
    StringBuilder text = new StringBuilder();
    for (String what : SAID) {
      text.append("Mara Lindqvist said that ").append(what).append(". Rain fell.\n\n");
    }
    Files.writeString(papers.resolve("gazette.txt"), text);
    served = opened(Served.reading(papers));
    window = window(served);
  }

  private static String held(Window window) {
    return window.find("[data-held]").getAttribute("data-held");
  }

  /// Presses a key and waits until another statement is shown.
  private static void next(Window window, String key) {
    String before = held(window);
    window.press(key);
    assertThat(window.find("[data-held]")).not().hasAttribute("data-held", before);
    // Keys are heard once the page's scripts are there.
    window.page().waitForLoadState();
  }

  private static int left(Window window) {
    return Integer.parseInt(window.find("#left").innerText());
  }

  private static void expectLeft(Window window, int left) {
    assertThat(window.find("#left")).hasText(String.valueOf(left));
  }

  @Test
  void statementsAreReviewedByKeyboardAlone() {
    window.open("/review");
    int all = left(window);
    for (int i = 0; i < REVIEWED; i++) {
      next(window, "c");
    }
    next(window, "x");
    String left = held(window);
    next(window, "j");
    assertEquals("/review?skip=1", window.path());
    String corrected = held(window);
    window.press("s");
    window.page().keyboard().type("Mara Lindqvist");
    window.press("Enter");
    assertThat(window.find("[data-held]")).not().hasAttribute("data-held", corrected);
    expectLeft(window, all - REVIEWED - 2);
    window.open("/review");
    assertEquals(left, held(window));
    window.open("/decisions");
    assertThat(window.find(".decisions > li")).hasCount(REVIEWED + 2);
    assertThat(window.find(".decisions > li").first()).containsText("Mara Lindqvist");
  }

  @Test
  void whatWasDecidedIsUndoneFromTheListOfDecisions() {
    window.open("/review");
    int all = left(window);
    String statement = held(window);
    next(window, "x");
    next(window, "c");
    window.open("/decisions");
    assertThat(window.find(".decisions > li")).hasCount(2);
    window.find(".decisions > li").last().locator("button").click();
    assertThat(window.find(".decisions .undone")).hasCount(1);
    window.open("/review");
    expectLeft(window, all - 1);
    assertEquals(statement, held(window));
  }

  @Test
  void aKeyUndoesWhatItJustDecided() {
    window.open("/review");
    int all = left(window);
    String statement = held(window);
    next(window, "x");
    expectLeft(window, all - 1);
    next(window, "u");
    expectLeft(window, all);
    assertEquals(statement, held(window));
  }

  @Test
  void aClaimIsGradedWithAReason() {
    window.open("/claims");
    window.find(".claimline > a").first().click();
    window.find("select[name=grade]").selectOption("5");
    window.find("form[action$='/grade'] input[name=why]").fill("the ledger was never shown");
    window.press("Enter");
    assertThat(window.find(".head .grade")).hasText("credibility 5");
    assertThat(window.find(".head")).containsText("the ledger was never shown");
  }

  @Test
  void twoWindowsSeeEachOthersDecisionsWithoutLoading() {
    Window other = window(served);
    other.open("/decisions");
    other.page().evaluate("window.sameWindow = true");
    window.open("/review");
    int all = left(window);
    next(window, "c");
    assertThat(other.find(".decisions > li")).hasCount(1);
    next(window, "x");
    assertThat(other.find(".decisions > li")).hasCount(2);
    window.page().evaluate("window.sameWindow = true");
    String shown = held(window);
    other.find(".decisions > li").last().locator("button").click();
    assertThat(other.find(".decisions .undone")).hasCount(1);
    // The statement before the reader's eye stays; it is told that there is news.
    assertThat(window.find("#news")).isVisible();
    assertEquals(shown, held(window));
    window.find("#news a").click();
    expectLeft(window, all - 1);
    // Both decide at once: neither is lost.
    other.open("/review?skip=3");
    String one = held(window);
    String two = held(other);
    assertNotEquals(one, two);
    window.press("c");
    other.press("x");
    assertThat(window.find("[data-held]")).not().hasAttribute("data-held", one);
    assertThat(other.find("[data-held]")).not().hasAttribute("data-held", two);
    window.open("/decisions");
    assertThat(window.find(".decisions > li")).hasCount(5);
  }

  @Test
  void whatIsTypedOpenAndInSightStaysWhileOthersDecide() {
    String document = window.document("gazette");
    window.open(document);
    Window other = window(served);
    other.open(document);
    Locator open = other.find(".card details.more").nth(1);
    open.locator("summary").click();
    other.find(".card").nth(1).locator("summary").focus();
    other.page().evaluate("window.sameWindow = true; scrollTo(0, 300)");
    Object scrolled = other.page().evaluate("scrollY");
    decideFirst("confirm");
    assertThat(other.find(".card").first()).hasClass(Pattern.compile(".*\\bconfirmed\\b.*"));
    assertThat(open).hasAttribute("open", "");
    assertThat(other.find(".card").nth(1).locator("summary")).isFocused();
    assertEquals(scrolled, other.page().evaluate("scrollY"));
    // Whoever is typing is only told.
    Locator source = open.locator("input[name=source]");
    source.fill("Tor Ab");
    decideFirst("cut");
    assertThat(other.find("#news")).isVisible();
    assertThat(source).hasValue("Tor Ab");
    assertThat(source).isFocused();
    assertThat(other.find(".card").first()).hasClass(Pattern.compile(".*\\bconfirmed\\b.*"));
    // And sees it when it is sent or taken back.
    source.fill("");
    source.blur();
    assertThat(other.find(".card").first()).hasClass(Pattern.compile(".*\\brejected\\b.*"));
    assertThat(other.find("#news")).isHidden();
    assertEquals(true, other.page().evaluate("window.sameWindow"));
  }

  private void decideFirst(String decision) {
    Locator card = window.find(".card").first();
    Locator details = card.locator("details.more");
    if (details.getAttribute("open") == null) {
      details.locator("summary").click();
    }
    card.locator("form[action$='/" + decision + "'] button").click();
    window.page().waitForLoadState();
  }
}
