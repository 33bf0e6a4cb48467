package whence.model;

import java.util.List;

/// All that was derived from one document: rebuildable, carrying the version of what derived it.
///
/// @param text empty for a document that could not be read
/// @param reader names the program and model that derived it; another reader's reading is stale
public record Reading(
    Document document,
    Text text,
    List<TimeExpression> times,
    List<Statement> statements,
    String reader) {
  public Reading {
    times = List.copyOf(times);
    statements = List.copyOf(statements);
  }
}
