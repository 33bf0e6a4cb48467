package whence.weigh;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import whence.model.CodePoints;
import whence.model.Judgements;

/// What people decided on the names of sources: which are one source's, which are not, and how
/// reliable whom is.
final class SourceNames {
  static final SourceNames NONE = new SourceNames(Judgements.NONE);

  private final List<Judgements.Sources> sources;
  private final List<Judgements.Rated> rated;
  private final Set<Pair> apart = new HashSet<>();

  private record Pair(String lower, String higher) {
    static Pair of(String one, String other) {
      return CodePoints.ORDER.compare(one, other) <= 0
          ? new Pair(one, other)
          : new Pair(other, one);
    }
  }

  SourceNames(Judgements judgements) {
    this.sources = judgements.sources();
    this.rated = judgements.rated();
    for (Judgements.Sources each : sources) {
      if (!each.same()) {
        apart.add(Pair.of(Names.plain(each.one()), Names.plain(each.other())));
      }
    }
  }

  /// Whether nobody said that two plain names are two sources'.
  boolean mayBeOne(String plain, String other) {
    return apart.isEmpty() || !apart.contains(Pair.of(plain, other));
  }

  /// `aliases` of plain names, with those that people made one: each name that has another goes to
  /// the lowest of its source's.
  SortedMap<String, String> over(SortedMap<String, String> aliases, SortedSet<String> names) {
    if (sources.stream().noneMatch(Judgements.Sources::same)) {
      return aliases;
    }
    SortedSet<String> all = new TreeSet<>(CodePoints.ORDER);
    all.addAll(names);
    aliases.forEach((name, alias) -> {
      all.add(name);
      all.add(alias);
    });
    sources.forEach(each -> {
      all.add(Names.plain(each.one()));
      all.add(Names.plain(each.other()));
    });
    List<String> numbered = new ArrayList<>(all);
    Groups groups = new Groups(numbered.size());
    aliases.forEach((name, alias) -> groups.join(numbered.indexOf(name), numbered.indexOf(alias)));
    for (Judgements.Sources each : sources) {
      if (each.same()) {
        groups.join(
            numbered.indexOf(Names.plain(each.one())), numbered.indexOf(Names.plain(each.other())));
      }
    }
    SortedMap<String, String> whole = new TreeMap<>(CodePoints.ORDER);
    for (int i = 0; i < numbered.size(); i++) {
      if (groups.of(i) != i) {
        whole.put(numbered.get(i), numbered.get(groups.of(i)));
      }
    }
    return whole;
  }

  /// How reliable people say that a source is, by any of its plain names: the latest to say so.
  Optional<Judgements.Rated> rated(Set<String> plainNames) {
    return rated.stream()
        .filter(each -> plainNames.contains(Names.plain(each.source())))
        .reduce((_, later) -> later);
  }
}
