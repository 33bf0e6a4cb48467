package whence.bench;

import com.sun.management.OperatingSystemMXBean;
import info.debatty.java.lsh.LSHMinHash;
import info.debatty.java.lsh.MinHash;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import whence.model.Reading;
import whence.model.Reuse;
import whence.model.Sha256;
import whence.model.Text;
import whence.weigh.Weigher;

/// How fast reuse is found among many articles, beside java-lsh's MinHash and LSH in the same run
/// and with as many threads.
///
/// Ours goes from texts to exact passages, kinds, directions and families. The peer goes from texts
/// to the pairs that fall into one bucket, and, timed apart, to those of them of which the exact
/// Jaccard similarity is high enough. A time says something only beside what was found, so each
/// setting's share of the copies is printed, and the ratio to read is that of the cheapest setting
/// that finds as many of the most changed copies as ours does.
///
/// A copy with two of five words changed keeps about one in eight of its runs of four words, which
/// makes a similarity of .07. Bands of five rows, as for a similarity of a half, find light edits
/// only; 100 bands of two rows put such a pair into one bucket four times in ten; 72 bands of one
/// row nearly always, for as long as few texts share a run of words by chance, as here.
final class ReuseSpeedMeasure implements Measure {
  private static final int ARTICLES = Integer.getInteger("whence.bench.articles", 100_000);
  private static final int WORDS = 300;
  private static final int VOCABULARY = 60_000;

  /// One article in so many is an edited copy of an earlier one.
  private static final int COPIES = 10;

  /// Of a copy's words, at most so many are other words than its original's.
  private static final double MOST_CHANGED = 0.4;

  private static final int DICTIONARY = 1 << 20;

  /// Of the copies with most words changed: what finds so many finds as many as whence.
  private static final double AS_MANY = 0.99;

  /// Many, so that few unlike articles meet by chance: java-lsh folds a band into one number.
  private static final int BUCKETS = 1 << 30;

  /// How java-lsh is set.
  ///
  /// @param words in a shingle
  private record Peer(int words, int bands, int rows) {
    String says() {
      return "java-lsh, runs of %d words, %d bands of %d".formatted(words, bands, rows);
    }

    /// Half the similarity that a text has to a copy of which as many words are changed as are at
    /// most.
    double similar() {
      double kept = Math.pow(1 - MOST_CHANGED, words);
      return kept / (2 - kept) / 2;
    }
  }

  private static final List<Peer> PEERS =
      List.of(
          new Peer(4, 20, 5),
          new Peer(4, 100, 2),
          new Peer(4, 72, 1),
          new Peer(3, 44, 1),
          new Peer(3, 320, 2));

  @Override
  public String name() {
    return "reuse-speed";
  }

  @Override
  public String says() {
    return "finding reuse among 100,000 invented articles of 300 words, beside java-lsh";
  }

  @Override
  public boolean onRequest() {
    return true;
  }

  @Override
  public void take(Setting setting, Sheet sheet) {
    Made made = made(setting.seed());
    List<String> part = made.articles().subList(0, ARTICLES / 20);
    // All once on a part, so that none is measured cold.
    ours(part);
    Cost ours = cost("whence", () -> ours(made.articles()), made, sheet);
    double least = Double.POSITIVE_INFINITY;
    Cost confirmed = ours;
    String equal = "";
    for (Peer set : PEERS) {
      peer(part, set, setting.seed());
      List<long[]> candidates = new ArrayList<>();
      Cost cost =
          cost(
              set.says(),
              () -> {
                candidates.add(peer(made.articles(), set, setting.seed()));
                return candidates.getLast();
              },
              made,
              sheet);
      Cost confirming =
          cost(
              "  its pairs of which the exact similarity is at least %.3f".formatted(set.similar()),
              () -> confirmed(made.articles(), set, candidates.getLast()),
              made,
              sheet);
      ratio("  time to candidates over whence's to passages", cost, ours, sheet);
      ratio("  with confirming them", cost.plus(confirming), ours, sheet);
      if (cost.found() >= AS_MANY && cost.ofProcessors() < least) {
        least = cost.ofProcessors();
        confirmed = cost.plus(confirming);
        equal = set.says();
      }
    }
    if (!equal.isEmpty()) {
      sheet.note("the ratio to read, at equal finds: " + equal + ", with confirming");
      ratio("  its time over whence's", confirmed, ours, sheet);
    }
  }

