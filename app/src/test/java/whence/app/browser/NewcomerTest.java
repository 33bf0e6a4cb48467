package whence.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import whence.app.SampleCase;

/// Somebody without a manual: from files to where the first claim comes from.
class NewcomerTest extends InBrowser {
  private static final int MOST_CLICKS = 5;
  private static final double READING_TAKES_AT_MOST = 120_000;
  private static final Path ARTICLE =
      SampleCase.HOME.resolve("../shared/data/cases/meng-article.txt");

  private int clicks;

  private void click(Locator target) {
    clicks++;
    target.click();
  }

  private void fromFilesToTheTree(List<Path> files) {
    Window window = window(opened(Served.nothing()));
    assertThat(window.find("main h2").first()).hasText("Nothing is in this case yet");
    clicks++;
    window
        .find("input[data-files]:not([webkitdirectory])")
        .setInputFiles(files.toArray(Path[]::new));
    window.at("/arrivals");
    Locator next = window.find(".next a[href='/claims']");
    assertThat(next)
        .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(READING_TAKES_AT_MOST));
    click(next);
    click(window.find(".claimline a").first());
    assertThat(window.find(".drawn .node").first()).isVisible();
    assertThat(window.find(".drawn .rooted").first()).isVisible();
    assertTrue(clicks <= MOST_CLICKS, clicks + " clicks");
  }

  @Test
  void theSampleCaseTakesAFewClicks() throws IOException {
    try (Stream<Path> all = Files.walk(SampleCase.HOME.resolve("sample/documents"))) {
      fromFilesToTheTree(all.filter(Files::isRegularFile).sorted().toList());
    }
  }

  @Test
  void anArticleTakesAFewClicks() {
    Assumptions.assumeTrue(Files.exists(ARTICLE), "the article is not beside this checkout");
    fromFilesToTheTree(List.of(ARTICLE));
  }
}
