package whence.app.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import whence.app.report.ReportModel.Place;
import whence.model.Document;
import whence.model.Passage;
import whence.model.Sha256;
import whence.model.Span;
import whence.model.Statement;
import whence.weigh.Evidence;

/// What the report has cited so far: every place it hands out has its anchor in the cited texts.
final class Citations {
  /// A statement to mark in its document's text.
  ///
  /// @param claim its claim's number in the report, null where that is not told at length
  record Cite(Statement statement, @Nullable Integer claim) {}

  private final Map<String, Integer> claims = new LinkedHashMap<>();
  private final Map<Sha256, Map<String, Cite>> cites = new TreeMap<>();

  /// Says that the claim with this number tells of `statements`.
  void number(int claim, List<String> statements) {
    statements.forEach(statement -> claims.put(statement, claim));
  }

  /// The number of the claim told at length that a statement belongs to.
  @Nullable Integer claim(String statement) {
    return claims.get(statement);
  }

  /// Where a statement stands; from now on its document's text is part of the report.
  Place place(Evidence evidence) {
    Statement statement = evidence.statement();
    Document document = evidence.document();
    cites
        .computeIfAbsent(document.sha256(), none -> new TreeMap<>())
        .put(statement.id(), new Cite(statement, claims.get(statement.id())));
    Span extent = contentExtent(statement);
    return place(anchor(statement.id()), document, evidence.page(), extent);
  }

  /// A document as such.
  static Place place(Document document) {
    return place("", document, null, new Span(0, 0));
  }

  private static Place place(
      String anchor, Document document, @Nullable Integer page, Span extent) {
    return new Place(
        anchor,
        Words.title(document),
        document.path(),
        Words.orEmpty(document.publisher()),
        Words.date(document.date()),
        page,
        extent.start(),
        extent.end());
  }

  /// From the first to the last character of the content, or of all there is without one.
  private static Span contentExtent(Statement statement) {
    List<Passage> content = statement.content();
    return content.isEmpty()
        ? statement.extent()
        : new Span(content.getFirst().start(), content.getLast().end());
  }

  boolean cites(Sha256 document) {
    return cites.containsKey(document);
  }

  /// The statements cited in a document, by place.
  List<Cite> in(Sha256 document) {
    List<Cite> sorted = new ArrayList<>(cites.getOrDefault(document, Map.of()).values());
    sorted.sort(
        Comparator.comparing((Cite cite) -> cite.statement().extent())
            .thenComparing(cite -> cite.statement().id()));
    return sorted;
  }

  static String anchor(String statement) {
    return "s-" + statement;
  }

  static String anchor(Sha256 document) {
    return "d-" + document.hex().substring(0, 16);
  }
}
