package whence.guard;

import java.time.Instant;
import whence.model.Entry;
import whence.model.Review;

/// What somebody decided on a statement, as the journal has it.
///
/// @param number of the journal's entry
public record Decision(long number, Instant at, Entry.Reviewed reviewed) {
  Review review() {
    Review.State state =
        switch (reviewed.verdict()) {
          case CONFIRMED -> Review.State.CONFIRMED;
          case CORRECTED -> Review.State.CORRECTED;
          case REJECTED -> Review.State.REJECTED;
        };
    return new Review(state, reviewed.by(), reviewed.why(), reviewed.correctedSource());
  }
}
