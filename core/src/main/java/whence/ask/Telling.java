package whence.ask;

import java.util.List;
import org.jspecify.annotations.Nullable;
import whence.model.Certainty;
import whence.model.Fact;
import whence.model.Sha256;
import whence.model.Span;
import whence.model.Time;

/// Somebody was told something, or the record says that they were not, or does not know.
///
/// @param id made from the place that it is read from, or from the decision that entered it
/// @param claim the id of the claim of what was told, null where nothing on record says what
/// @param by who told it, null where the text leaves that open
/// @param to who was told; empty where the text leaves that open
/// @param when they were told, null where the text gives no time for it
/// @param through what, in the text's words or "mail", null where the text does not say
/// @param statement the id of the statement that shows it, null for what people entered
/// @param document where it is shown, null for what people entered
/// @param place of the words that show it, in the document's text; null for what people entered
/// @param text the exact words of what was told, empty where there are none
/// @param paper the words for the note, letter, report … that went to them, empty where it was no
///   paper
/// @param papers documents of the case that the paper may be: what they say is what it told
/// @param suggested whether it is inferred less surely than read
/// @param entered who entered it, null for what was read
/// @param why they entered it, null for what was read
public record Telling(
    String id,
    @Nullable String claim,
    @Nullable String by,
    List<String> to,
    @Nullable Time when,
    @Nullable String through,
    Fact fact,
    Certainty certainty,
    @Nullable String statement,
    @Nullable Sha256 document,
    @Nullable Span place,
    String text,
    String paper,
    List<Sha256> papers,
    boolean suggested,
    @Nullable String entered,
    @Nullable String why) {
  public Telling {
    to = List.copyOf(to);
    papers = List.copyOf(papers);
  }
}
