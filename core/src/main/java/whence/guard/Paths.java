package whence.guard;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import whence.model.CodePoints;
import whence.model.Place;
import whence.model.Sha256;

/// The paths that documents are shown under, from all the places they came from.
///
/// A path is the one below its root. Two roots that hold the same path both get their names before
/// all of theirs. Where different documents still share a path (a file that was read, edited and
/// read again), each gets the first digits of its hash behind it. So paths depend on what came in,
/// never on the order in which it did.
final class Paths {
  private static final int DIGITS = 8;

  private Paths() {}

  record Arrival(Place place, Sha256 document) {}

  /// Each document's paths by code point.
  static Map<Sha256, List<String>> of(List<Arrival> arrivals) {
    Map<String, Set<String>> roots = new HashMap<>();
    for (Arrival arrival : arrivals) {
      Place place = arrival.place();
      roots.computeIfAbsent(place.path(), path -> new HashSet<>()).add(place.root());
    }
    Set<String> clashing = new HashSet<>();
    roots.values().stream().filter(sharing -> sharing.size() > 1).forEach(clashing::addAll);

    Map<String, Set<Sha256>> documents = new HashMap<>();
    for (Arrival arrival : arrivals) {
      documents
          .computeIfAbsent(shown(arrival.place(), clashing), path -> new HashSet<>())
          .add(arrival.document());
    }
    Map<Sha256, Set<String>> paths = new TreeMap<>();
    for (Arrival arrival : arrivals) {
      String path = shown(arrival.place(), clashing);
      if (documents.getOrDefault(path, Set.of()).size() > 1) {
        path = path + "#" + arrival.document().hex().substring(0, DIGITS);
      }
      paths
          .computeIfAbsent(arrival.document(), document -> new TreeSet<>(CodePoints.ORDER))
          .add(path);
    }
    Map<Sha256, List<String>> lists = new HashMap<>();
    paths.forEach((document, sorted) -> lists.put(document, new ArrayList<>(sorted)));
    return lists;
  }

  private static String shown(Place place, Set<String> clashing) {
    return clashing.contains(place.root()) && !place.root().isEmpty()
        ? place.root() + "/" + place.path()
        : place.path();
  }
}
