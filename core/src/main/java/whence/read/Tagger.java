package whence.read;

import java.util.List;
import whence.model.Mention;
import whence.model.Span;

/// Finds who says what in a text, outermost level only. Implementations are deterministic: the same
/// text and sentences give the same tagging whatever was tagged before.
public interface Tagger {
  /// Whose words a text is.
  enum Voice {
    /// Of somebody who writes about what others say.
    AUTHOR,
    /// Of somebody who speaks for themself, in a turn, a mail or a quotation: "I think" counts.
    SPEAKER
  }

  /// @param sentences in order, not overlapping; what lies outside them is not looked at
  Tagging tag(String text, List<Span> sentences, Voice voice);

  /// Tags each sentence as a text of its own; the taggings in the sentences' order.
  default List<Tagging> tagEach(String text, List<Span> sentences, Voice voice) {
    return sentences.stream().map(sentence -> tag(text, List.of(sentence), voice)).toList();
  }

  /// Names what tags, so that what was derived with another can be told stale.
  String version();

  /// All spans are offsets into the text that was tagged.
  ///
  /// @param names people, organizations and places
  record Tagging(List<Attribution> attributions, List<Named> names) {
    public Tagging {
      attributions = List.copyOf(attributions);
      names = List.copyOf(names);
    }
  }

  /// One attribution, outermost within the text tagged. Each part is a list of spans in order, any
  /// of them may be empty but for content and cue together.
  ///
  /// @param score 0 to 1
  record Attribution(List<Span> source, List<Span> cue, List<Span> content, double score) {
    public Attribution {
      source = List.copyOf(source);
      cue = List.copyOf(cue);
      content = List.copyOf(content);
    }
  }

  record Named(Span span, Mention.Kind kind, double score) {}
}
