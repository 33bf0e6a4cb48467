package whence.weigh;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import whence.model.Document;
import whence.model.Judgements;
import whence.model.Statement;

/// Which statements count no more because a source was withdrawn: those that have it from that
/// source, at whatever link of their chain, and what a document says in its own voice where its
/// publisher was withdrawn, or its author where it has no publisher. Whom a withdrawn publisher
/// quotes is not withdrawn with it: a publisher only carries.
///
/// A source goes by the name that was withdrawn, by names that people said are the same source's,
/// and by names that differ from these in spelling or initials alone; a surname alone may be
/// somebody else's.
public final class Withdrawals {
  private final List<Gone> gone = new ArrayList<>();
  private final SourceNames people;

  private record Gone(Judgements.Withdrawn withdrawn, Set<String> names) {}

  public Withdrawals(Judgements judgements) {
    this(judgements, new SourceNames(judgements));
  }

  Withdrawals(Judgements judgements, SourceNames people) {
    this.people = people;
    for (Judgements.Withdrawn each : judgements.withdrawn()) {
      Set<String> names = new HashSet<>(Set.of(Names.plain(each.source())));
      boolean grown = true;
      while (grown) {
        grown = false;
        for (Judgements.Sources pair : judgements.sources()) {
          String one = Names.plain(pair.one());
          String other = Names.plain(pair.other());
          if (pair.same() && (names.contains(one) || names.contains(other))) {
            grown |= names.addAll(List.of(one, other));
          }
        }
      }
      gone.add(new Gone(each, names));
    }
  }

  /// Who withdrew the source that a statement stands on; empty where nobody did.
  public Optional<Judgements.Withdrawn> of(Statement statement, Document document) {
    return gone.isEmpty() ? Optional.empty() : of(Told.of(statement, document));
  }

  Optional<Judgements.Withdrawn> of(Told told) {
    for (Gone each : gone) {
      if (has(told, each.names())) {
        return Optional.of(each.withdrawn());
      }
    }
    return Optional.empty();
  }

  private boolean has(Told told, Set<String> names) {
    if (told.hops().isEmpty()) {
      String voice = told.publisher() != null ? told.publisher() : told.author();
      return voice != null && isOneOf(Names.plain(voice), names);
    }
    return told.hops().stream().anyMatch(hop -> hop.isNamed() && isOneOf(hop.plain(), names));
  }

  private boolean isOneOf(String plain, Set<String> names) {
    return names.contains(plain)
        || names.stream()
            .anyMatch(name ->
                people.mayBeOne(plain, name)
                    && (Names.spelledOtherwise(plain, name)
                        || Names.initials(plain, name)
                        || Names.initials(name, plain)));
  }
}
