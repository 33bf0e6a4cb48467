package whence.ask;

import java.util.Collection;
import java.util.HashMap;
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
import whence.weigh.Withdrawals;

/// Looks statements up by id and opens only the documents that hold them: which those are is
/// gathered in one pass when it is made.
final class OnRecord {
  /// Characters.
  private static final int BEFORE = 300;

  private final View view;
  private final Map<String, Sha256> documents = new HashMap<>();
  private final Withdrawals withdrawals;
  private final Map<String, Evidence> looked = new HashMap<>();
  private final Map<String, String> before = new HashMap<>();

  OnRecord(View view) {
    this.view = view;
    this.withdrawals = new Withdrawals(view.judgements());
    view.unconsulted()
        .forEach(reading ->
            reading
                .statements()
                .forEach(statement -> documents.put(statement.id(), reading.document().sha256())));
  }

  /// By id; what was looked up before is at hand. Ids that nothing on record has are left out.
  SortedMap<String, Evidence> of(Collection<String> ids) {
    SortedMap<Sha256, SortedSet<String>> wanted = new TreeMap<>();
    SortedMap<String, Evidence> found = new TreeMap<>(CodePoints.ORDER);
    for (String id : ids) {
      Evidence known = looked.get(id);
      Sha256 document = documents.get(id);
      if (known != null) {
        found.put(id, known);
      } else if (document != null) {
        wanted.computeIfAbsent(document, _ -> new TreeSet<>(CodePoints.ORDER)).add(id);
      }
    }
    wanted.forEach((document, statements) -> {
      for (Reading reading : view.reading(document).stream().toList()) {
        for (Statement statement : reading.statements()) {
          if (statements.contains(statement.id())
              && withdrawals.of(statement, reading.document()).isEmpty()) {
            found.put(statement.id(), Evidence.of(reading, statement));
            before.put(statement.id(), before(reading, statement));
          }
        }
      }
    });
    looked.putAll(found);
    return found;
  }

  /// What stands before the content of a statement that was looked up: a few sentences at most.
  String before(String statement) {
    return before.getOrDefault(statement, "");
  }

  private static String before(Reading reading, Statement statement) {
    int end = statement.content().isEmpty() ? 0 : statement.content().getFirst().start();
    return reading.text().characters().substring(Math.max(0, end - BEFORE), end);
  }
}