  private static void ratio(String what, Cost peer, Cost ours, Sheet sheet) {
    sheet.figure(what, "times", peer.seconds() / ours.seconds());
    sheet.figure("    the same, of processors", "times", peer.ofProcessors() / ours.ofProcessors());
  }

  /// Finds pairs.
  private interface Finder {
    /// Sorted.
    long[] pairs();
  }

  private static Cost cost(String who, Finder finder, Made made, Sheet sheet) {
    long start = System.nanoTime();
    long startCpu = cpu();
    long[] pairs = finder.pairs();
    double seconds = (System.nanoTime() - start) / 1e9;
    double ofProcessors = (cpu() - startCpu) / 1e9;
    sheet.figure(who, "documents/s", ARTICLES / seconds);
    sheet.note(
        "  %,d documents in %.1f s, of processors %.1f s; %,d pairs"
            .formatted(ARTICLES, seconds, ofProcessors, pairs.length));
    double share = 0;
    for (int tenth = 0; tenth < MOST_CHANGED * 10; tenth++) {
      double from = tenth / 10.0;
      List<Copy> copies =
          made.copies().stream()
              .filter(copy -> copy.changed() >= from && copy.changed() < from + 0.1)
              .toList();
      long found =
          copies.stream().filter(copy -> Arrays.binarySearch(pairs, copy.pair()) >= 0).count();
      share = found / (double) copies.size();
      sheet.note(
          "  of copies with %2.0f to %2.0f %% of words changed, found %.4f of %,d"
              .formatted(from * 100, from * 100 + 10, share, copies.size()));
    }
    return new Cost(seconds, ofProcessors, share);
  }

  /// @param seconds on the clock
  /// @param ofProcessors seconds of all processors together: what counts where the machine is busy
  /// @param found of the copies with most words changed
  private record Cost(double seconds, double ofProcessors, double found) {
    Cost plus(Cost more) {
      return new Cost(seconds + more.seconds, ofProcessors + more.ofProcessors, more.found);
    }
  }

