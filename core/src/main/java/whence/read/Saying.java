package whence.read;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import whence.model.Region;
import whence.model.Span;
import whence.model.Statement.Kind;
import whence.model.Time;

/// One level of saying as found, before anybody is resolved.
///
/// @param speaker who is known to say it from the document's form (a turn's label, a mail's
///   sender), null elsewhere
/// @param citing the words for whom the source cites, between it and the content; null where it
///   cites nobody
/// @param inner what is said within the content
record Saying(
    Kind kind,
    Region region,
    List<Span> source,
    List<Span> cue,
    List<Span> content,
    @Nullable Span citing,
    @Nullable Speaker speaker,
    double score,
    List<Saying> inner) {
  static final Comparator<Saying> ORDER =
      Comparator.comparing(Saying::extent).thenComparingDouble(saying -> -saying.score);

  /// A speaker known from the form of the document.
  ///
  /// @param addressee to whom alone it is said, null where that is nobody or several
  /// @param said when, null where the form does not tell
  record Speaker(
      @Nullable String name,
      @Nullable String addressee,
      whence.model.@Nullable SpeakerRole role,
      @Nullable Time said) {}

  Saying {
    source = List.copyOf(source);
    cue = List.copyOf(cue);
    content = List.copyOf(content);
    inner = List.copyOf(inner);
  }

  static Saying of(Tagger.Attribution found, Region region) {
    return new Saying(
        Kind.ATTRIBUTED,
        region,
        found.source(),
        found.cue(),
        found.content(),
        null,
        null,
        found.score(),
        List.of());
  }

  Saying with(List<Saying> newInner) {
    return new Saying(kind, region, source, cue, content, citing, speaker, score, newInner);
  }

  Saying withSource(Span named) {
    return new Saying(kind, region, List.of(named), cue, content, citing, speaker, score, inner);
  }

  Saying citing(@Nullable Span cited) {
    return new Saying(kind, region, source, cue, content, cited, speaker, score, inner);
  }

  /// From the first to the last character of source, cue and content.
  Span extent() {
    int start = Integer.MAX_VALUE;
    int end = 0;
    for (List<Span> part : List.of(source, cue, content)) {
      for (Span span : part) {
        start = Math.min(start, span.start());
        end = Math.max(end, span.end());
      }
    }
    return new Span(Math.min(start, end), end);
  }
}
