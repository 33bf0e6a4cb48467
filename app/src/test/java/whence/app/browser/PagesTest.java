package whence.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every page: what a machine can tell of its accessibility, its keyboard, and a picture of it at
/// both sizes in both themes.
class PagesTest extends InBrowser {
  private static final int MOST_STOPS = 400;
  private static final int MORE_STOPS = 10;
  private static final String AXE = axe();

  private Window window;

  private static List<Address> pages() {
    return Address.ALL;
  }

  private static String axe() {
    try (InputStream in =
        Objects.requireNonNull(PagesTest.class.getResourceAsStream("/axe.min.js"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @AfterAll
  static void stop() {
    Served.done();
  }

  @BeforeEach
  void open() {
    window = window(Served.looked());
    assertThat(window.find("a[href='/claims?kind=contested']")).isVisible();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void nothingSeriousIsFoundOnIt(Address address) {
    String path = address.in(window);
    for (ColorScheme theme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      window.theme(theme);
      window.wide(Window.WIDE);
      window.open(path);
      window.settle();
      window.page().evaluate(AXE);
      Object found =
          window
              .page()
              .evaluate(
                  """
                  async () => (await axe.run({ preload: false })).violations
                    .filter((it) => ['serious', 'critical'].includes(it.impact))
                    .flatMap((it) => it.nodes.map((node) =>
                      `${it.id}: ${node.target} ${node.html.slice(0, 120)} ${node.failureSummary}`))
                  """);
      assertEquals(List.of(), found, address + " " + theme);
      for (int width : List.of(Window.WIDE, Window.TABLET)) {
        window.wide(width);
        assertEquals(
            true,
            window.page().evaluate("document.documentElement.scrollWidth <= innerWidth"),
            address + " is wider than " + width);
        window.shoot(
            "pages/" + address.name() + "-" + width + "-" + theme.name().toLowerCase(Locale.ROOT));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void theKeyboardReachesAllOfItAndOneSeesWhere(Address address) {
    window.open(address.in(window));
    window.settle();
    int stops =
        (int)
            window
                .page()
                .evaluate(
                    """
                    () => {
                      window.missed = new Set([...document.querySelectorAll(
                          'a[href], button, input:not([type=hidden]), select, textarea, summary')]
                        .filter((it) => it.checkVisibility() && !it.disabled));
                      window.missed.delete(document.activeElement);
                      window.unseen = [];
                      document.addEventListener('focusin', (event) => {
                        window.missed.delete(event.target);
                        const style = getComputedStyle(event.target);
                        if (style.outlineStyle === 'none' && event.target.id !== 'main') {
                          window.unseen.push(event.target.outerHTML.slice(0, 120));
                        }
                      });
                      return window.missed.size;
                    }
                    """);
    // There are stops that are no fields or links, and the way may lead round to the first.
    int most = Math.min(stops, MOST_STOPS) + MORE_STOPS;
    for (int i = 0; i < most && (int) window.page().evaluate("window.missed.size") > 0; i++) {
      window.press("Tab");
    }
    assertEquals(List.of(), window.page().evaluate("window.unseen"));
    int missed = (int) window.page().evaluate("window.missed.size");
    assertTrue(
        missed <= Math.max(0, stops - MOST_STOPS),
        () ->
            window
                .page()
                .evaluate("[...window.missed].map((it) => it.outerHTML.slice(0, 120))")
                .toString());
  }
}
