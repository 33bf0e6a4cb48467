package whence.weigh;

import java.util.List;
import org.jspecify.annotations.Nullable;
import whence.model.Claim;
import whence.model.Judgements;
import whence.model.Link;
import whence.model.Passage;
import whence.model.Reuse;
import whence.model.Sha256;
import whence.model.SourceKind;
import whence.model.Span;
import whence.model.Stance;

/// Why a claim stands as it does, down to the passages: what `whence show CLAIM` and the report
/// draw.
///
/// Every statement of the claim stands in it exactly once: under an origin (as a telling, or folded
/// as a copy under the telling it was copied from), in `against`, in `doubts`, in `beside`, or in
/// `withdrawn`. Those of `selfContradictions` are shown there again.
///
/// @param claim with its figures and their reasons
/// @param origins where it enters the record, those counted for certain first
/// @param against tellings that deny it
/// @param beside tellings that neither support nor oppose: refusals, silences, questions
/// @param rivals claims that contradict it
/// @param doubts tellings that doubt it, which neither support nor deny it
/// @param selfContradictions who says it and also denies it or says a rival
/// @param withdrawn tellings that count no more because their source was withdrawn, by source
public record Explanation(
    Claim claim,
    List<Origin> origins,
    List<Telling> against,
    List<Telling> beside,
    List<Rival> rivals,
    List<Telling> doubts,
    List<SelfContradiction> selfContradictions,
    List<Withdrawn> withdrawn) {
  public Explanation {
    origins = List.copyOf(origins);
    against = List.copyOf(against);
    beside = List.copyOf(beside);
    rivals = List.copyOf(rivals);
    doubts = List.copyOf(doubts);
    selfContradictions = List.copyOf(selfContradictions);
    withdrawn = List.copyOf(withdrawn);
  }

  /// @param source as it was withdrawn, by whom and why
  public record Withdrawn(Judgements.Withdrawn source, List<Telling> tellings) {
    public Withdrawn {
      tellings = List.copyOf(tellings);
    }
  }

  /// A root of the claim's provenance: the innermost source that its tellings go back to, or the
  /// document's own voice.
  ///
  /// @param name as a person would read it: `Jane Roe`, `an anonymous source in The Globe`
  /// @param kind of the source; the publisher's own voice is an organization
  /// @param count whether it is counted as an origin of its own
  /// @param why a sentence on `count`, empty where it is plainly one
  /// @param rated how reliable somebody says it is, null where nobody does
  /// @param tellings in order of document path, then place
  public record Origin(
      String name,
      SourceKind kind,
      Count count,
      String why,
      Judgements.@Nullable Rated rated,
      List<Telling> tellings) {
    public Origin {
      tellings = List.copyOf(tellings);
    }
  }

  /// How an origin enters the two figures.
  public enum Count {
    /// Counted in `atLeast` and `atMost`.
    INDEPENDENT,
    /// It may be the same as another: counted in `atMost` only.
    PERHAPS,
    /// It shares a source, a collector or a text with another that is counted: in neither.
    SHARED
  }

  /// One statement: who says it through whom, where it stands, and the exact words.
  ///
  /// @param document by hash; `path` is its path
  /// @param page of the content's start, null where there are no pages
  /// @param chain outermost first, the whole way from the publisher
  /// @param content the exact slices
  /// @param extent the stretch of the text from the first to the last character of source, cue and
  ///   content
  /// @param copies the same words in other documents of the family
  public record Telling(
      String statement,
      Sha256 document,
      String path,
      @Nullable Integer page,
      Stance stance,
      List<Link> chain,
      List<Passage> content,
      Span extent,
      List<Copy> copies) {
    public Telling {
      chain = List.copyOf(chain);
      content = List.copyOf(content);
      copies = List.copyOf(copies);
    }
  }

  /// A telling that stands in reused text: it adds nothing to the one it is folded under.
  ///
  /// @param direction how surely the telling above it is the one copied from
  public record Copy(Telling telling, Reuse.Direction direction) {}

  /// A claim that cannot be true together with this one.
  public record Rival(String id, String text, Claim.Origins origins, Claim.Grade grade) {}

  /// One source on both sides of the claim.
  ///
  /// @param sure false where it may be two people
  /// @param why a sentence
  public record SelfContradiction(
      String source, boolean sure, String why, List<Dated> says, List<Dated> against) {
    public SelfContradiction {
      says = List.copyOf(says);
      against = List.copyOf(against);
    }
  }

  /// @param claim the id of the claim it belongs to
  /// @param on when it was said, ISO 8601; null where undated
  public record Dated(Telling telling, String claim, @Nullable String on) {}
}
