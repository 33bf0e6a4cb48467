package whence.model;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What people have decided that weighing must respect, with anchors resolved to statements of
/// today. In each list the earlier decision comes first; none contradicts a later one.
///
/// @param together statements that say the same thing
/// @param apart statements that do not
/// @param sources names of one source, or of two
/// @param rated how reliable sources are
/// @param withdrawn sources that count no more
public record Judgements(
    List<Set<String>> together,
    List<Apart> apart,
    List<Related> related,
    List<Sources> sources,
    List<Rated> rated,
    List<Withdrawn> withdrawn) {
  public static final Judgements NONE =
      new Judgements(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

  public Judgements {
    together = List.copyOf(together);
    apart = List.copyOf(apart);
    related = List.copyOf(related);
    sources = List.copyOf(sources);
    rated = List.copyOf(rated);
    withdrawn = List.copyOf(withdrawn);
  }

  /// None of `these` says what any of `those` says.
  public record Apart(Set<String> these, Set<String> those) {
    public Apart {
      these = Set.copyOf(these);
      those = Set.copyOf(those);
    }
  }

  /// The claim that most of `these` are in stands so to the one that most of `those` are in.
  public record Related(Set<String> these, Set<String> those, Relation relation) {
    public Related {
      these = Set.copyOf(these);
      those = Set.copyOf(those);
    }
  }

  /// Two names.
  public record Sources(String one, String other, boolean same) {}

  public record Rated(String source, Reliability reliability, String by, @Nullable String why) {}

  /// A source, by the name that the decision gives it.
  public record Withdrawn(String source, String by, @Nullable String why) {}
}
