package whence.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What a person reads who decides nothing: the sample case at a glance, its claims, its documents.
class ReadingTest extends InBrowser {
  private static Served served;

  @BeforeAll
  static void serve() {
    Chromium.browser();
    served = Served.sample();
  }

  @AfterAll
  static void stop() {
    if (served != null) {
      served.close();
    }
  }

  @Test
  void theCaseAtAGlanceLeadsToItsContestedClaims() {
    Window window = window(served);
    assertThat(window.find("h1")).hasText("harbour");
    assertThat(window.find(".figures dt").first()).hasText("documents");
    window.find("a[href='/claims?kind=contested']").click();
    window.at("/claims\\?kind=contested");
    assertThat(window.find("select[name=kind]")).hasValue("contested");
    assertThat(window.find(".claimline").first()).isVisible();
  }
}
