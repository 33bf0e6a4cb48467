package whence.ask;

import java.util.List;
import org.jspecify.annotations.Nullable;
import whence.model.Claim;
import whence.weigh.Evidence;

/// A question with what is on record for it.
///
/// @param id in the inquiry, null for one that was put ad hoc
/// @param parent the question that it helps to answer, null for none
/// @param parts ids of the questions that help to answer it; what they have is theirs, and kept
///   apart
/// @param suggested whether anything the state rests on was only suggested by the program
/// @param pro what speaks for it, best established first; of a question that cannot be answered by
///   yes or no, what answers it
/// @param contra what speaks against that
/// @param unclear what has to do with it, and nobody can tell how from its words alone
/// @param unanswered statements by which somebody refused, did not answer, or put the same
///   question; no evidence
/// @param origins how many origins all of `pro` has together
/// @param conclusion what the inquiry concluded, null where it has not
/// @param leading the hypothesis with the least against it, where several would answer: what speaks
///   for it, or against another of them, is `pro`; null where there are not several
/// @param passages what was found that no statement covers, best first
public record Asked(
    @Nullable String id,
    String question,
    @Nullable String parent,
    List<String> parts,
    State state,
    boolean suggested,
    List<Item> pro,
    List<Item> contra,
    List<Item> unclear,
    List<Evidence> unanswered,
    Claim.Origins origins,
    @Nullable Conclusion conclusion,
    @Nullable String leading,
    List<Search.Hit> passages) {
  public Asked {
    parts = List.copyOf(parts);
    pro = List.copyOf(pro);
    contra = List.copyOf(contra);
    unclear = List.copyOf(unclear);
    unanswered = List.copyOf(unanswered);
    passages = List.copyOf(passages);
  }

  Asked in(State other, boolean resting) {
    return new Asked(
        id,
        question,
        parent,
        parts,
        other,
        resting,
        pro,
        contra,
        unclear,
        unanswered,
        origins,
        conclusion,
        leading,
        passages);
  }

  /// See the table in docs/inquiry.md.
  public enum State {
    ANSWERED,
    CONTESTED,
    ONE_ORIGIN,
    NOTHING_ON_RECORD
  }

  /// A claim that bears on a question, or a statement that makes none by itself.
  ///
  /// @param claim null for a statement that says something only where it stands
  /// @param evidence the statements that bear on the question, by document, then place
  /// @param score how like the question, 0 to about 1; 0 where it was not found by likeness
  /// @param suggested false where a person set it
  /// @param by who set it, null while it is suggested
  /// @param why a person's reason, null where none was given
  public record Item(
      @Nullable Claim claim,
      List<Evidence> evidence,
      double score,
      boolean suggested,
      @Nullable String by,
      @Nullable String why) {
    public Item {
      evidence = List.copyOf(evidence);
    }

    /// The claim's id, else the statement's.
    public String id() {
      return claim == null ? evidence.getFirst().statement().id() : claim.id();
    }

    /// The statements that its origins are counted from.
    List<String> statements() {
      return claim == null
          ? evidence.stream().map(each -> each.statement().id()).toList()
          : claim.statements();
    }
  }

  /// @param number of the journal's entry
  /// @param evidence ids of statements
  public record Conclusion(
      long number, String finding, List<String> evidence, String by, @Nullable String why) {
    public Conclusion {
      evidence = List.copyOf(evidence);
    }
  }
}
