package whence.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What the inquiry asks, from the question to a finding, and what stands in the way of publishing.
class AskingTest extends InBrowser {
  private Window window;

  @BeforeEach
  void open() {
    window = window(opened(Served.sample()));
  }

  @Test
  void aQuestionIsReadJudgedAndConcluded() {
    window.open("/questions");
    window.find("a[href='/questions/Q5']").click();
    window.at("/questions/Q5");
    window.settle();
    assertThat(window.find(".sides .item").first()).isVisible();
    window.find(".sides .item summary").first().click();
    assertThat(window.find(".item details[open] .evidence").first()).isVisible();
    Locator assign = window.find(".item details[open] form.assign").first();
    assign.locator("select").selectOption("FOR");
    assign.locator("input[name=why]").fill("she names the caller");
    window.press("Enter");
    assertThat(window.find(".item .set").first()).containsText("she names the caller");
    window.find("textarea[name=finding]").fill("One witness says who rang.");
    window.find("form[action$='/conclude'] input[name=why]").fill("nobody else was asked");
    window.press("Enter");
    assertThat(window.find(".conclusion")).containsText("One witness says who rang.");
    window.open("/questions");
    assertThat(window.find("tr").filter(text("Who rang")).locator(".set")).hasText("concluded");
    window.open("/questions?ask=Who+rang+the+gatehouse%3F");
    assertThat(window.find(".asked")).isVisible();
  }

  @Test
  void theMatrixIsFilledCellByCell() {
    window.open("/hypotheses");
    Locator cell = window.find(".matrix tbody tr").first().locator("td.cell").first();
    cell.locator("summary").click();
    cell.locator("select[name=fit]").selectOption("INCONSISTENT");
    cell.locator("input[name=why]").fill("it happened before the order");
    window.press("Enter");
    assertThat(window.find(".cell.inconsistent summary[title*='set by']").first()).isVisible();
    window.find("a[href^='/claims/'], a[href^='/statements/']").first().click();
    window.at("/(claims|documents)/.*");
  }

  @Test
  void aGapThatIsNoneIsDismissedAndComesBack() {
    window.open("/gaps");
    Locator gaps = window.find(".gaps > li");
    assertThat(gaps.first()).isVisible();
    window.settle();
    String id = gaps.first().getAttribute("id");
    gaps.first().locator("summary").click();
    gaps.first().locator("input[name=why]").fill("answered by telephone");
    window.press("Enter");
    assertThat(window.find("#" + id)).hasCount(0);
    window.open("/decisions");
    window.find(".decisions > li").first().locator("button").click();
    assertThat(window.find(".decisions .undone")).hasCount(1);
    window.open("/gaps");
    assertThat(window.find("#" + id)).isVisible();
  }

  @Test
  void whatCameOfAForecastIsSaidByPeople() {
    window.open("/forecasts");
    Locator forecast = window.find(".forecasts > li").first();
    forecast.locator("summary").click();
    forecast.locator("select[name=outcome]").selectOption("HAPPENED");
    forecast.locator("input[name=why]").fill("the paper of that day");
    window.press("Enter");
    assertThat(window.find(".forecasts .conclusion").first()).containsText("the paper of that day");
    window.find("a[href='/forecasts/scores']").click();
    assertThat(window.find("main")).containsText("settled");
    assertThat(window.find(".plot")).isVisible();
  }

  @Test
  void aPersonIsAskedByLetterAndTheRequestIsOnRecord() {
    window.open("/letter");
    Locator person = window.find("a[href^='/letter?person=']").first();
    String name = person.innerText();
    person.click();
    window.at("/letter\\?person=.*");
    assertThat(window.find(".letter")).containsText(name);
    window.open("/replies");
    window.find("#enter > summary").click();
    window.find("#enter input[name=to]").fill("Tobias Venn");
    window.find("#enter input[name=matter]").fill("the note of September");
    window.find("#enter input[name=deadline]").fill("2025-02-01T17:00");
    window.find("#enter input[name=why]").fill("the letter went by post");
    window.press("Enter");
    Locator entered = window.find(".replies > li").filter(text("the note of September"));
    assertThat(entered).containsText("overdue");
    assertThat(entered).containsText("decision");
    window.find("a[href='/ready']").click();
    assertThat(window.find("h1")).hasText("What stands in the way of publishing");
  }

  @Test
  void aDraftIsHeldAgainstTheRecordSideBySide() {
    window.open("/check");
    window
        .find("#draft")
        .fill("The control link to the Gate failed at 21:48.\n\nNobody likes rain.\n");
    window.find("#paste button").click();
    window.at("/check/\\w+");
    assertThat(window.find(".checked tbody tr")).hasCount(2);
    Locator faulty = window.find(".checked .faulty").first();
    assertThat(faulty.locator("mark").first()).containsText("21:48");
    assertThat(faulty.locator(".behind-it .evidence").first()).isVisible();
    faulty.locator(".behind-it a").first().click();
    window.at("/documents/[0-9a-f]{64}.*");
  }

  @Test
  void aSourceIsWithdrawnOnlyAfterWhatItWouldChangeWasShown() {
    window.open("/withdraw");
    window.find("input[name=source]").fill("secret estimate");
    window.press("Enter");
    assertThat(window.find(".recall tbody tr").first()).isVisible();
    window.find("form[method=post] input[name=why]").fill("it was forged");
    window.press("Enter");
    assertThat(window.find(".withdrawn")).containsText("it was forged");
    window.find(".withdrawn button").click();
    assertThat(window.find(".withdrawn")).hasCount(0);
  }

  private static Locator.FilterOptions text(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }
}
