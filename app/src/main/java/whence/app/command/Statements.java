package whence.app.command;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import whence.app.print.Fields;
import whence.guard.View;
import whence.model.Reading;
import whence.model.Sha256;
import whence.model.Statement;

/// Finds statements in a case by id, opening no document on the way.
final class Statements {
  private static final int SUGGESTIONS = 5;

  private Statements() {}

  record Place(Sha256 document, String id) {}

  /// Each statement's number in the order in which they are listed.
  static Map<String, Integer> order(View view) {
    Map<String, Integer> order = new HashMap<>();
    view.unconsulted()
        .forEach(reading ->
            reading.statements().stream()
                .sorted(Fields.STATEMENTS)
                .forEach(statement -> order.put(statement.id(), order.size())));
    return order;
  }

  /// The one statement whose id begins so.
  ///
  /// @throws UsageException if there are several
  static Optional<Place> find(View view, String prefix) {
    List<Place> found = new ArrayList<>();
    view.unconsulted()
        .forEach(reading -> {
          for (Statement statement : reading.statements()) {
            if (statement.id().startsWith(prefix)) {
              found.add(new Place(reading.document().sha256(), statement.id()));
            }
          }
        });
    for (Place place : found) {
      if (place.id().equals(prefix)) {
        return Optional.of(place);
      }
    }
    if (found.size() > 1) {
      throw ambiguous(prefix, found.stream().map(Place::id).toList());
    }
    return found.stream().findFirst();
  }

  static UsageException ambiguous(String prefix, List<String> ids) {
    return new UsageException(
        prefix
            + ": several ids begin so ("
            + String.join(", ", ids.stream().sorted().limit(SUGGESTIONS).toList())
            + (ids.size() > SUGGESTIONS ? ", …" : "")
            + "); give more of it");
  }

  static Statement in(Reading reading, String id) {
    return reading.statements().stream()
        .filter(statement -> statement.id().equals(id))
        .findFirst()
        .orElseThrow();
  }
}
