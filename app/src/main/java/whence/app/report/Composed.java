package whence.app.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A report that a person wrote, as every format prints it.
///
/// @param date of the journal's last entry, empty for none
/// @param program that made it
/// @param marks handling marks of the documents cited
/// @param statements how many stand behind it
/// @param reviewed how many of them people confirmed or corrected
/// @param lost how many citations find their place no more
public record Composed(
    String title,
    String date,
    String program,
    long entries,
    String head,
    NoteStyle style,
    List<String> marks,
    int statements,
    int reviewed,
    int lost,
    List<Block> blocks,
    List<Note> notes,
    List<Source> sources) {
  public Composed {
    marks = List.copyOf(marks);
    blocks = List.copyOf(blocks);
    notes = List.copyOf(notes);
    sources = List.copyOf(sources);
  }

  /// A stretch of text.
  public record Styled(String text, boolean italic) {}

  /// Within a line.
  public sealed interface Inline {
    record Words(String text) implements Inline {}

    /// Points to a note.
    record Mark(int note) implements Inline {}

    /// A citation that finds its place no more.
    record Lost(String quote, String document) implements Inline {}
  }

  public sealed interface Block {
    record Heading(String text) implements Block {}

    /// What a person wrote.
    record Paragraph(List<Inline> inline) implements Block {}

    /// @param told who says so, who denies it
    /// @param standing how well it is established, a phrase each
    /// @param by how it came to stand under a question; empty where the report's author chose it
    record Claim(String id, String text, List<Inline> told, List<String> standing, String by)
        implements Block {
      /// In quotation marks, where it does not bring its own.
      public String quoted() {
        return text.startsWith("“") && text.endsWith("”") ? text : "“" + text + "”";
      }
    }

    /// @param state what is on record for it, in words
    /// @param finding what the inquiry concluded, empty where it has not
    /// @param more what bears on it and is not told here, empty for nothing
    record Question(
        String id,
        String text,
        String state,
        List<Inline> finding,
        List<Claim> pro,
        List<Claim> contra,
        String more)
        implements Block {}

    /// What was chosen and is not found any more.
    record Lost(String text, String why) implements Block {}
  }

  /// @param anchor where the bundle has the passage
  /// @param who says it, empty where nobody is named
  /// @param quote the exact words, empty where an earlier note has them
  /// @param left how many more characters the passage has
  /// @param review by people, in words
  /// @param first the earlier note that has the words, null where this one has
  public record Note(
      int number,
      String anchor,
      List<Styled> citation,
      String who,
      String quote,
      int left,
      String review,
      @Nullable Integer first) {
    /// What stands behind the document's name.
    public String rest() {
      StringBuilder rest = new StringBuilder();
      if (first != null) {
        rest.append(", as in note ").append(first);
      } else if (!quote.isEmpty()) {
        rest.append(": ");
        if (!who.isEmpty()) {
          rest.append(who).append(": ");
        }
        rest.append('“').append(quote).append('”');
        if (left > 0) {
          rest.append(" [")
              .append(Words.count(left, "more character", "more characters"))
              .append(']');
        }
      }
      return rest.append(". ").append(review).append('.').toString();
    }
  }

  /// A document cited.
  public record Source(
      String anchor, List<Styled> reference, String path, String sha256, List<String> marks) {
    public Source {
      reference = List.copyOf(reference);
      marks = List.copyOf(marks);
    }
  }

  /// How much of it people reviewed, in words.
  public String share() {
    return statements == 0
        ? "No statement stands behind it yet."
        : "People reviewed "
            + Words.number(reviewed)
            + " of the "
            + Words.count(statements, "statement", "statements")
            + " behind it. What nobody reviewed was read by a program, which may err.";
  }
}
