package whence.app.command;

import java.util.List;
import whence.guard.View;
import whence.store.CaseStore;

/// A decision on how something on record stands to the inquiry.
abstract class InquiryDecision extends DecidingCommand {
  InquiryDecision(Surroundings surroundings, Parts parts) {
    super(surroundings, parts);
  }

  /// The statements that an id names: a claim's, else itself.
  final List<String> statements(CaseStore store, View view, String id) {
    return weighing(store, view).claims().stream().anyMatch(claim -> claim.id().startsWith(id))
        ? claim(weighing(store, view), id).statements()
        : List.of(statement(view, id).statement().id());
  }
}
