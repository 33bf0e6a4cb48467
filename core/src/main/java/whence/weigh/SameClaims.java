package whence.weigh;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import whence.model.CodePoints;
import whence.model.Judgements;

/// Groups statements that say the same thing.
///
/// Statements of the very same gist are one to begin with. The others join, in an order that
/// depends on themselves alone, the group whose founder they are most like, if they say the same as
/// its founder and as every distinct member: so groups do not chain.
final class SameClaims {
  private static final int NEAREST = 32;

  /// A content of fewer telling words ("that he did") says nothing that another could be held
  /// against.
  private static final int LEAST_WORDS = 2;

  /// Of a group's distinct gists, so many are compared beside the founder's.
  private static final int MOST_COMPARED = 24;

  /// Statements that say the same thing; the founder, most plainly put, first.
  static final class Group {
    private final List<Weighed> members = new ArrayList<>();
    private final List<Content> contents = new ArrayList<>();
    private final SortedSet<Integer> rivals = new TreeSet<>();
    private final Set<Integer> sides = new TreeSet<>();
    private final Set<String> inOtherWords = new TreeSet<>(CodePoints.ORDER);

    /// What people say is the same.
    void take(Group other) {
      members.addAll(other.members);
      contents.addAll(other.contents);
      rivals.addAll(other.rivals);
      inOtherWords.addAll(other.inOtherWords);
    }

    /// Ids of members that a model took for the same, where words alone would not.
    Set<String> inOtherWords() {
      return inOtherWords;
    }

    /// The sides of partings that members stand on.
    Set<Integer> sides() {
      return sides;
    }

    List<Weighed> members() {
      return members;
    }

    /// Numbers of the groups that say the contrary.
    SortedSet<Integer> rivals() {
      return rivals;
    }

    Weighed founder() {
      return members.getFirst();
    }

    private void join(List<Weighed> same, Content content) {
      members.addAll(same);
      contents.add(content);
    }
  }

  private final Function<Map<String, String>, Neighbours> neighbours;
  private final Contents contents;
  private final Judgements judgements;
  private final Sides sides;

  /// @param neighbours makes an index over contents by statement id
  /// @param contents makes ready what is compared
  SameClaims(
      Function<Map<String, String>, Neighbours> neighbours,
      Contents contents,
      Judgements judgements) {
    this.neighbours = neighbours;
    this.contents = contents;
    this.judgements = judgements;
    this.sides = new Sides(judgements.apart());
  }

  /// Groups in the order of their founders' plainness; what founds no group and finds none is left
  /// out.
  List<Group> of(List<Weighed> statements) {
    List<List<Weighed>> units = units(statements);
    Map<String, Integer> numbers = new HashMap<>();
    SortedMap<String, String> texts = new TreeMap<>(CodePoints.ORDER);
    for (int i = 0; i < units.size(); i++) {
      Weighed first = units.get(i).getFirst();
      numbers.put(first.told().id(), i);
      texts.put(first.told().id(), first.content());
    }
    Neighbours index = neighbours.apply(texts);
    List<Content> compared = contents.of(units.stream().map(List::getFirst).toList());
    NearMeanings meanings = new NearMeanings(compared);
    List<List<Integer>> near =
        IntStream.range(0, units.size())
            .parallel()
            .mapToObj(i ->
                Stream.concat(
                        index.near(units.get(i).getFirst().content(), NEAREST).stream()
                            .map(neighbour -> numbers.getOrDefault(neighbour.id(), i))
                            .filter(other -> other < i),
                        meanings.before(i).stream())
                    .distinct()
                    .toList())
            .toList();
    List<Group> groups = new ArrayList<>();
    int[] groupOf = new int[units.size()];
    for (int i = 0; i < units.size(); i++) {
      groupOf[i] = place(units.get(i), compared.get(i), near.get(i), groupOf, groups);
    }
    RivalNumbers.find(groups);
    return new Decided(judgements, groups).groups();
  }

  private record Unit(Gist gist, List<Integer> sides) {}

  /// Statements by gist, and by what people keep apart, in the order of their plainest.
  private List<List<Weighed>> units(List<Weighed> statements) {
    Map<Unit, List<Weighed>> byGist = new LinkedHashMap<>();
    statements.stream()
        .filter(weighed -> weighed.gist().size() >= LEAST_WORDS)
        .sorted(Weighed.PLAINEST)
        .forEach(weighed ->
            byGist
                .computeIfAbsent(
                    new Unit(weighed.gist(), sides.of(weighed.told().id())),
                    _ -> new ArrayList<>(1))
                .add(weighed));
    return List.copyOf(byGist.values());
  }

  private record Offer(int group, double score) {}

  /// The number of the group that the unit joined or founded, -1 for neither.
  private int place(
      List<Weighed> unit, Content content, List<Integer> near, int[] groupOf, List<Group> groups) {
    Set<Integer> side = sides.of(unit);
    List<Offer> offers = new ArrayList<>();
    SortedSet<Integer> contrary = new TreeSet<>();
    SortedSet<Integer> looked = new TreeSet<>();
    for (int other : near) {
      int number = groupOf[other];
      if (number < 0 || !looked.add(number)) {
        continue;
      }
      Group group = groups.get(number);
      Likeness likeness = contents.compare(content, group.contents.getFirst());
      switch (likeness.verdict()) {
        case SAME -> {
          if (!Sides.oppose(side, group.sides()) && sameAsAll(content, group)) {
            offers.add(new Offer(number, likeness.score()));
          }
        }
        case CONTRARY -> {
          if (!overlap(unit.getFirst(), group.founder())) {
            contrary.add(number);
          }
        }
        case DIFFERENT -> {}
      }
    }
    int number =
        offers.stream()
            .min(Comparator.<Offer>comparingDouble(o -> -o.score()).thenComparingInt(Offer::group))
            .map(Offer::group)
            .orElse(-1);
    int founded = -1;
    if (number < 0) {
      if (!unit.getFirst().founds()) {
        return -1;
      }
      number = groups.size();
      groups.add(new Group());
      founded = number;
    }
    Group group = groups.get(number);
    if (number != founded && !isInTheWordsOf(content, group)) {
      unit.forEach(weighed -> group.inOtherWords.add(weighed.told().id()));
    }
    group.join(unit, content);
    group.sides().addAll(side);
    for (int rival : contrary) {
      if (rival != number && unit.getFirst().founds()) {
        group.rivals.add(rival);
        groups.get(rival).rivals.add(number);
      }
    }
    return number;
  }

  /// "nothing but that he rang" and "that he rang", cut from one passage, are no two voices.
  private static boolean overlap(Weighed one, Weighed other) {
    return one.told().document().equals(other.told().document())
        && one.told().place().overlaps(other.told().place());
  }

  private static boolean isInTheWordsOf(Content content, Group group) {
    return Likeness.of(content.gist, group.contents.getFirst().gist).verdict()
        == Likeness.Verdict.SAME;
  }

  private boolean sameAsAll(Content content, Group group) {
    return group.contents.stream()
        .limit(MOST_COMPARED)
        .allMatch(other -> contents.compare(content, other).verdict() == Likeness.Verdict.SAME);
  }
}
