package whence.bench;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import whence.bench.PlantedCopies.Made;

/// What was found of planted copies, against what was planted.
///
/// @param pairs by two documents of one family that hold the same three sentences or more; found
///   pairs of one family that hold fewer are neither right nor wrong
/// @param direct how many of the pairs of a copy and what it was made from were found: there, and
///   right
/// @param family by any two documents of one family
/// @param directed pairs of a copy and what it was made from that were found, and how many of them
///   the right way round
/// @param families planted, and how many came out exactly
/// @param alone documents that nothing was copied from or into, and how many were tied
record ReuseScore(
    Counts pairs, Counts direct, Counts family, Part directed, Part families, Part alone) {
  static final ReuseScore NONE =
      new ReuseScore(Counts.NONE, Counts.NONE, Counts.NONE, Part.NONE, Part.NONE, Part.NONE);

  /// The fewest same sentences that make two documents a pair.
  static final int SENTENCES = 3;

  record Part(int of, int all) {
    static final Part NONE = new Part(0, 0);

    Part plus(Part other) {
      return new Part(of + other.of, all + other.all);
    }

    double share() {
      return all == 0 ? 0 : of / (double) all;
    }
  }

  ReuseScore plus(ReuseScore other) {
    return new ReuseScore(
        pairs.plus(other.pairs),
        direct.plus(other.direct),
        family.plus(other.family),
        directed.plus(other.directed),
        families.plus(other.families),
        alone.plus(other.alone));
  }

  /// Two documents by number, `from` the one that was reused.
  record Tie(int from, int to) {
    long key() {
      return ((long) Math.min(from, to) << 32) | Math.max(from, to);
    }
  }

  static ReuseScore of(List<Made> made, List<Tie> ties) {
    Set<Long> found = new HashSet<>();
    int[] guess = groups(made.size(), ties);
    List<Tie> planted = new ArrayList<>();
    for (int i = 0; i < made.size(); i++) {
      if (made.get(i).parent() >= 0) {
        planted.add(new Tie(made.get(i).parent(), i));
      }
    }
    int[] truth = groups(made.size(), planted);
    int wrong = 0;
    Part directed = Part.NONE;
    for (Tie tie : ties) {
      found.add(tie.key());
      boolean forth = made.get(tie.to()).parent() == tie.from();
      boolean back = made.get(tie.from()).parent() == tie.to();
      wrong += truth[tie.from()] == truth[tie.to()] ? 0 : 1;
      directed = directed.plus(new Part(forth ? 1 : 0, forth || back ? 1 : 0));
    }
    Counts pairs = new Counts(0, wrong, 0);
    Counts family = new Counts(0, found.size(), 0);
    Counts direct = new Counts(0, planted.size(), planted.size());
    for (int i = 0; i < made.size(); i++) {
      for (int j = i + 1; j < made.size(); j++) {
        if (truth[i] != truth[j]) {
          continue;
        }
        int got = found.contains(new Tie(i, j).key()) ? 1 : 0;
        boolean parent = made.get(j).parent() == i;
        family = family.plus(new Counts(got, 0, 1));
        if (parent) {
          direct = direct.plus(new Counts(got, 0, 0));
        }
        if (parent || made.get(i).shares(made.get(j)) >= SENTENCES) {
          pairs = pairs.plus(new Counts(got, got, 1));
        }
      }
    }
    return new ReuseScore(
        pairs, direct, family, directed, families(truth, guess), alone(truth, guess));
  }

  private static Part families(int[] truth, int[] guess) {
    Part part = Part.NONE;
    TreeMap<Integer, Set<Integer>> there = members(truth);
    Set<Set<Integer>> found = new HashSet<>(members(guess).values());
    for (Set<Integer> family : there.values()) {
      if (family.size() > 1) {
        part = part.plus(new Part(found.contains(family) ? 1 : 0, 1));
      }
    }
    return part;
  }

  private static Part alone(int[] truth, int[] guess) {
    Part part = Part.NONE;
    TreeMap<Integer, Set<Integer>> found = members(guess);
    for (Set<Integer> family : members(truth).values()) {
      if (family.size() == 1) {
        int loner = family.iterator().next();
        part =
            part.plus(new Part(found.getOrDefault(guess[loner], Set.of()).size() > 1 ? 1 : 0, 1));
      }
    }
    return part;
  }

  private static TreeMap<Integer, Set<Integer>> members(int[] groups) {
    TreeMap<Integer, Set<Integer>> members = new TreeMap<>();
    for (int i = 0; i < groups.length; i++) {
      members.computeIfAbsent(groups[i], _ -> new HashSet<>()).add(i);
    }
    return members;
  }

  /// By document, the first of those it is tied to, directly or through others.
  static int[] groups(int size, List<Tie> ties) {
    int[] group = new int[size];
    for (int i = 0; i < size; i++) {
      group[i] = i;
    }
    for (Tie tie : ties) {
      int one = group[tie.from()];
      int other = group[tie.to()];
      if (one != other) {
        for (int i = 0; i < size; i++) {
          group[i] = group[i] == Math.max(one, other) ? Math.min(one, other) : group[i];
        }
      }
    }
    return group;
  }
}
