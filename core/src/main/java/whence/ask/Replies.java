package whence.ask;

import java.util.List;
import whence.guard.View;

/// Who was asked for comment, and what they answered.
public final class Replies {
  private Replies() {}

  /// By path of the document, then place.
  public static List<Reply> in(View view) {
    return List.of();
  }
}