  /// Nanoseconds that this process has had of all processors; 0 where the JVM cannot tell.
  private static long cpu() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
        ? system.getProcessCpuTime()
        : 0;
  }

  /// Articles, and which of them are copies.
  private record Made(List<String> articles, List<Copy> copies) {}

  /// @param pair the original's number, then the copy's
  /// @param changed the part of its words that were drawn anew
  private record Copy(long pair, double changed) {}

  private static long pair(long earlier, long later) {
    return earlier << 32 | later;
  }

  /// Words as often as words are (Zipf), made of syllables.
  private static Made made(long seed) {
    Random random = new Random(seed);
    String[] words = new String[VOCABULARY];
    for (int i = 0; i < VOCABULARY; i++) {
      StringBuilder word = new StringBuilder();
      for (int syllables = 1 + random.nextInt(4); syllables > 0; syllables--) {
        word.append("bcdfghklmnprstvw".charAt(random.nextInt(16)));
        word.append("aeiou".charAt(random.nextInt(5)));
        if (random.nextBoolean()) {
          word.append("lmnrst".charAt(random.nextInt(6)));
        }
      }
      words[i] = word.toString();
    }
    List<String> articles = new ArrayList<>(ARTICLES);
    List<Copy> copies = new ArrayList<>();
    List<String[]> recent = new ArrayList<>();
    List<Integer> recentNumbers = new ArrayList<>();
    for (int i = 0; i < ARTICLES; i++) {
      String[] article = new String[WORDS];
      boolean copy = i > 0 && random.nextInt(COPIES) == 0;
      double changed = MOST_CHANGED * random.nextDouble();
      int original = random.nextInt(Math.max(1, recent.size()));
      String[] from = copy ? recent.get(original) : article;
      if (copy) {
        copies.add(new Copy(pair(recentNumbers.get(original), i), changed));
      }
      for (int w = 0; w < WORDS; w++) {
        article[w] =
            copy && random.nextDouble() >= changed
                ? from[w]
                : words[(int) Math.pow(VOCABULARY, random.nextDouble()) - 1];
      }
      if (recent.size() < 1_000) {
        recent.add(article);
        recentNumbers.add(i);
      } else {
        int place = random.nextInt(1_000);
        recent.set(place, article);
        recentNumbers.set(place, i);
      }
      StringBuilder text = new StringBuilder();
      for (int w = 0; w < WORDS; w++) {
        text.append(article[w]).append(w % 15 == 14 ? ". " : " ");
      }
      articles.add(text.toString());
    }
    return new Made(articles, copies);
  }

  private static long[] ours(List<String> articles) {
    Map<Sha256, Integer> numbers = new ConcurrentHashMap<>();
    return new Weigher()
            .weigh(
                () ->
                    IntStream.range(0, articles.size())
                        .mapToObj(i -> {
                          Reading reading = reading(i, articles.get(i));
                          numbers.put(reading.document().sha256(), i);
                          return reading;
                        }),
                _ -> false)
            .reuse()
            .stream()
            .filter(reuse -> reuse.kind() != Reuse.Kind.QUOTATION)
            .map(reuse -> {
              int from = numbers.getOrDefault(reuse.from(), 0);
              int to = numbers.getOrDefault(reuse.to(), 0);
              return pair(Math.min(from, to), Math.max(from, to));
            })
            .mapToLong(Long::longValue)
            .sorted()
            .toArray();
  }

  private static Reading reading(int number, String characters) {
    Text text = Text.plain(characters);
    String path = "articles/%06d.txt".formatted(number);
    return new Reading(
        PlantedCopies.document(path, text, null, null, null),
        text,
        List.of(),
        List.of(),
        "invented");
  }

  /// Pairs that fall into one bucket.
  private static long[] peer(List<String> articles, Peer set, long seed) {
    MinHash minHash = new MinHash(set.bands() * set.rows(), DICTIONARY, seed);
    LSHMinHash buckets = new LSHMinHash(set.bands(), BUCKETS, DICTIONARY, seed);
    int[][] hashes =
        articles.stream()
            .parallel()
            .map(article -> {
              Set<Integer> shingles = new HashSet<>();
              for (int shingle : shingles(article, set.words())) {
                shingles.add(shingle);
              }
              return buckets.hashSignature(minHash.signature(shingles));
            })
            .toArray(int[][]::new);
    return IntStream.range(0, set.bands())
        .parallel()
        .mapToObj(band -> together(hashes, band))
        .flatMapToLong(Arrays::stream)
        .sorted()
        .distinct()
        .toArray();
  }

  private static long[] together(int[][] hashes, int band) {
    long[] placed = new long[hashes.length];
    for (int i = 0; i < hashes.length; i++) {
      placed[i] = ((long) hashes[i][band] << 32) | i;
    }
    Arrays.sort(placed);
    long[] pairs = new long[1024];
    int count = 0;
    for (int i = 0; i < placed.length; i++) {
      for (int j = i + 1; j < placed.length && placed[i] >> 32 == placed[j] >> 32; j++) {
        if (count == pairs.length) {
          pairs = Arrays.copyOf(pairs, count * 2);
        }
        pairs[count++] = pair(placed[i] & 0xffff_ffffL, placed[j] & 0xffff_ffffL);
      }
    }
    return Arrays.copyOf(pairs, count);
  }

  /// Of the pairs, those that are similar enough.
  private static long[] confirmed(List<String> articles, Peer set, long[] pairs) {
    int[][] shingles = new int[articles.size()][];
    Arrays.stream(pairs)
        .flatMap(pair -> LongStream.of(pair >> 32, pair & 0xffff_ffffL))
        .distinct()
        .parallel()
        .forEach(number ->
            shingles[(int) number] =
                Arrays.stream(shingles(articles.get((int) number), set.words()))
                    .sorted()
                    .distinct()
                    .toArray());
    return Arrays.stream(pairs)
        .parallel()
        .filter(
            pair -> jaccard(shingles[(int) (pair >> 32)], shingles[(int) pair]) >= set.similar())
        .toArray();
  }

  /// Of two sorted sets.
  private static double jaccard(int[] one, int[] other) {
    int both = 0;
    for (int i = 0, j = 0; i < one.length && j < other.length; ) {
      int order = Integer.compare(one[i], other[j]);
      both += order == 0 ? 1 : 0;
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    return both / (double) Math.max(1, one.length + other.length - both);
  }

  private static int[] shingles(String article, int width) {
    String[] words = article.split("\\W+");
    int[] shingles = new int[Math.max(0, words.length - width + 1)];
    for (int i = 0; i < shingles.length; i++) {
      int hash = 0;
      for (int w = i; w < i + width; w++) {
        hash = hash * 31 + words[w].hashCode();
      }
      shingles[i] = (hash * 0x9e3779b1) >>> 2;
    }
    return shingles;
  }
}
