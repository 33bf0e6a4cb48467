package whence.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.List;

/// A page that every test of pages walks: a name for its pictures, and an address in which words in
/// braces stand for something of the sample case, or made in it.
record Address(String name, String path) {
  /// All kinds of pages. A new one is a line here.
  static final List<Address> ALL =
      List.of(
          new Address("overview", "/"),
          new Address("documents", "/documents"),
          new Address("document", "{document}"),
          new Address("unread", "{unread}"),
          new Address("arrivals", "/arrivals"),
          new Address("review", "/review"),
          new Address("claims", "/claims"),
          new Address("claims-none", "/claims?words=nosuchword"),
          new Address("claim", "{claim}"),
          new Address("search", "/search?words=harbour"),
          new Address("search-none", "/search?words=nosuchword"),
          new Address("decisions", "/decisions"),
          new Address("timeline", "/timeline"),
          new Address("timeline-none", "/timeline?person=nosuchname"),
          new Address("knowledge", "/knowledge"),
          new Address("knowledge-none", "/knowledge?person=nosuchname"),
          new Address("told", "{told}"),
          new Address("network", "/network"),
          new Address("network-opened", "{network}"),
          new Address("questions", "/questions"),
          new Address("question", "/questions/Q1"),
          new Address("question-asked", "/questions?ask=Who+rang+the+gatehouse%3F"),
          new Address("hypotheses", "/hypotheses"),
          new Address("gaps", "/gaps"),
          new Address("forecasts", "/forecasts"),
          new Address("scores", "/forecasts/scores"),
          new Address("replies", "/replies"),
          new Address("letter", "/letter?person=Corwin+Ashdale"),
          new Address("ready", "/ready"),
          new Address("check", "/check"),
          new Address("checked", "{checked}"),
          new Address("withdraw", "/withdraw?source=secret+estimate"),
          new Address("reports", "/report"),
          new Address("report", "{report}"),
          new Address("revisions", "{report}/revisions"),
          new Address("refused", "/claims/nothing"));

  /// The address in a case that is open in a window.
  String in(Window window) {
    int end = path.indexOf('}');
    if (end < 0) {
      return path;
    }
    int start = path.indexOf('{');
    return path.substring(0, start)
        + named(path.substring(start + 1, end), window)
        + path.substring(end + 1);
  }

  private static String named(String thing, Window window) {
    return switch (thing) {
      case "claim" -> first(window, "/claims?kind=contested", ".claimline > a");
      case "document" -> window.document("news/");
      case "unread" -> window.document("annex-b.pdf");
      case "told" -> first(window, "/knowledge", ".cell");
      case "network" -> first(window, "/network", ".starts a");
      case "checked" -> {
        window.open("/check");
        window.find("#draft").fill("The control link failed at 21:48. Nobody rang the gatehouse.");
        window.find("#paste button").click();
        window.at("/check/\\w+");
        yield window.path();
      }
      case "report" -> {
        window.open("/report");
        if (window.find(".list a").count() == 0) {
          window.find("input[name=title]").fill("The night of the fourteenth");
          window.press("Enter");
          window.at("/report/.+");
          window.find(".begin input[name=heading]").fill("What is said of the Gate");
          window.press("Enter");
          assertThat(window.find(".item")).hasCount(1);
          window.open(first(window, "/claims?kind=contested", ".claimline > a"));
          window.find("form[action='/report/add'] button").first().click();
          window.open("/report");
        }
        yield first(window, "/report", ".list a");
      }
      default -> throw new IllegalArgumentException(thing);
    };
  }

  private static String first(Window window, String path, String selector) {
    window.open(path);
    assertThat(window.find(selector).first()).isVisible();
    return window.find(selector).first().getAttribute("href");
  }

  @Override
  public String toString() {
    return name;
  }
}
