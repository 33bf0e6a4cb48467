package whence.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a person reads who decides nothing: the sample case at a glance, its claims, its documents.
class ReadingTest extends InBrowser {
  private Window window;

  @AfterAll
  static void stop() {
    Served.done();
  }

  @BeforeEach
  void open() {
    window = window(Served.looked());
    // Shown as soon as the case is weighed, with nobody loading the page again.
    assertThat(window.find("a[href='/claims?kind=contested']")).isVisible();
  }

  @Test
  void theCaseAtAGlanceLeadsToItsContestedClaims() {
    assertThat(window.find("h1")).hasText("harbour");
    assertThat(window.find(".figures dt").first()).hasText("documents");
    window.find("a[href='/claims?kind=contested']").click();
    window.at("/claims\\?kind=contested");
    assertThat(window.find("select[name=kind]")).hasValue("contested");
    assertThat(window.find(".claimline").first().locator(".opposed").first()).isVisible();
  }

  @Test
  void claimsAreNarrowedByWordsKindAndCredibilityAndTheAddressKeepsIt() {
    window.open("/claims");
    Locator lines = window.find(".claimline");
    int all = count();
    window.find(".filter input[name=words]").fill("harbour");
    window.press("Enter");
    window.at("/claims\\?words=harbour.*");
    assertTrue(count() < all, all + " claims");
    for (String line : lines.allInnerTexts()) {
      assertTrue(line.toLowerCase(java.util.Locale.ROOT).contains("harbour"), line);
    }
    window.find("select[name=grade]").selectOption("6");
    window.find(".filter button").click();
    window.at("/claims\\?words=harbour&kind=all&grade=6");
    assertThat(lines.first().locator(".grade")).hasText("credibility 6");
    int narrowed = count();
    window.page().reload();
    assertEquals(narrowed, count());
    window.open("/claims?words=nosuchword");
    assertThat(window.find(".nothing")).containsText("No claim is so");
    window.find(".nothing a").click();
    window.at("/claims");
    assertEquals(all, count());
  }

  private int count() {
    return Integer.parseInt(window.find("main p.soft").first().innerText().replaceAll("\\D.*", ""));
  }

  @Test
  void aClaimLeadsToThePassageInItsDocument() {
    window.open("/claims?kind=contested");
    String claim = window.find(".claimline > a").first().getAttribute("href");
    window.find(".claimline > a").first().click();
    window.at(claim);
    assertThat(window.find(".tree .origin").first()).isVisible();
    window.find(".tree blockquote a").first().click();
    window.at("/documents/[0-9a-f]{64}.*#t-.*");
    String statement = window.path().replaceAll(".*#t-", "");
    assertThat(window.find("a.piece[data-statement='" + statement + "']").first()).isInViewport();
    // Whoever is given the address comes to the same place.
    String address = window.path();
    Window other = window(Served.looked());
    other.open(address);
    assertThat(other.find("a.piece[data-statement='" + statement + "']").first()).isInViewport();
  }

  @Test
  void aStatementAndItsWordsInTheTextLightUpTogether() {
    window.open(window.document("news/"));
    Locator card = window.find(".card").first();
    String statement = card.getAttribute("data-statement");
    card.hover();
    assertThat(window.find("a.piece[data-statement='" + statement + "']").first())
        .hasClass(Pattern.compile(".*\\blit\\b.*"));
    assertThat(card).hasClass(Pattern.compile(".*\\blit\\b.*"));
  }

  @Test
  void aKeyListsTheKeysThatThePageOffers() {
    window.open("/review");
    window.press("?");
    assertThat(window.find("dialog#keys")).isVisible();
    assertThat(window.find("dialog#keys tbody")).containsText("Confirm");
    assertThat(window.find("dialog#keys tbody")).containsText("Search everything");
    String before = window.find("[data-held]").getAttribute("data-held");
    window.press("c", "Escape");
    assertThat(window.find("dialog#keys")).isHidden();
    assertThat(window.find("[data-held]")).hasAttribute("data-held", before);
    window.press("/");
    assertThat(window.find("#find")).isFocused();
    window.press("?");
    assertThat(window.find("dialog#keys")).isHidden();
  }

  @Test
  void coloursAreChosenAndKept() {
    String light = paper();
    window.find("#theme").selectOption("dark");
    assertNotEquals(light, paper());
    window.open("/claims");
    assertNotEquals(light, paper());
    assertThat(window.find("#theme")).hasValue("dark");
    window.theme(com.microsoft.playwright.options.ColorScheme.DARK);
    window.find("#theme").selectOption("light");
    assertEquals(light, paper());
    window.find("#theme").selectOption("");
    assertNotEquals(light, paper());
  }

  private String paper() {
    return (String) window.page().evaluate("getComputedStyle(document.body).backgroundColor");
  }
}
