package whence.app.web;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import whence.ask.Inquiry;
import whence.ask.Knew;
import whence.ask.Search;
import whence.ask.Telling;
import whence.guard.View;
import whence.model.Claim;
import whence.model.Weighing;

/// Whether somebody knew a claim by a date. Two that ask the same are equal, whatever tellings they
/// go by.
final class AskedKnew implements Study<AskedKnew.Known> {
  /// @param knew null where the claim is no more
  record Known(@org.jspecify.annotations.Nullable Knew knew) {}

  private final String person;
  private final String claim;
  private final String by;
  private final List<Telling> tellings;

  /// @param tellings all of the case
  AskedKnew(String person, String claim, String by, List<Telling> tellings) {
    this.person = person;
    this.claim = claim;
    this.by = by;
    this.tellings = tellings;
  }

  @Override
  public Known of(View view, Weighing weighing, Inquiry inquiry, Supplier<Search> search) {
    return new Known(
        weighing.claims().stream()
            .filter(each -> each.id().equals(claim))
            .findFirst()
            .map((Claim about) -> Knew.of(view, weighing, inquiry, tellings, person, about, by))
            .orElse(null));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AskedKnew asked
        && person.equals(asked.person)
        && claim.equals(asked.claim)
        && by.equals(asked.by);
  }

  @Override
  public int hashCode() {
    return Objects.hash(person, claim, by);
  }
}
