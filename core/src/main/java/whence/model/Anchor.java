package whence.model;

import org.jspecify.annotations.Nullable;

/// What a decision holds on to: enough of the words and their surroundings to find the place again
/// in another text of the same document, made by a better model or another PDF library.
///
/// @param textHash of the text in which `start` and `end` count
/// @param quote the words themselves
/// @param before up to 64 characters before them
/// @param after up to 64 characters after them
/// @param role what stands there (`statement`, `source`, `content`), null for a place as such
/// @param cue of a statement, the words of saying; null for one without and in old entries
public record Anchor(
    Sha256 document,
    Sha256 textHash,
    int start,
    int end,
    String quote,
    String before,
    String after,
    @Nullable String role,
    @Nullable String cue) {
  private static final int CONTEXT = 64;

  public static Anchor to(Reading reading, Statement statement) {
    return to(
        reading.document().sha256(),
        reading.text(),
        statement.extent(),
        "statement",
        statement.cue().isEmpty() ? null : statement.cueText());
  }

  public static Anchor to(Sha256 document, Text text, Span place, @Nullable String role) {
    return to(document, text, place, role, null);
  }

  private static Anchor to(
      Sha256 document, Text text, Span place, @Nullable String role, @Nullable String cue) {
    String characters = text.characters();
    return new Anchor(
        document,
        text.hash(),
        place.start(),
        place.end(),
        place.of(characters),
        characters.substring(Math.max(0, place.start() - CONTEXT), place.start()),
        characters.substring(place.end(), Math.min(characters.length(), place.end() + CONTEXT)),
        role,
        cue);
  }
}
