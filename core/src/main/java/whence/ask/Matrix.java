package whence.ask;

import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import whence.model.Fit;
import whence.model.Relevance;

/// Evidence by hypothesis, after Heuer (*Psychology of Intelligence Analysis*, 1999, ch. 8).
///
/// @param hypotheses least inconsistent first
/// @param evidence the most diagnostic first
public record Matrix(List<Standing> hypotheses, List<Row> evidence) {
  public Matrix {
    hypotheses = List.copyOf(hypotheses);
    evidence = List.copyOf(evidence);
  }

  /// @param against the weight of what is inconsistent with it: for each independent origin the
  ///   heaviest item it bears
  /// @param consistent items, as `inconsistent`: keys of rows
  /// @param diagnostic rows that do not fit all hypotheses alike, and bear on this one
  /// @param decisive rows without which the hypotheses would stand in another order
  public record Standing(
      Inquiry.Hypothesis hypothesis,
      double against,
      List<String> inconsistent,
      List<String> consistent,
      List<String> diagnostic,
      List<String> decisive) {
    public Standing {
      inconsistent = List.copyOf(inconsistent);
      consistent = List.copyOf(consistent);
      diagnostic = List.copyOf(diagnostic);
      decisive = List.copyOf(decisive);
    }
  }

  /// @param cells by hypothesis
  /// @param weight by credibility, without relevance
  public record Row(
      Asked.Item item,
      SortedMap<String, Cell> cells,
      double weight,
      boolean diagnostic,
      boolean decisive) {
    /// A claim's id, else a statement's.
    public String id() {
      return item.id();
    }
  }

  /// @param suggested false where a person set it
  /// @param relevance null where nobody judged it
  public record Cell(
      Fit fit,
      @Nullable Relevance relevance,
      boolean suggested,
      @Nullable String by,
      @Nullable String why) {}
}
