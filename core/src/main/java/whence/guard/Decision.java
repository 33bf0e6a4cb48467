package whence.guard;

import java.time.Instant;
import whence.model.Entry;

/// What somebody decided, as the journal has it.
///
/// @param number of the journal's entry
public record Decision(long number, Instant at, Entry.Decided entry) {}
