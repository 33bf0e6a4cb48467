package whence.ask;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import whence.guard.View;
import whence.model.CodePoints;
import whence.model.Reading;
import whence.model.Sha256;
import whence.model.Statement;
import whence.weigh.Evidence;

/// Looks statements up by id and opens only the documents that hold them: which those are is
/// gathered in one pass when it is made.
final class OnRecord {
  private final View view;
  private final Map<String, Sha256> documents = new HashMap<>();

  OnRecord(View view) {
    this.view = view;
    view.unconsulted()
        .forEach(reading ->
            reading
                .statements()
                .forEach(statement -> documents.put(statement.id(), reading.document().sha256())));
  }

  /// By id. Ids that nothing on record has are left out.
  SortedMap<String, Evidence> of(Collection<String> ids) {
    SortedMap<Sha256, SortedSet<String>> wanted = new TreeMap<>();
    for (String id : ids) {
      Sha256 document = documents.get(id);
      if (document != null) {
        wanted.computeIfAbsent(document, _ -> new TreeSet<>(CodePoints.ORDER)).add(id);
      }
    }
    SortedMap<String, Evidence> found = new TreeMap<>(CodePoints.ORDER);
    wanted.forEach((document, statements) -> {
      List<Reading> reading = view.reading(document).stream().toList();
      for (Reading each : reading) {
        for (Statement statement : each.statements()) {
          if (statements.contains(statement.id())) {
            found.put(statement.id(), Evidence.of(each, statement));
          }
        }
      }
    });
    return found;
  }
}
