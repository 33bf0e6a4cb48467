package whence.app.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A part of a report.
public sealed interface Item {
  /// Within the report, never given twice.
  int id();

  /// The draft's revision in which it last changed.
  long revision();

  /// A claim.
  ///
  /// @param text its words when it was chosen
  /// @param citations its statements at the time; it is the claim that most of them are in
  record OfClaim(int id, long revision, String text, List<Citation> citations) implements Item {
    public OfClaim {
      citations = List.copyOf(citations);
    }
  }

  /// A question of the inquiry.
  ///
  /// @param question its id there
  /// @param text its words when it was chosen
  record OfQuestion(int id, long revision, String question, String text) implements Item {}

  record Heading(int id, long revision, String text) implements Item {}

  /// What a person wrote.
  ///
  /// @param text with `[@2]` where citation 2 stands; an empty line begins another paragraph
  record Written(int id, long revision, String text, List<Citation> citations) implements Item {
    private static final Pattern MARK = Pattern.compile("\\[@(\\d{1,4})]");

    public Written {
      citations = List.copyOf(citations);
    }

    /// A stretch of text, or a citation between two.
    ///
    /// @param citation 0 for text
    public record Piece(String text, int citation) {}

    /// The text in pieces. A mark that names no citation stays text.
    public static List<Piece> pieces(String text, List<Citation> citations) {
      List<Piece> pieces = new ArrayList<>();
      Matcher marks = MARK.matcher(text);
      int from = 0;
      while (marks.find()) {
        int number = Integer.parseInt(marks.group(1));
        if (citations.stream().anyMatch(each -> each.number() == number)) {
          if (marks.start() > from) {
            pieces.add(new Piece(text.substring(from, marks.start()), 0));
          }
          pieces.add(new Piece(marks.group(), number));
          from = marks.end();
        }
      }
      if (from < text.length()) {
        pieces.add(new Piece(text.substring(from), 0));
      }
      return pieces;
    }
  }
}
