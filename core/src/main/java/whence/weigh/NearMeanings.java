package whence.weigh;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/// Contents of like meaning, found exactly: every content is held against every one before it,
/// first by the signs of their directions (Charikar, 2002), then, where few of them differ, by the
/// directions themselves.
///
/// That takes time by the square of the number, but little: a billion pairs of signs in some
/// seconds, when embedding their contents takes minutes.
final class NearMeanings {
  /// Of 384 signs about 192 differ by chance, and fewer than this where the cosine is above .75.
  private static final double MOST_SIGNS = 0.355;

  /// Of the signs that may differ, so many in a hundred may differ among the first half of them.
  private static final int HALF_OF_100 = 60;

  private static final double LEAST_COSINE = 0.7;
  private static final int NEAREST = 16;

  /// Where more have like signs (a thousand greetings), the likest signs are looked at.
  private static final int MOST_COMPARED = 256;

  private final List<Content> contents;

  /// One after the other, none for a content without a direction.
  private final long[] signs;

  private final boolean[] has;
  private final int width;

  /// @param contents in an order that is their own
  NearMeanings(List<Content> contents) {
    this.contents = contents;
    this.has = new boolean[contents.size()];
    double[] middle = middle(contents);
    this.width = (middle.length + 63) / 64;
    this.signs = new long[contents.size() * width];
    for (int i = 0; i < has.length; i++) {
      Meaning meaning = contents.get(i).meaning;
      if (meaning != null) {
        has[i] = true;
        System.arraycopy(meaning.signs(middle), 0, signs, i * width, width);
      }
    }
  }

  private static double[] middle(List<Content> contents) {
    List<Meaning> meanings =
        contents.stream().map(content -> content.meaning).filter(Objects::nonNull).toList();
    double[] middle = new double[meanings.isEmpty() ? 0 : meanings.getFirst().size()];
    meanings.forEach(meaning -> meaning.addTo(middle));
    for (int i = 0; i < middle.length; i++) {
      middle[i] /= meanings.size();
    }
    return middle;
  }

  private record Found(int at, double score) {}

  /// Those before the content numbered `at`, nearest first.
  List<Integer> before(int at) {
    Meaning meaning = contents.get(at).meaning;
    if (meaning == null) {
      return List.of();
    }
    return IntStream.of(alike(at, (int) (MOST_SIGNS * meaning.size())))
        .mapToObj(other -> new Found(other, -differing(at, other)))
        .sorted(Comparator.comparingDouble(Found::score).reversed().thenComparingInt(Found::at))
        .limit(MOST_COMPARED)
        .map(found ->
            new Found(
                found.at(),
                meaning.cosine(Objects.requireNonNull(contents.get(found.at()).meaning))))
        .filter(found -> found.score() >= LEAST_COSINE)
        .sorted(Comparator.comparingDouble(Found::score).reversed().thenComparingInt(Found::at))
        .limit(NEAREST)
        .map(Found::at)
        .toList();
  }

  /// Those before `at` of which at most so many signs differ; most are passed over after half of
  /// them.
  private int[] alike(int at, int most) {
    int[] alike = new int[16];
    int count = 0;
    int half = width / 2;
    // a half differs by some more than half of what both do, or the pair is given up
    int mostInHalf = most * HALF_OF_100 / 100;
    int mine = at * width;
    for (int other = 0, theirs = 0; other < at; other++, theirs += width) {
      int differing = 0;
      for (int i = 0; i < half; i++) {
        differing += Long.bitCount(signs[mine + i] ^ signs[theirs + i]);
      }
      if (differing > mostInHalf || !has[other]) {
        continue;
      }
      for (int i = half; i < width; i++) {
        differing += Long.bitCount(signs[mine + i] ^ signs[theirs + i]);
      }
      if (differing <= most) {
        if (count == alike.length) {
          alike = Arrays.copyOf(alike, 2 * count);
        }
        alike[count++] = other;
      }
    }
    return Arrays.copyOf(alike, count);
  }

  private int differing(int one, int other) {
    int differing = 0;
    for (int i = 0; i < width; i++) {
      differing += Long.bitCount(signs[one * width + i] ^ signs[other * width + i]);
    }
    return differing;
  }
}
