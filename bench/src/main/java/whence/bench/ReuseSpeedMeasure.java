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
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import whence.model.Reading;
import whence.model.Reuse;
import whence.model.Sha256;
import whence.model.Text;
import whence.weigh.Weigher;

/// How fast reuse is found among many articles, beside java-lsh's MinHash and LSH in the same run
/// and with as many threads.
///
/// Ours goes from texts to exact passages, kinds, directions and families. The peer goes as far as
/// it goes: from texts to the pairs that fall into one bucket. It is set to the same job: a copy
/// with two of five words changed keeps about one in eight of its runs of four words, which makes a
/// similarity of .07; 100 bands of two rows put such a pair into one bucket four times in ten, and
/// one of .2 nearly always. Bands of five rows, as for a similarity of a half, are less work and
/// find light edits only: they are measured too. How many of the copies made each finds is printed.
final class ReuseSpeedMeasure implements Measure {
  private static final int ARTICLES = Integer.getInteger("whence.bench.articles", 100_000);
  private static final int WORDS = 300;
  private static final int VOCABULARY = 60_000;

  /// One article in so many is an edited copy of an earlier one.
  private static final int COPIES = 10;

  /// Of a copy's words, at most so many are other words than its original's.
  private static final double MOST_CHANGED = 0.4;

  private static final int SHINGLE = 4;
  private static final int DICTIONARY = 1 << 20;

  /// Many, so that few unlike articles meet by chance: java-lsh folds a band into one number.
  private static final int BUCKETS = 1 << 30;

  /// How java-lsh is set: numbers in a signature, and bands they are cut into.
  private record Peer(int signature, int bands) {}

  private static final Peer SAME_JOB = new Peer(200, 100);
  private static final Peer LIGHT_EDITS = new Peer(100, 20);

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
    peer(part, SAME_JOB, setting.seed());
    peer(part, LIGHT_EDITS, setting.seed());
    Cost ours = cost("whence", () -> ours(made.articles()), made, sheet);
    Cost same =
        cost(
            "java-lsh, 100 bands of 2",
            () -> peer(made.articles(), SAME_JOB, setting.seed()),
            made,
            sheet);
    sheet.figure("  its time over whence's", "times", same.seconds() / ours.seconds());
    sheet.figure("  the same, of processors", "times", same.ofProcessors() / ours.ofProcessors());
    Cost light =
        cost(
            "java-lsh, 20 bands of 5",
            () -> peer(made.articles(), LIGHT_EDITS, setting.seed()),
            made,
            sheet);
    sheet.figure("  its time over whence's", "times", light.seconds() / ours.seconds());
    sheet.figure("  the same, of processors", "times", light.ofProcessors() / ours.ofProcessors());
  }

  /// Finds pairs.
  private interface Finder {
    Set<Long> pairs();
  }

  private static Cost cost(String who, Finder finder, Made made, Sheet sheet) {
    long start = System.nanoTime();
    long startCpu = cpu();
    Set<Long> pairs = finder.pairs();
    Cost cost = new Cost((System.nanoTime() - start) / 1e9, (cpu() - startCpu) / 1e9);
    sheet.figure(who, "documents/s", ARTICLES / cost.seconds());
    sheet.note(
        "  %,d documents in %.1f s, of processors %.1f s; %,d pairs"
            .formatted(ARTICLES, cost.seconds(), cost.ofProcessors(), pairs.size()));
    for (int tenth = 0; tenth < MOST_CHANGED * 10; tenth++) {
      double from = tenth / 10.0;
      List<Copy> copies =
          made.copies().stream()
              .filter(copy -> copy.changed() >= from && copy.changed() < from + 0.1)
              .toList();
      long found = copies.stream().filter(copy -> pairs.contains(copy.pair())).count();
      sheet.note(
          "  of copies with %2.0f to %2.0f %% of words changed, found %.4f of %,d"
              .formatted(
                  from * 100, from * 100 + 10, found / (double) copies.size(), copies.size()));
    }
    return cost;
  }

  /// @param seconds on the clock
  /// @param ofProcessors seconds of all processors together: what counts where the machine is busy
  private record Cost(double seconds, double ofProcessors) {}

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

  private static Set<Long> ours(List<String> articles) {
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
            .collect(Collectors.toSet());
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

  private static Set<Long> peer(List<String> articles, Peer set, long seed) {
    MinHash minHash = new MinHash(set.signature(), DICTIONARY, seed);
    LSHMinHash buckets = new LSHMinHash(set.bands(), BUCKETS, DICTIONARY, seed);
    int[][] hashes =
        articles.stream()
            .parallel()
            .map(article -> buckets.hashSignature(minHash.signature(shingles(article))))
            .toArray(int[][]::new);
    Set<Long> pairs = new HashSet<>();
    for (int band = 0; band < set.bands(); band++) {
      long[] placed = new long[hashes.length];
      for (int i = 0; i < hashes.length; i++) {
        placed[i] = ((long) hashes[i][band] << 32) | i;
      }
      Arrays.parallelSort(placed);
      for (int i = 0; i < placed.length; i++) {
        for (int j = i + 1; j < placed.length && placed[i] >> 32 == placed[j] >> 32; j++) {
          pairs.add(((placed[i] & 0xffff_ffffL) << 32) | (placed[j] & 0xffff_ffffL));
        }
      }
    }
    return pairs;
  }

  private static Set<Integer> shingles(String article) {
    String[] words = article.split("\\W+");
    Set<Integer> shingles = new HashSet<>();
    for (int i = 0; i + SHINGLE <= words.length; i++) {
      int hash = 0;
      for (int w = i; w < i + SHINGLE; w++) {
        hash = hash * 31 + words[w].hashCode();
      }
      shingles.add((hash * 0x9e3779b1) >>> 12);
    }
    return shingles;
  }
}
