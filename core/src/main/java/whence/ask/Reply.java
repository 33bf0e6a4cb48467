package whence.ask;

import org.jspecify.annotations.Nullable;
import whence.model.Answer;
import whence.model.Time;

/// A request for comment and what came of it.
///
/// @param to who was asked, as far as the text names them; empty where it does not
/// @param about what they were asked about, the exact words; empty where the text does not say
/// @param asked when, null where not known
/// @param statement the id of the statement that shows it
public record Reply(
    String to, String about, @Nullable Time asked, Answer answer, String statement) {}
