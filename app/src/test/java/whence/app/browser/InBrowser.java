package whence.app.browser;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;

/// A test in the browser: what it opens is closed after it, and a picture kept of each window.
abstract class InBrowser {
  private final List<AutoCloseable> opened = new ArrayList<>();
  private final List<Window> windows = new ArrayList<>();

  @BeforeEach
  void needsBrowser() {
    Chromium.browser();
  }

  Window window(Served served) {
    Window window = new Window(served);
    windows.add(window);
    return window;
  }

  /// To be closed with the test.
  <T extends AutoCloseable> T opened(T thing) {
    opened.add(thing);
    return thing;
  }

  @AfterEach
  void close(TestInfo test) throws Exception {
    String name = getClass().getSimpleName() + "-" + test.getTestMethod().orElseThrow().getName();
    try {
      for (int i = 0; i < windows.size(); i++) {
        windows.get(i).shoot(i == 0 ? name : name + "-" + (i + 1));
      }
      for (Window window : windows) {
        window.close();
      }
    } finally {
      for (AutoCloseable thing : opened.reversed()) {
        thing.close();
      }
    }
  }
}
