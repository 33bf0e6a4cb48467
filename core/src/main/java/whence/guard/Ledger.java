package whence.guard;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import whence.model.CodePoints;
import whence.model.Entry;
import whence.model.Place;
import whence.model.Sha256;
import whence.store.Journal;

/// What the journal's entries add up to: which document is at which path, what was refused, what
/// was removed, what people decided.
final class Ledger {
  private final List<Arrival> arrivals = new ArrayList<>();
  private final Map<Sha256, SequencedSet<String>> paths = new HashMap<>();
  private final Map<String, Sha256> latest = new HashMap<>();
  private final Map<Sha256, Long> sizes = new HashMap<>();
  private final Map<Sha256, Instant> came = new HashMap<>();
  private final SortedMap<String, View.Refusal> refused = new TreeMap<>(CodePoints.ORDER);
  private final SortedMap<Sha256, View.Tombstone> removed = new TreeMap<>();
  private final List<Decision> decisions = new ArrayList<>();
  private final Set<Long> undone = new HashSet<>();

  private record Arrival(Place place, Sha256 document) {}

  Ledger(List<Journal.Recorded> entries) {
    entries.forEach(this::take);
    undo();
    Set<String> clashing = clashing(arrivals);
    for (Arrival arrival : arrivals) {
      String path = shown(arrival.place(), clashing);
      paths.computeIfAbsent(arrival.document(), _ -> new LinkedHashSet<>()).add(path);
      latest.put(path, arrival.document());
    }
  }

  /// The roots that hold a path which another root holds too: their names are shown before all of
  /// their paths, so that a path depends on what came in and not on the order in which it did.
  private static Set<String> clashing(List<Arrival> arrivals) {
    Map<String, Set<String>> roots = new HashMap<>();
    for (Arrival arrival : arrivals) {
      roots
          .computeIfAbsent(arrival.place().path(), _ -> new HashSet<>())
          .add(arrival.place().root());
    }
    Set<String> clashing = new HashSet<>();
    roots.values().stream().filter(it -> it.size() > 1).forEach(clashing::addAll);
    return clashing;
  }

  private static String shown(Place place, Set<String> clashing) {
    return place.root().isEmpty() || !clashing.contains(place.root())
        ? place.path()
        : place.root() + "/" + place.path();
  }

  /// When a document first came in.
  @Nullable Instant came(Sha256 document) {
    return came.get(document);
  }

  /// Of a document's original, in bytes.
  long size(Sha256 document) {
    return sizes.getOrDefault(document, 0L);
  }

  private void take(Journal.Recorded recorded) {
    switch (recorded.entry()) {
      case Entry.Acquired it -> {
        Place place = Place.parse(it.path());
        arrivals.add(new Arrival(place, it.document()));
        sizes.put(it.document(), it.size());
        came.putIfAbsent(it.document(), recorded.at());
        refused.remove(place.path());
        removed.remove(it.document());
      }
      case Entry.Refused it -> {
        String path = Place.parse(it.path()).path();
        refused.put(path, new View.Refusal(path, it.why()));
      }
      case Entry.Removed it -> {
        arrivals.removeIf(arrival -> arrival.document().equals(it.document()));
        removed.put(
            it.document(), new View.Tombstone(it.document(), recorded.at(), it.by(), it.why()));
      }
      case Entry.Decided it -> decisions.add(new Decision(recorded.number(), recorded.at(), it));
      case Entry.Consulted _ -> {}
    }
  }

  /// The documents that came in and were not removed, unordered.
  Collection<Sha256> documents() {
    return paths.keySet();
  }

  /// Every path of a document, empty for one that never came in. A path at which other bytes came
  /// in later belongs to them; the earlier document keeps it with its own hash behind.
  List<String> paths(Sha256 document) {
    return paths.getOrDefault(document, new LinkedHashSet<>()).stream()
        .map(path ->
            document.equals(latest.get(path)) ? path : path + "@" + document.hex().substring(0, 8))
        .toList();
  }

  Collection<View.Refusal> refused() {
    return refused.values();
  }

  boolean isRemoved(Sha256 document) {
    return removed.containsKey(document);
  }

  Collection<View.Tombstone> removed() {
    return removed.values();
  }

  /// Works back from the last, so that an undoing that was undone undoes nothing.
  private void undo() {
    for (Decision decision : decisions.reversed()) {
      if (decision.entry() instanceof Entry.Undone it
          && !undone.contains(decision.number())
          && it.number() < decision.number()) {
        undone.add(it.number());
      }
    }
  }

  /// All that people ever decided, in the journal's order.
  List<Decision> decisions() {
    return decisions;
  }

  boolean isUndone(long number) {
    return undone.contains(number);
  }

  /// Decisions that nobody undid, but for those that were on removed documents alone.
  List<Decision> standing() {
    return decisions.stream()
        .filter(decision -> !isUndone(decision.number()) && !isOnRemoved(decision.entry()))
        .toList();
  }

  private boolean isOnRemoved(Entry.Decided entry) {
    if (entry instanceof Entry.Added added) {
      return isRemoved(added.content().document());
    }
    return !entry.about().isEmpty()
        && entry.about().stream().allMatch(held -> isRemoved(held.anchor().document()));
  }
}
