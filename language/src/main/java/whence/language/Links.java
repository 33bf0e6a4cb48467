package whence.language;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import whence.language.Labels.Run;

/// Says which source and which contents go with which cue.
final class Links {
  /// The kind of link that the model scores between a cue's first token and another token.
  enum Kind {
    SOURCE(1),
    CONTENT(2);

    /// Where the model's three link scores hold this kind; 0 is *no link*.
    final int column;

    Kind(int column) {
      this.column = column;
    }
  }

  /// How likely a token stands in a link of `kind` to the cue that begins with another.
  interface Scores {
    double probability(int cueToken, int token, Kind kind);
  }

  /// @param cue null for a content whose cue, if it has one, is not in the window
  record Linked(List<Run> sources, @Nullable Run cue, List<Run> contents, double score) {}

  /// A run joins its likeliest cue from here on, and any further cue from `SHARED` on.
  private static final double JOINED = 0.15;

  private static final double SHARED = 0.5;

  private Links() {}

  static List<Linked> of(List<Run> runs, Scores scores) {
    List<Run> cues = runs.stream().filter(run -> run.kind().equals("CUE")).toList();
    List<List<Run>> sources = joined(runs, "SOURCE", cues, scores, Kind.SOURCE);
    List<List<Run>> contents = joined(runs, "CONTENT", cues, scores, Kind.CONTENT);
    List<Linked> linked = new ArrayList<>();
    for (int i = 0; i < cues.size(); i++) {
      if (!contents.get(i).isEmpty() || !sources.get(i).isEmpty()) {
        linked.add(linked(sources.get(i), cues.get(i), contents.get(i)));
      }
    }
    for (Run alone : contents.getLast()) {
      linked.add(linked(List.of(), null, List.of(alone)));
    }
    linked.sort(Comparator.comparingInt(Links::start));
    return linked;
  }

  /// For each cue the runs of `kind` that join it, and last those that join none.
  private static List<List<Run>> joined(
      List<Run> runs, String kind, List<Run> cues, Scores scores, Kind link) {
    List<List<Run>> joined = new ArrayList<>();
    for (int i = 0; i <= cues.size(); i++) {
      joined.add(new ArrayList<>());
    }
    for (Run run : runs) {
      if (!run.kind().equals(kind)) {
        continue;
      }
      double[] likely = new double[cues.size()];
      int likeliest = -1;
      for (int i = 0; i < likely.length; i++) {
        likely[i] = mean(run, cues.get(i), scores, link);
        if (likeliest < 0 || likely[i] > likely[likeliest]) {
          likeliest = i;
        }
      }
      boolean placed = false;
      for (int i = 0; i < likely.length; i++) {
        if (likely[i] >= SHARED || (i == likeliest && likely[i] >= JOINED)) {
          joined.get(i).add(run);
          placed = true;
        }
      }
      if (!placed) {
        joined.getLast().add(run);
      }
    }
    return joined;
  }

  private static double mean(Run run, Run cue, Scores scores, Kind kind) {
    double sum = 0;
    for (int token = run.first(); token < run.past(); token++) {
      sum += scores.probability(cue.first(), token, kind);
    }
    return sum / (run.past() - run.first());
  }

  private static Linked linked(List<Run> sources, @Nullable Run cue, List<Run> contents) {
    double score = cue == null ? 0.5 : cue.score();
    for (List<Run> part : List.of(sources, contents)) {
      score *= part.stream().mapToDouble(Run::score).average().orElse(0.7);
    }
    return new Linked(List.copyOf(sources), cue, List.copyOf(contents), score);
  }

  private static int start(Linked linked) {
    int start = linked.cue() == null ? Integer.MAX_VALUE : linked.cue().first();
    for (List<Run> part : List.of(linked.sources(), linked.contents())) {
      for (Run run : part) {
        start = Math.min(start, run.first());
      }
    }
    return start;
  }
}
