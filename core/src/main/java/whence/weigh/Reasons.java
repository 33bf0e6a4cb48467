package whence.weigh;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import whence.model.CodePoints;

/// Puts into sentences why a claim has as many origins as it has.
///
/// @param tellings in order of path, then place
/// @param repeating paths of documents that assert what they also attribute
record Reasons(
    List<Told> tellings,
    List<Provenance.Root> roots,
    int atLeast,
    List<String> repeating,
    Kinship kinship) {
  /// Of a longer list the rest is counted.
  private static final int MOST_NAMED = 6;

  /// The figures' reasons, a sentence each.
  List<String> sentences() {
    List<String> why = new ArrayList<>();
    if (tellings.isEmpty()) {
      why.add("Nobody on the record asserts it.");
      return why;
    }
    List<String> sure =
        roots.stream()
            .filter(root -> root.count() == Explanation.Count.INDEPENDENT)
            .map(Provenance.Root::name)
            .toList();
    why.add(
        (atLeast == 1
                ? "One origin at least: "
                : atLeast + " independent origins at least, sharing no source, collector or text: ")
            + list(sure)
            + ".");
    for (Provenance.Root root : roots) {
      if (root.count() != Explanation.Count.INDEPENDENT) {
        why.add(
            root.name()
                + (root.count() == Explanation.Count.PERHAPS
                    ? " counts at most: "
                    : " is not counted: ")
                + lower(root.why()));
      }
    }
    families(why);
    if (!repeating.isEmpty()) {
      why.add(
          "What "
              + list(repeating)
              + " says in its own voice it also attributes: not counted again.");
    }
    backing(why);
    return why;
  }

  private void families(List<String> why) {
    SortedMap<String, SortedSet<String>> byHead = new TreeMap<>(CodePoints.ORDER);
    for (Told telling : tellings) {
      if (kinship.family(telling.document()) != null) {
        byHead
            .computeIfAbsent(
                kinship.head(telling.document()).hex(), _ -> new TreeSet<>(CodePoints.ORDER))
            .add(telling.path());
      }
    }
    byHead
        .values()
        .forEach(paths -> {
          if (paths.size() > 1) {
            why.add(
                paths.size()
                    + " documents share one text and add nothing to each other: "
                    + list(List.copyOf(paths))
                    + ".");
          }
        });
  }

  private void backing(List<String> why) {
    SortedSet<String> words = new TreeSet<>(CodePoints.ORDER);
    SortedSet<String> paths = new TreeSet<>(CodePoints.ORDER);
    for (Told telling : tellings) {
      telling
          .backing()
          .forEach(backing -> {
            words.add(Grades.words(backing));
            paths.add(telling.path());
          });
    }
    if (!words.isEmpty()) {
      why.add(
          list(List.copyOf(paths))
              + " itself speaks of "
              + list(List.copyOf(words))
              + ": noted, not counted.");
    }
  }

  private static String list(List<String> names) {
    return names.size() <= MOST_NAMED
        ? String.join("; ", names)
        : String.join("; ", names.subList(0, MOST_NAMED))
            + "; and "
            + (names.size() - MOST_NAMED)
            + " more";
  }

  private static String lower(String sentence) {
    return sentence.isEmpty()
        ? sentence
        : sentence.substring(0, 1).toLowerCase(Locale.ROOT) + sentence.substring(1);
  }
}
