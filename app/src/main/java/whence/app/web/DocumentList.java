package whence.app.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import whence.app.print.JsonLines;
import whence.model.Document;

/// The documents that a person asked for.
///
/// @param words all of which a path, title, publisher or author must hold; empty for any
/// @param status `read`, `not wholly read`, `partly read`, `not read`, `marked` (with handling
///   marks), empty for any
/// @param order `path`, `date` or `statements`
/// @param all how many the case has
public record DocumentList(
    Snapshot at, String words, String status, String order, int all, Leaf<Document> documents) {
  private static final int ON_A_PAGE = 200;

  public static final List<String> STATES =
      List.of("read", "not wholly read", "partly read", "not read", "marked");
  public static final List<String> ORDERS = List.of("path", "date", "statements");

  static DocumentList of(Snapshot at, String words, String status, String order, int number) {
    String[] wanted = words.toLowerCase(Locale.ROOT).strip().split("\\s+");
    List<Document> found = new ArrayList<>();
    for (Document document : at.view().documents()) {
      if (is(document, status) && ClaimList.holds(named(document), wanted)) {
        found.add(document);
      }
    }
    switch (order) {
      case "date" ->
          found.sort(
              Comparator.comparing(
                  DocumentList::date, Comparator.nullsLast(Comparator.<String>naturalOrder())));
      case "statements" ->
          found.sort(
              Comparator.comparingInt(document -> -at.tally(document.sha256()).statements()));
      default -> {
        // By path, as the view has them.
      }
    }
    return new DocumentList(
        at, words, status, order, at.view().documents().size(), Leaf.of(found, number, ON_A_PAGE));
  }

  private static boolean is(Document document, String status) {
    return switch (status) {
      case "" -> true;
      case "marked" -> !document.handling().isEmpty();
      case "not wholly read" -> document.status() != Document.Status.READ;
      default -> JsonLines.word(document.status(), " ").equals(status);
    };
  }

  private static @Nullable String date(Document document) {
    return document.date() == null ? null : document.date().value();
  }

  private static String named(Document document) {
    return String.join(
        " ",
        document.path(),
        text(document.title()),
        text(document.publisher()),
        text(document.author()));
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }

  /// Its own address, without the page.
  public String address() {
    String address =
        Requested.address("/documents", "words", words, "status", status, "order", order);
    return address + (address.contains("?") ? "&" : "?");
  }
}
