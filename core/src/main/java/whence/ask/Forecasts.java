package whence.ask;

import java.util.List;
import whence.guard.View;

/// What the record foretells.
public final class Forecasts {
  private Forecasts() {}

  /// By path of the document, then place.
  public static List<Forecast> in(View view) {
    return List.of();
  }
}
