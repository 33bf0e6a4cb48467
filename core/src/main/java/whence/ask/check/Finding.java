package whence.ask.check;

import java.util.List;
import org.jspecify.annotations.Nullable;
import whence.model.Sha256;
import whence.model.Span;

/// Something in a draft that does not stand as the record has it.
///
/// @param line of the draft, from 1
/// @param place of the words in question, in the draft's text
/// @param draft those words
/// @param record what the record has instead, its exact words; null where it has nothing
/// @param document where they stand; null where nowhere
/// @param evidence ids of the statements there
/// @param why a sentence
public record Finding(
    int line,
    Span place,
    Fault fault,
    String draft,
    @Nullable String record,
    @Nullable Sha256 document,
    List<String> evidence,
    String why) {
  public Finding {
    evidence = List.copyOf(evidence);
  }
}
