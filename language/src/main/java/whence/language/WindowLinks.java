package whence.language;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import whence.language.Labels.Run;

/// What the model says of links, window by window. A cue is asked after in the window that shows
/// the most around it.
final class WindowLinks implements Links.Scores {
  /// Source, content, and the third of the model's answers to what a token is to a cue.
  static final int COLUMNS = 3;

  private record Scored(Window window, FloatBuffer logits) {}

  private final List<Scored> windows = new ArrayList<>();

  void add(Window window, FloatBuffer logits) {
    windows.add(new Scored(window, logits));
  }

  @Override
  public double probability(Run cue, Run other, Links.Kind kind) {
    Scored scored = windowOf(cue.first());
    Window window = scored.window();
    int first = Math.max(other.first(), window.first());
    int past = Math.min(other.past(), window.past());
    if (first >= past) {
      return -1;
    }
    int cuePast = Math.min(cue.past(), window.past());
    double sum = 0;
    float[] row = new float[COLUMNS];
    for (int cueToken = cue.first(); cueToken < cuePast; cueToken++) {
      for (int token = first; token < past; token++) {
        int at = window.firstPiece(cueToken) * window.size() + window.firstPiece(token);
        scored.logits().get(at * COLUMNS, row);
        sum += Math.exp(Labels.logSoftmax(row)[kind.column]);
      }
    }
    return sum / ((cuePast - cue.first()) * (past - first));
  }

  /// The first of those that hold the token with most context.
  private Scored windowOf(int token) {
    int low = 0;
    int high = windows.size() - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (windows.get(middle).window().past() > token) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    Scored best = windows.get(low);
    for (int i = low + 1; i < windows.size() && windows.get(i).window().holds(token); i++) {
      if (windows.get(i).window().context(token) > best.window().context(token)) {
        best = windows.get(i);
      }
    }
    return best;
  }
}
