package whence.app.report;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import whence.app.report.ReportModel.Cited;
import whence.app.report.ReportModel.Piece;
import whence.model.Document;
import whence.model.Page;
import whence.model.Passage;
import whence.model.Reading;
import whence.model.Span;
import whence.model.Statement;

/// Lays out a cited document's text with the cited passages marked: all of a short text, of a long
/// one the passages with their surroundings.
final class CitedText {
  /// How much of the text before and after a passage goes with it, at least.
  private static final int AROUND = 400;

  /// Of a longer passage only the beginning and the end are shown.
  private static final int LONGEST_PASSAGE = 4_000;

  private static final int LONGEST_PAGE = 12_000;

  private static final int FARTHEST_LINE_END = 200;

  private enum Mark {
    CONTENT("content"),
    SOURCE("source"),
    CUE("cue");

    private final String name;

    Mark(String name) {
      this.name = name;
    }
  }

  /// What happens at one offset.
  private static final class Events {
    private final List<Piece> ends = new ArrayList<>();
    private final List<Piece> pages = new ArrayList<>();
    private final List<Piece> starts = new ArrayList<>();
    private final Map<Mark, Integer> change = new EnumMap<>(Mark.class);
  }

  private final String text;
  private final TreeMap<Integer, Events> events = new TreeMap<>();
  private final List<Span> passages = new ArrayList<>();

  private CitedText(String text) {
    this.text = text;
  }

  /// @param whole whether all of the text is wanted however few passages are cited
  static Cited of(Reading reading, List<Citations.Cite> cites, boolean whole) {
    return of(reading, cites, whole, false);
  }

  /// As [#of], with the whole of the pages that the passages stand on, where there are pages.
  static Cited pages(Reading reading, List<Citations.Cite> cites, boolean whole) {
    return of(reading, cites, whole, true);
  }

  private static Cited of(
      Reading reading, List<Citations.Cite> cites, boolean whole, boolean pages) {
    String text = reading.text().characters();
    CitedText cited = new CitedText(text);
    cites.forEach(cited::mark);
    for (Page page : reading.text().pages()) {
      cited.at(page.start()).pages.add(new Piece.PageBreak(page.number()));
    }
    if (pages) {
      cited.widen(reading.text().pages());
    }
    List<Span> shown = whole ? List.of(new Span(0, text.length())) : cited.windows();
    Document document = reading.document();
    return new Cited(
        Citations.anchor(document.sha256()),
        Words.title(document),
        document.path(),
        Words.orEmpty(document.publisher()),
        Words.date(document.date()),
        document.handling(),
        document.sha256().hex(),
        reading.text().hash().hex(),
        whole,
        text.length(),
        cited.pieces(shown));
  }

  private Events at(int offset) {
    return events.computeIfAbsent(offset, none -> new Events());
  }

  private void mark(Citations.Cite cite) {
    Statement statement = cite.statement();
    Span extent = statement.extent();
    at(extent.start()).starts.add(new Piece.Start(Citations.anchor(statement.id())));
    if (cite.claim() != null) {
      at(extent.end()).ends.add(new Piece.End(cite.claim()));
    }
    mark(statement.content(), Mark.CONTENT);
    mark(statement.source(), Mark.SOURCE);
    mark(statement.cue(), Mark.CUE);
    if (extent.length() <= LONGEST_PASSAGE) {
      passages.add(extent);
    } else {
      passages.add(new Span(extent.start(), extent.start() + LONGEST_PASSAGE / 2));
      passages.add(new Span(extent.end() - LONGEST_PASSAGE / 2, extent.end()));
    }
  }

  private void mark(List<Passage> passages, Mark mark) {
    for (Passage passage : passages) {
      at(passage.start()).change.merge(mark, 1, Integer::sum);
      at(passage.end()).change.merge(mark, -1, Integer::sum);
    }
  }

  /// To the edges of their pages; a page that is none a person would print stays as it is.
  private void widen(List<Page> pages) {
    passages.replaceAll(passage -> {
      int start = passage.start();
      int end = passage.end();
      for (int i = 0; i < pages.size(); i++) {
        int from = pages.get(i).start();
        int to = i + 1 < pages.size() ? pages.get(i + 1).start() : text.length();
        if (from < passage.end() && passage.start() < to && to - from <= LONGEST_PAGE) {
          start = Math.min(start, from);
          end = Math.max(end, to);
        }
      }
      return new Span(start, end);
    });
  }

  /// The passages with their surroundings, in order, not touching.
  private List<Span> windows() {
    List<Span> windows = new ArrayList<>();
    for (Span passage : passages.stream().sorted().toList()) {
      Span window = window(passage);
      if (!windows.isEmpty() && windows.getLast().end() >= window.start()) {
        Span last = windows.removeLast();
        window = new Span(last.start(), Math.max(last.end(), window.end()));
      }
      windows.add(window);
    }
    return windows;
  }

  private Span window(Span passage) {
    int start = Math.max(0, passage.start() - AROUND);
    int line = text.lastIndexOf('\n', start);
    if (line >= 0 && start - line <= FARTHEST_LINE_END) {
      start = line + 1;
    }
    int end = Math.min(text.length(), passage.end() + AROUND);
    line = text.indexOf('\n', end);
    if (line >= 0 && line - end <= FARTHEST_LINE_END) {
      end = line;
    }
    return new Span(Words.whole(text, start), Words.whole(text, end));
  }

  private List<Piece> pieces(List<Span> shown) {
    List<Piece> pieces = new ArrayList<>();
    Map<Mark, Integer> active = new EnumMap<>(Mark.class);
    int reached = 0;
    for (Span span : shown) {
      if (span.start() > reached) {
        pieces.add(new Piece.Gap(reached, span.start()));
        Piece page = null;
        for (Events skipped : events.subMap(reached, span.start()).values()) {
          apply(skipped, active);
          page = skipped.pages.isEmpty() ? page : skipped.pages.getLast();
        }
        if (page != null) {
          pieces.add(page);
        }
      }
      int from = span.start();
      for (Map.Entry<Integer, Events> event :
          events.subMap(span.start(), true, span.end(), false).entrySet()) {
        run(pieces, from, event.getKey(), active);
        from = event.getKey();
        pieces.addAll(new LinkedHashSet<>(event.getValue().ends));
        pieces.addAll(event.getValue().pages);
        pieces.addAll(event.getValue().starts);
        apply(event.getValue(), active);
      }
      run(pieces, from, span.end(), active);
      Events last = events.get(span.end());
      if (last != null) {
        pieces.addAll(new LinkedHashSet<>(last.ends));
      }
      reached = span.end();
    }
    if (reached < text.length()) {
      pieces.add(new Piece.Gap(reached, text.length()));
    }
    return pieces;
  }

  private static void apply(Events event, Map<Mark, Integer> active) {
    event.change.forEach((mark, change) -> active.merge(mark, change, Integer::sum));
  }

  private void run(List<Piece> pieces, int start, int end, Map<Mark, Integer> active) {
    if (start < end) {
      String marks =
          active.entrySet().stream()
              .filter(mark -> mark.getValue() > 0)
              .map(mark -> mark.getKey().name)
              .collect(Collectors.joining(" "));
      pieces.add(new Piece.Run(text.substring(start, end), start, end, marks));
    }
  }
}
