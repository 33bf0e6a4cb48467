package whence.weigh;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import whence.model.Document;
import whence.model.Reading;
import whence.model.Statement;

/// A statement with the document it stands in.
///
/// @param page of the content's start, null where there are no pages
public record Evidence(Statement statement, Document document, @Nullable Integer page) {
  public static Evidence of(Reading reading, Statement statement) {
    int start =
        statement.content().isEmpty()
            ? statement.extent().start()
            : statement.content().getFirst().start();
    return new Evidence(statement, reading.document(), reading.text().pageAt(start));
  }

  /// The statements of `ids` by id, from one pass over the readings. Ids that no reading holds are
  /// left out.
  public static Map<String, Evidence> of(Stream<Reading> readings, Collection<String> ids) {
    Set<String> wanted = new HashSet<>(ids);
    Map<String, Evidence> found = new TreeMap<>();
    readings.forEach(reading -> {
      for (Statement statement : reading.statements()) {
        if (wanted.contains(statement.id())) {
          found.put(statement.id(), of(reading, statement));
        }
      }
    });
    return found;
  }
}
