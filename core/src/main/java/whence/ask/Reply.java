package whence.ask;

import java.util.List;
import org.jspecify.annotations.Nullable;
import whence.model.Answer;
import whence.model.Time;

/// A request for comment and what came of it.
///
/// @param to who was asked, as far as the text names them; empty where it does not. Who answers for
///   somebody else (an office, a spokeswoman) is in `through`
/// @param about what they were asked about, the exact words; empty where the text does not say
/// @param asked when they were asked, null where the text does not tell; never the document's date
/// @param statement the id of the statement that shows it, null for one that a person entered
/// @param by who asked, null where nobody can tell
/// @param deadline by when an answer was asked for, null where none was set
/// @param entered whether a person put it on record
/// @param id of what was found, and names it for [whence.model.Entry.Dismissed]; for one entered,
///   the number of the journal's entry
/// @param suggested whether only the program concludes that somebody was asked
/// @param through who answered, or did not, on their behalf; null where they did themselves
/// @param candidates full names of those whom a bare surname may mean, where it is more than one
/// @param alsoAt ids of the statements that tell the same request again
/// @param claims ids of the statements whose claims a person asked about
/// @param words what was answered, as a person put it on record; null otherwise
public record Reply(
    String to,
    String about,
    @Nullable Time asked,
    Answer answer,
    @Nullable String statement,
    @Nullable String by,
    @Nullable Time deadline,
    boolean entered,
    String id,
    boolean suggested,
    @Nullable String through,
    List<String> candidates,
    List<String> alsoAt,
    List<String> claims,
    @Nullable String words) {
  public Reply {
    candidates = List.copyOf(candidates);
    alsoAt = List.copyOf(alsoAt);
    claims = List.copyOf(claims);
  }

  /// Whether its deadline has passed without an answer.
  ///
  /// @param today ISO 8601
  public boolean isOverdue(String today) {
    return deadline != null
        && Dates.sorts(deadline.value())
        && Dates.compareEnds(deadline.value(), today) < 0
        && (answer == Answer.PENDING || answer == Answer.SILENT);
  }

  /// Whether an answer may still come: the deadline has not passed.
  ///
  /// @param today ISO 8601
  public boolean isOpen(String today) {
    return answer == Answer.PENDING && !isOverdue(today);
  }
}
