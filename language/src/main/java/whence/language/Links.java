package whence.language;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import whence.language.Labels.Run;

/// Says which source and which contents go with which cue, as `training/decode.py` does.
///
/// @param sourceFrom the least probability at which a cue takes its likeliest source
/// @param contentFrom the probability from which a cue takes every content
/// @param contentFloor the least at which a cue without such a content takes its likeliest one
/// @param sharedFrom a content is shared with its likeliest cue by others only from here on
/// @param ownFrom from here on a content's likeliest cue takes it
record Links(
    double sourceFrom, double contentFrom, double contentFloor, double sharedFrom, double ownFrom) {
  /// No window holds more tokens.
  private static final int REACH = 512;

  /// The kind of link that the model scores between a cue's token and another token.
  enum Kind {
    SOURCE(1),
    CONTENT(2);

    /// Where the model's three link scores hold this kind; 0 is *no link*.
    final int column;

    Kind(int column) {
      this.column = column;
    }
  }

  /// How likely the parts of a text go with a cue.
  interface Scores {
    /// Negative where the model never saw the two together.
    double probability(Run cue, Run other, Kind kind);
  }

  /// @param cue null for a content that no cue takes
  record Linked(@Nullable Run source, @Nullable Run cue, List<Run> contents, double score) {}

  /// How likely a run goes with the cue at hand.
  private record Likely(Run run, double probability) {}

  /// What a cue may take and has taken.
  private static final class Taking {
    final Run cue;
    final List<Likely> candidates;
    final Set<Likely> taken = new LinkedHashSet<>();

    Taking(Run cue, List<Likely> candidates) {
      this.cue = cue;
      this.candidates = candidates;
    }

    @Nullable Likely candidate(Run content) {
      for (Likely candidate : candidates) {
        if (candidate.run().equals(content)) {
          return candidate;
        }
      }
      return null;
    }
  }

  /// One for each cue that has a source or a content, and one for each content left over.
  List<Linked> of(List<Run> runs, Scores scores) {
    List<Taking> takings = new ArrayList<>();
    for (Run cue : ofKind(runs, "CUE")) {
      Taking taking = new Taking(cue, likely(runs, "CONTENT", cue, scores, Kind.CONTENT));
      takeFirst(taking);
      takings.add(taking);
    }
    settle(ofKind(runs, "CONTENT"), takings);
    List<Linked> linked = new ArrayList<>();
    Set<Run> placed = new LinkedHashSet<>();
    for (Taking taking : takings) {
      Likely source =
          likeliest(likely(runs, "SOURCE", taking.cue, scores, Kind.SOURCE), sourceFrom);
      List<Likely> contents =
          taking.taken.stream().sorted(Comparator.comparing(Likely::run, Run.ORDER)).toList();
      contents.forEach(content -> placed.add(content.run()));
      if (source != null || !contents.isEmpty()) {
        linked.add(
            new Linked(
                source == null ? null : source.run(),
                taking.cue,
                contents.stream().map(Likely::run).toList(),
                score(source, taking.cue, contents)));
      }
    }
    for (Run content : ofKind(runs, "CONTENT")) {
      if (!placed.contains(content)) {
        linked.add(new Linked(null, null, List.of(content), content.score() / 2));
      }
    }
    return linked;
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

  private void takeFirst(Taking taking) {
    for (Likely candidate : taking.candidates) {
      if (candidate.probability() >= contentFrom) {
        taking.taken.add(candidate);
      }
    }
    Likely best = taking.taken.isEmpty() ? likeliest(taking.candidates, contentFloor) : null;
    if (best != null) {
      taking.taken.add(best);
    }
  }

  /// A content belongs to the cue that it goes with best; others keep it only where they are nearly
  /// certain, or have nothing else.
  private void settle(List<Run> contents, List<Taking> takings) {
    for (Run content : contents) {
      Taking owner = null;
      Likely best = null;
      for (Taking taking : takings) {
        Likely candidate = taking.candidate(content);
        if (candidate != null && (best == null || candidate.probability() > best.probability())) {
          owner = taking;
          best = candidate;
        }
      }
      if (owner == null || best == null) {
        continue;
      }
      for (Taking other : takings) {
        Likely candidate = other.candidate(content);
        if (other != owner
            && candidate != null
            && candidate.probability() < sharedFrom
            && other.taken.size() > 1) {
          other.taken.remove(candidate);
        }
      }
      if (best.probability() >= ownFrom) {
        owner.taken.add(best);
      }
    }
  }

  private static List<Run> ofKind(List<Run> runs, String kind) {
    return runs.stream().filter(run -> run.kind().equals(kind)).toList();
  }

  /// The runs of a kind that the model saw together with the cue, in order.
  private static List<Likely> likely(
      List<Run> runs, String kind, Run cue, Scores scores, Kind link) {
    List<Likely> likely = new ArrayList<>();
    for (Run run : runs) {
      boolean near = run.past() > cue.first() - REACH && run.first() < cue.past() + REACH;
      double probability =
          near && run.kind().equals(kind) ? scores.probability(cue, run, link) : -1;
      if (probability >= 0) {
        likely.add(new Likely(run, probability));
      }
    }
    return likely;
  }

  private static @Nullable Likely likeliest(List<Likely> candidates, double from) {
    Likely best = null;
    for (Likely candidate : candidates) {
      if (best == null || candidate.probability() > best.probability()) {
        best = candidate;
      }
    }
    return best != null && best.probability() >= from ? best : null;
  }
}
