package whence.weigh;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import whence.model.CodePoints;
import whence.model.Family;
import whence.model.Reuse;
import whence.model.Sha256;

/// Which documents are of one family, and which places in them hold the same words.
final class Kinship {
  private final Map<Sha256, Family> families = new HashMap<>();
  private final Map<Pair, Reuse> copies = new HashMap<>();

  private record Pair(Sha256 left, Sha256 right) {}

  Kinship(List<Reuse> reuse, List<Family> families) {
    for (Family family : families) {
      family.documents().forEach(document -> this.families.put(document, family));
    }
    for (Reuse pair : reuse) {
      if (pair.kind() != Reuse.Kind.QUOTATION) {
        copies.put(new Pair(pair.from(), pair.to()), pair);
      }
    }
  }

  @Nullable Family family(Sha256 document) {
    return families.get(document);
  }

  /// The document that names a family: its origin, or the document itself where it has no family.
  Sha256 head(Sha256 document) {
    Family family = families.get(document);
    return family == null ? document : family.origin();
  }

  /// How surely `copy` was taken from `original`: null where they share nothing or it was the other
  /// way round.
  Reuse.@Nullable Direction direction(Sha256 original, Sha256 copy) {
    Reuse pair = copies.get(new Pair(original, copy));
    return pair == null ? null : pair.direction();
  }

  /// Groups the tellings of one claim by the text they stand in: two are one where reuse lays the
  /// place of the one over the place of the other, and none in those two documents lies nearer;
  /// where two authors assert it word for word; and where nearly the same long run of words stands
  /// twice in one document.
  Groups texts(List<Told> tellings) {
    Groups groups = new Groups(tellings.size());
    Map<Long, Integer> hands = new HashMap<>();
    for (int i = 0; i < tellings.size(); i++) {
      if (tellings.get(i).wording() != 0) {
        groups.join(
            i, Objects.requireNonNullElse(hands.putIfAbsent(tellings.get(i).wording(), i), i));
      }
    }
    Map<Sha256, List<Integer>> byDocument = new HashMap<>();
    for (int i = 0; i < tellings.size(); i++) {
      byDocument.computeIfAbsent(tellings.get(i).document(), _ -> new ArrayList<>()).add(i);
    }
    for (List<Integer> inOne : byDocument.values()) {
      within(groups, tellings, inOne);
    }
    Map<Sha256, List<Sha256>> byFamily = new HashMap<>();
    for (Sha256 document : byDocument.keySet()) {
      if (families.containsKey(document)) {
        byFamily.computeIfAbsent(head(document), _ -> new ArrayList<>()).add(document);
      }
    }
    for (List<Sha256> documents : byFamily.values()) {
      for (Sha256 from : documents) {
        for (Sha256 to : documents) {
          Reuse pair = from.equals(to) ? null : copies.get(new Pair(from, to));
          if (pair != null) {
            join(
                groups,
                tellings,
                byDocument.getOrDefault(from, List.of()),
                byDocument.getOrDefault(to, List.of()),
                pair);
          }
        }
      }
    }
    return groups;
  }

  /// As [#texts], and tellings that share words of one document, "Roe and Poe said that …", are
  /// one: nobody knows whether the two said it apart.
  static Groups passages(List<Told> tellings, Groups texts) {
    Groups groups = new Groups(tellings.size());
    Map<Sha256, List<Integer>> byDocument = new HashMap<>();
    for (int i = 0; i < tellings.size(); i++) {
      groups.join(i, texts.of(i));
      byDocument.computeIfAbsent(tellings.get(i).document(), _ -> new ArrayList<>()).add(i);
    }
    for (List<Integer> inOne : byDocument.values()) {
      for (int i = 0; i < inOne.size(); i++) {
        for (int k = i + 1; k < inOne.size(); k++) {
          if (tellings.get(inOne.get(i)).place().overlaps(tellings.get(inOne.get(k)).place())) {
            groups.join(inOne.get(i), inOne.get(k));
          }
        }
      }
    }
    return groups;
  }

  private static void within(Groups groups, List<Told> tellings, List<Integer> inOne) {
    for (int i = 0; i < inOne.size(); i++) {
      for (int k = i + 1; k < inOne.size(); k++) {
        Told one = tellings.get(inOne.get(i));
        Told other = tellings.get(inOne.get(k));
        if (one.isNearlyInTheWordsOf(other)) {
          groups.join(inOne.get(i), inOne.get(k));
        }
      }
    }
  }

  private record Near(int from, int to, int distance) {}

  private static void join(
      Groups groups, List<Told> tellings, List<Integer> from, List<Integer> to, Reuse pair) {
    List<Near> near = new ArrayList<>();
    for (int a : from) {
      for (int b : to) {
        int distance = distance(tellings.get(a), tellings.get(b), pair);
        if (distance >= 0) {
          near.add(new Near(a, b, distance));
        }
      }
    }
    near.sort(
        Comparator.comparingInt(Near::distance)
            .thenComparing(each -> tellings.get(each.from()).id(), CodePoints.ORDER)
            .thenComparing(each -> tellings.get(each.to()).id(), CodePoints.ORDER));
    List<Integer> taken = new ArrayList<>();
    for (Near each : near) {
      if (!taken.contains(each.from()) && !taken.contains(each.to())) {
        taken.add(each.from());
        taken.add(each.to());
        groups.join(each.from(), each.to());
      }
    }
  }

  /// In characters, from where the match lays the one to where the other stands; negative where no
  /// match holds both.
  private static int distance(Told from, Told to, Reuse pair) {
    int nearest = -1;
    for (Reuse.Match match : pair.passages()) {
      boolean both =
          from.place().start() < match.fromEnd()
              && match.fromStart() < from.place().end()
              && to.place().start() < match.toEnd()
              && match.toStart() < to.place().end();
      if (both) {
        double scale =
            (match.toEnd() - match.toStart())
                / (double) Math.max(1, match.fromEnd() - match.fromStart());
        double laid = match.toStart() + (from.place().start() - match.fromStart()) * scale;
        int distance = (int) Math.round(Math.abs(laid - to.place().start()));
        if (nearest < 0 || distance < nearest) {
          nearest = distance;
        }
      }
    }
    return nearest;
  }
}
