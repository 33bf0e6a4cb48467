package whence.ask;

import java.util.List;
import whence.guard.View;

/// The record in order of time, on both clocks: when things happened and when they were said.
public final class Timeline {
  private Timeline() {}

  /// By time (a month before its days), happened before said, then by document and place. What has
  /// no time that can be put into order is left out.
  public static List<Moment> in(View view) {
    return List.of();
  }
}
