package whence.weigh;

import java.util.List;

/// Finds the texts most like a text, by exact search or in a canonical order: never dependent on
/// the order of insertion.
public interface Neighbours {
  /// The best `top` by falling score; ties by id.
  List<Neighbour> near(String text, int top);

  /// @param id of a statement
  /// @param score above 0; comparable within one answer only
  record Neighbour(String id, double score) {}
}
