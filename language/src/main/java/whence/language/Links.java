package whence.language;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import whence.language.Labels.Run;

/// Says which source and which contents go with which cue.
///
/// @param sourceFrom the least mean probability at which a cue takes its likeliest source
/// @param contentFrom the mean probability from which a cue takes every content
/// @param contentFloor the least at which a cue without such a content takes its likeliest one
record Links(double sourceFrom, double contentFrom, double contentFloor) {
  /// What each sentence boundary between a cue and a source or content leaves of their link.
  private static final double SOURCE_PER_SENTENCE = 0.3;

  private static final double CONTENT_PER_SENTENCE = 0.5;

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

    /// How many sentences lie between the sentences of two tokens and the first of them, 0 within
    /// one.
    int sentencesApart(int oneToken, int otherToken);
  }

  /// @param cue null for a content that no cue in the window takes
  record Linked(@Nullable Run source, @Nullable Run cue, List<Run> contents, double score) {}

  private record Likely(Run run, double probability) {}

  /// One for each cue that has a source or a content, and one for each content left over.
  List<Linked> of(List<Run> runs, Scores scores) {
    List<Linked> linked = new ArrayList<>();
    List<Run> leftOver =
        new ArrayList<>(runs.stream().filter(run -> run.kind().equals("CONTENT")).toList());
    for (Run cue : runs) {
      if (!cue.kind().equals("CUE")) {
        continue;
      }
      Likely source = likeliest(likely(runs, "SOURCE", cue, scores, Kind.SOURCE));
      if (source != null && source.probability() < sourceFrom) {
        source = null;
      }
      List<Likely> contents = contents(likely(runs, "CONTENT", cue, scores, Kind.CONTENT));
      contents.forEach(content -> leftOver.remove(content.run()));
      if (source != null || !contents.isEmpty()) {
        linked.add(
            new Linked(
                source == null ? null : source.run(),
                cue,
                contents.stream().map(Likely::run).toList(),
                score(source, cue, contents)));
      }
    }
    for (Run alone : leftOver) {
      linked.add(new Linked(null, null, List.of(alone), alone.score() / 2));
    }
    return linked;
  }

  private List<Likely> contents(List<Likely> candidates) {
    List<Likely> taken =
        candidates.stream().filter(content -> content.probability() >= contentFrom).toList();
    Likely best = likeliest(candidates);
    return taken.isEmpty() && best != null && best.probability() >= contentFloor
        ? List.of(best)
        : taken;
  }

  private static List<Likely> likely(
      List<Run> runs, String kind, Run cue, Scores scores, Kind link) {
    List<Likely> likely = new ArrayList<>();
    for (Run run : runs) {
      if (run.kind().equals(kind)) {
        double sum = 0;
        for (int token = run.first(); token < run.past(); token++) {
          sum += scores.probability(cue.first(), token, link);
        }
        int apart =
            Math.min(
                scores.sentencesApart(cue.first(), run.first()),
                scores.sentencesApart(cue.first(), run.past() - 1));
        double near =
            Math.pow(link == Kind.SOURCE ? SOURCE_PER_SENTENCE : CONTENT_PER_SENTENCE, apart);
        likely.add(new Likely(run, near * sum / (run.past() - run.first())));
      }
    }
    return likely;
  }

  private static @Nullable Likely likeliest(List<Likely> candidates) {
    Likely best = null;
    for (Likely candidate : candidates) {
      if (best == null || candidate.probability() > best.probability()) {
        best = candidate;
      }
    }
    return best;
  }

  /// How sure the parts and their links are together.
  private static double score(@Nullable Likely source, Run cue, List<Likely> contents) {
    double score = cue.score();
    if (source != null) {
      score *= source.run().score() * source.probability();
    }
    if (!contents.isEmpty()) {
      score *=
          contents.stream()
              .mapToDouble(content -> content.run().score() * content.probability())
              .average()
              .orElseThrow();
    }
    return score;
  }
}
