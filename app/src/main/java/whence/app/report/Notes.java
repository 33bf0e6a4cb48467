package whence.app.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import whence.app.report.Composed.Note;
import whence.app.report.Composed.Source;
import whence.guard.View;
import whence.model.CodePoints;
import whence.model.Document;
import whence.model.Passage;
import whence.model.Review;
import whence.model.Sha256;
import whence.model.Statement;
import whence.weigh.Evidence;

/// The notes of one report, numbered as they are asked for.
final class Notes {
  private static final int LONGEST_QUOTE = 600;

  /// A text of at most so many characters goes into the bundle whole.
  private static final int WHOLE = 12_000;

  private final View view;
  private final NoteStyle style;
  private final List<Evidence> cited = new ArrayList<>();

  Notes(View view, NoteStyle style) {
    this.view = view;
    this.style = style;
  }

  /// The number of a new note.
  int note(Evidence evidence) {
    cited.add(evidence);
    return cited.size();
  }

  /// What each note cites, the first note's first.
  List<Evidence> cited() {
    return cited;
  }

  List<Note> all() {
    Map<Sha256, String> letters = letters();
    Map<String, Integer> first = new HashMap<>();
    Set<Sha256> named = new HashSet<>();
    List<Note> notes = new ArrayList<>();
    for (Evidence each : cited) {
      int number = notes.size() + 1;
      Statement statement = each.statement();
      Document document = each.document();
      Integer earlier = first.putIfAbsent(statement.id(), number);
      String quote =
          statement.content().stream().map(Passage::text).collect(Collectors.joining(" […] "));
      int end = Words.whole(quote, Math.min(LONGEST_QUOTE, quote.length()));
      notes.add(
          new Note(
              number,
              Citations.anchor(statement.id()),
              style.note(
                  document,
                  each.page(),
                  !named.add(document.sha256()),
                  letters.getOrDefault(document.sha256(), "")),
              statement.kind() == Statement.Kind.OWN ? "" : Tellings.who(statement),
              earlier == null ? quote.substring(0, end).replaceAll("\\s+", " ") : "",
              earlier == null ? quote.length() - end : 0,
              review(statement),
              earlier));
    }
    return notes;
  }

  /// The texts of the documents cited, with what each note cites marked: all of a short text, of a
  /// long one the pages it stands on.
  List<ReportModel.Cited> texts() {
    Citations citations = new Citations();
    for (int i = cited.size() - 1; i >= 0; i--) {
      citations.number(i + 1, List.of(cited.get(i).statement().id()));
    }
    cited.forEach(citations::place);
    return sources().stream()
        .flatMap(source -> view.reading(new Sha256(source.sha256())).stream())
        .map(reading ->
            CitedText.pages(
                reading,
                citations.in(reading.document().sha256()),
                reading.text().characters().length() <= WHOLE))
        .toList();
  }

  private String review(Statement statement) {
    if (CitedWords.are(statement)) {
      return "Words chosen by a person";
    }
    Review review = view.review(statement);
    String by = review.by() == null ? "" : " by " + review.by();
    return switch (review.state()) {
      case UNREVIEWED -> "Not reviewed";
      case CONFIRMED -> "Confirmed" + by;
      case CORRECTED -> "Corrected" + by;
      case REJECTED -> "Rejected" + by;
    };
  }

  private Map<Sha256, Document> documents() {
    Map<Sha256, Document> documents = new LinkedHashMap<>();
    cited.forEach(each -> documents.put(each.document().sha256(), each.document()));
    return documents;
  }

  /// `a`, `b` … behind the year of documents that author and year do not tell apart.
  private Map<Sha256, String> letters() {
    Map<String, List<Document>> alike = new TreeMap<>();
    for (Document document : documents().values()) {
      alike.computeIfAbsent(NoteStyle.key(document), _ -> new ArrayList<>()).add(document);
    }
    Map<Sha256, String> letters = new HashMap<>();
    for (List<Document> each : alike.values()) {
      for (int i = 0; i < each.size() && each.size() > 1; i++) {
        letters.put(each.get(i).sha256(), letter(i));
      }
    }
    return letters;
  }

  private static String letter(int number) {
    char last = (char) ('a' + number % 26);
    return number < 26 ? "" + last : letter(number / 26 - 1) + last;
  }

  List<Source> sources() {
    Map<Sha256, String> letters = letters();
    return documents().values().stream()
        .map(document ->
            new Source(
                Citations.anchor(document.sha256()),
                style.reference(document, letters.getOrDefault(document.sha256(), "")),
                document.path(),
                document.sha256().hex(),
                document.handling()))
        .sorted(
            Comparator.comparing(
                (Source source) ->
                    source.reference().stream()
                        .map(Composed.Styled::text)
                        .collect(Collectors.joining())
                        .replaceAll("^\\P{L}+", ""),
                CodePoints.ORDER))
        .toList();
  }

  List<String> marks() {
    Set<String> marks = new TreeSet<>(CodePoints.ORDER);
    documents().values().forEach(document -> marks.addAll(document.handling()));
    return List.copyOf(marks);
  }
}
