package whence.app.web;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import java.util.List;
import org.jspecify.annotations.Nullable;
import whence.app.decide.Words;
import whence.model.Correction;
import whence.model.Reading;
import whence.model.SourceKind;
import whence.model.Span;
import whence.model.Stance;

/// What a person says that a document states, as the form of the document's page sends it.
///
/// @param source where the words stand that name who says it, null where the text has none
/// @param name who that is, null where nobody knows
/// @param kind null where the document says it in its own voice
record NewStatement(
    Span content,
    @Nullable Span source,
    @Nullable Span cue,
    @Nullable String name,
    @Nullable SourceKind kind,
    Stance stance) {

  static NewStatement of(Context ctx, Reading reading) {
    String text = reading.text().characters();
    int near = Requested.number(ctx.formParam("near"), 0);
    Span content = place(text, Requested.text(ctx, "content"), near);
    String source = Requested.optional(ctx, "source");
    String cue = Requested.optional(ctx, "cue");
    String name = Requested.optional(ctx, "name");
    SourceKind kind = word(SourceKind.class, Requested.optional(ctx, "kind"));
    Stance stance = word(Stance.class, Requested.optional(ctx, "stance"));
    return new NewStatement(
        content,
        source == null ? null : place(text, source, content.start()),
        cue == null ? null : place(text, cue, content.start()),
        name,
        kind == null && (source != null || name != null) ? SourceKind.UNKNOWN : kind,
        stance == null ? Stance.ASSERTS : stance);
  }

  /// What the form of a statement's card corrects.
  static Correction correction(Context ctx) {
    Correction correction =
        new Correction(
            Requested.optional(ctx, "source"),
            word(SourceKind.class, Requested.optional(ctx, "kind")),
            word(Stance.class, Requested.optional(ctx, "stance")),
            null);
    if (correction.isNothing()) {
      throw new BadRequestResponse("Nothing is corrected here: say who says it, or how.");
    }
    return correction;
  }

  /// Where the words stand, nearest to an offset.
  private static Span place(String text, String words, int near) {
    List<Span> places = Words.places(text, words);
    Span nearest = places.size() == 1 ? places.getFirst() : Words.nearest(places, near);
    if (places.isEmpty() || nearest == null) {
      throw new BadRequestResponse(
          "These words do not stand in the document, or stand in it several times as near: “"
              + words
              + "”. Select them in the text, or give more of them, exactly as they stand.");
    }
    return nearest;
  }

  private static <E extends Enum<E>> @Nullable E word(Class<E> type, @Nullable String word) {
    return word == null ? null : Requested.word(type, word);
  }
}
