package whence.guard;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import whence.model.Anchor;
import whence.model.Span;
import whence.model.Text;

/// Finds the passage that an anchor holds on to, whether or not the machine read anything there.
///
/// In the very text it was made in, an anchor is where its offsets are. In another text of the same
/// document it is where its letters and digits stand, the surroundings deciding between several
/// such places, or where nearly all of them do: scanned pages are read otherwise by another
/// program.
final class Passages {
  /// How many of a passage's letters another OCR may read differently.
  private static final double TOLERANCE = 0.15;

  /// Shorter passages are alike by chance.
  private static final int SHORTEST_INEXACT = 20;

  private static final int LONGEST_COMPARED = 2_000;
  private static final int GRAM = 6;
  private static final int PLACES_LOOKED_AT = 8;

  private final Text text;
  private final String letters;
  private final int[] offsets;

  Passages(Text text) {
    this.text = text;
    StringBuilder folded = new StringBuilder(text.characters().length());
    int[] places = new int[text.characters().length() + 16];
    int at = 0;
    while (at < text.characters().length()) {
      int next = at + Character.charCount(text.characters().codePointAt(at));
      String fold = Wording.fold(text.characters().substring(at, next));
      if (folded.length() + fold.length() > places.length) {
        places = Arrays.copyOf(places, places.length * 2);
      }
      for (int i = 0; i < fold.length(); i++) {
        places[folded.length() + i] = at;
      }
      folded.append(fold);
      at = next;
    }
    this.letters = folded.toString();
    this.offsets = places;
  }

  /// Empty where it stands no more, or in several places alike.
  Optional<Span> find(Anchor anchor) {
    if (anchor.textHash().equals(text.hash())) {
      return anchor.end() <= text.characters().length()
          ? Optional.of(new Span(anchor.start(), anchor.end()))
          : Optional.empty();
    }
    String quote = Wording.fold(anchor.quote());
    if (quote.isEmpty()) {
      return Optional.empty();
    }
    List<Span> exact = new ArrayList<>();
    for (int at = letters.indexOf(quote); at >= 0; at = letters.indexOf(quote, at + 1)) {
      exact.add(new Span(at, at + quote.length()));
    }
    List<Span> places =
        !exact.isEmpty() || quote.length() < SHORTEST_INEXACT ? exact : nearly(quote);
    return nearest(anchor, places).map(this::slice);
  }

  private Optional<Span> nearest(Anchor anchor, List<Span> places) {
    String before = Wording.fold(anchor.before());
    String after = Wording.fold(anchor.after());
    int best = Integer.MAX_VALUE;
    Span found = null;
    for (Span place : places) {
      String left = letters.substring(Math.max(0, place.start() - before.length()), place.start());
      String right =
          letters.substring(place.end(), Math.min(letters.length(), place.end() + after.length()));
      int distance =
          Wording.distance(before, left, before.length() + left.length())
              + Wording.distance(after, right, after.length() + right.length());
      if (distance < best) {
        best = distance;
        found = place;
      } else if (distance == best) {
        found = null;
      }
    }
    return Optional.ofNullable(found);
  }

  /// Where stretches of six letters of the quote stand on one line, so to say, and all of the quote
  /// is near enough to what is there.
  private List<Span> nearly(String whole) {
    String quote = whole.substring(0, Math.min(whole.length(), LONGEST_COMPARED));
    int slack = Math.max(1, (int) (quote.length() * TOLERANCE));
    Map<String, List<Integer>> grams = new HashMap<>();
    for (int i = 0; i + GRAM <= quote.length(); i++) {
      grams.computeIfAbsent(quote.substring(i, i + GRAM), _ -> new ArrayList<>()).add(i);
    }
    Map<Integer, Integer> votes = new HashMap<>();
    for (int i = 0; i + GRAM <= letters.length(); i++) {
      for (int at : grams.getOrDefault(letters.substring(i, i + GRAM), List.of())) {
        votes.merge(Math.floorDiv(i - at, slack), 1, Integer::sum);
      }
    }
    List<Span> found = new ArrayList<>();
    votes.entrySet().stream()
        .sorted(
            Map.Entry.<Integer, Integer>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(PLACES_LOOKED_AT)
        .map(Map.Entry::getKey)
        .forEach(bucket -> {
          Span place = closest(quote, (bucket - 1) * slack, (bucket + 2) * slack + quote.length());
          if (place != null && found.stream().noneMatch(place::overlaps)) {
            found.add(place);
          }
        });
    return found;
  }

  /// The stretch between two places that differs least from the quote, null where none is near
  /// enough (Sellers 1980).
  private @Nullable Span closest(String quote, int from, int to) {
    int start = Math.max(0, from);
    int end = Math.min(letters.length(), to);
    int[] cost = new int[quote.length() + 1];
    int[] begin = new int[quote.length() + 1];
    for (int i = 0; i <= quote.length(); i++) {
      cost[i] = i;
      begin[i] = start;
    }
    int best = (int) (quote.length() * TOLERANCE) + 1;
    Span found = null;
    for (int at = start; at < end; at++) {
      int diagonal = cost[0];
      int diagonalBegin = begin[0];
      begin[0] = at + 1;
      for (int i = 1; i <= quote.length(); i++) {
        int replaced = diagonal + (quote.charAt(i - 1) == letters.charAt(at) ? 0 : 1);
        int replacedBegin = diagonalBegin;
        diagonal = cost[i];
        diagonalBegin = begin[i];
        if (replaced <= cost[i] + 1 && replaced <= cost[i - 1] + 1) {
          cost[i] = replaced;
          begin[i] = replacedBegin;
        } else if (cost[i] <= cost[i - 1]) {
          cost[i]++;
        } else {
          cost[i] = cost[i - 1] + 1;
          begin[i] = begin[i - 1];
        }
      }
      if (cost[quote.length()] < best) {
        best = cost[quote.length()];
        found = new Span(begin[quote.length()], at + 1);
      }
    }
    return found;
  }

  private Span slice(Span folded) {
    int last = offsets[folded.end() - 1];
    return new Span(
        offsets[folded.start()], last + Character.charCount(text.characters().codePointAt(last)));
  }
}
