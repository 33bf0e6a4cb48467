package whence.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One level of saying: somebody says something, as far as this document shows.
///
/// @param id made from what the statement is anchored to, so that reading again gives the same one
/// @param document the document's bytes by hash
/// @param within the statement whose content this one stands in
/// @param depth 0 for an outermost statement
/// @param source the words for this level's source, empty where the text names none
/// @param content for a refusal or a silence: what was asked about
/// @param chain outermost first, the whole way from the publisher
/// @param backing all of the chain's
/// @param said when it was said, null when not known
/// @param about when what it says happened
/// @param score 0 to 1, how sure the reader is of this extraction
public record Statement(
    String id,
    Sha256 document,
    Kind kind,
    @Nullable String within,
    int depth,
    Region region,
    List<Passage> source,
    List<Passage> cue,
    List<Passage> content,
    List<Link> chain,
    Act act,
    Stance stance,
    List<Likelihood> likelihood,
    @Nullable AnalyticConfidence analyticConfidence,
    List<Passage> hedges,
    List<Backing> backing,
    boolean forecast,
    @Nullable Time said,
    List<Time> about,
    @Nullable SpeakerRole speakerRole,
    List<Mention> mentions,
    double score) {
  public enum Kind {
    /// Somebody is said to say it.
    ATTRIBUTED,
    /// The document's author asserts it.
    OWN
  }

  public Statement {
    source = List.copyOf(source);
    cue = List.copyOf(cue);
    content = List.copyOf(content);
    chain = List.copyOf(chain);
    likelihood = List.copyOf(likelihood);
    hedges = List.copyOf(hedges);
    backing = List.copyOf(backing);
    about = List.copyOf(about);
    mentions = List.copyOf(mentions);
    if (chain.isEmpty()) {
      throw new IllegalArgumentException(id + ": a chain has at least its publisher");
    }
  }

  /// From the first to the last character of source, cue and content.
  public Span extent() {
    int start = Integer.MAX_VALUE;
    int end = 0;
    for (List<Passage> part : List.of(source, cue, content)) {
      for (Passage passage : part) {
        start = Math.min(start, passage.start());
        end = Math.max(end, passage.end());
      }
    }
    return new Span(Math.min(start, end), end);
  }

  /// The last link: who is nearest to what is said.
  public Link innermost() {
    return chain.getLast();
  }

  /// The content's pieces joined by a space.
  public String contentText() {
    return String.join(" ", content.stream().map(Passage::text).toList());
  }

  /// The cue's pieces joined by a space.
  public String cueText() {
    return String.join(" ", cue.stream().map(Passage::text).toList());
  }
}
