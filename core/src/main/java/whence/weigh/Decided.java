package whence.weigh;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import whence.model.Judgements;

/// Puts what people decided on claims over the groups that were worked out: claims that are one
/// become one, and rivals are whom people call so.
final class Decided {
  private final Judgements judgements;
  private final List<SameClaims.Group> groups;
  private final Map<String, Integer> groupOf = new HashMap<>();

  /// @param groups by number, as rivals name them
  Decided(Judgements judgements, List<SameClaims.Group> groups) {
    this.judgements = judgements;
    this.groups = groups;
    for (int i = 0; i < groups.size(); i++) {
      for (Weighed member : groups.get(i).members()) {
        groupOf.put(member.told().id(), i);
      }
    }
  }

  List<SameClaims.Group> groups() {
    if (judgements.together().isEmpty() && judgements.related().isEmpty()) {
      return groups;
    }
    for (Judgements.Related related : judgements.related()) {
      relate(related);
    }
    Groups merged = new Groups(groups.size());
    Sides sides = new Sides(judgements.apart());
    List<Set<Integer>> held = new ArrayList<>();
    groups.forEach(group -> held.add(sides.of(group.members())));
    // what people say is the same is so for certain
    judgements
        .together()
        .forEach(together ->
            together.forEach(statement -> {
              Integer group = groupOf.get(statement);
              if (group != null) {
                groups.get(group).inOtherWords().remove(statement);
              }
            }));
    for (Set<String> together : judgements.together()) {
      List<Integer> numbers =
          together.stream().map(groupOf::get).filter(Objects::nonNull).distinct().sorted().toList();
      for (int number : numbers) {
        int first = merged.of(numbers.getFirst());
        int second = merged.of(number);
        if (first != second && !Sides.oppose(held.get(first), held.get(second))) {
          Set<Integer> both = held.get(first);
          both.addAll(held.get(second));
          merged.join(first, second);
          held.set(merged.of(first), both);
        }
      }
    }
    return renumbered(merged);
  }

  private void relate(Judgements.Related related) {
    Integer one = most(related.these());
    Integer other = most(related.those());
    if (one == null || other == null || one.equals(other)) {
      return;
    }
    switch (related.relation()) {
      case CONTRADICTS -> {
        groups.get(one).rivals().add(other);
        groups.get(other).rivals().add(one);
      }
      case UNRELATED, SUPPORTS -> {
        groups.get(one).rivals().remove(other);
        groups.get(other).rivals().remove(one);
      }
    }
  }

  private @Nullable Integer most(Set<String> statements) {
    Map<Integer, Integer> votes = new TreeMap<>();
    for (String statement : statements) {
      Integer group = groupOf.get(statement);
      if (group != null) {
        votes.merge(group, 1, Integer::sum);
      }
    }
    return votes.entrySet().stream()
        .min(
            Comparator.<Map.Entry<Integer, Integer>>comparingInt(vote -> -vote.getValue())
                .thenComparing(Map.Entry::getKey))
        .map(Map.Entry::getKey)
        .orElse(null);
  }

  private List<SameClaims.Group> renumbered(Groups merged) {
    Map<Integer, Integer> numbers = new HashMap<>();
    List<SameClaims.Group> all = new ArrayList<>();
    for (int i = 0; i < groups.size(); i++) {
      int head = merged.of(i);
      Integer number = numbers.get(head);
      if (number == null) {
        numbers.put(head, all.size());
        all.add(groups.get(i));
      } else {
        all.get(number).take(groups.get(i));
      }
    }
    for (SameClaims.Group group : all) {
      List<Integer> rivals = List.copyOf(group.rivals());
      group.rivals().clear();
      rivals.forEach(rival -> group.rivals().add(numbers.get(merged.of(rival))));
    }
    for (int i = 0; i < all.size(); i++) {
      all.get(i).rivals().remove(i);
    }
    return all;
  }
}
