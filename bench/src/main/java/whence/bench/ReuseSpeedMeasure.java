package whence.bench;

import com.sun.management.OperatingSystemMXBean;
import info.debatty.java.lsh.LSHMinHash;
import info.debatty.java.lsh.MinHash;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import whence.model.Reading;
import whence.model.Reuse;
import whence.model.Text;
import whence.weigh.Weigher;

/// How fast reuse is found among many articles, beside java-lsh's MinHash and LSH in the same run
/// and with as many threads.
///
/// Ours goes from texts to exact passages, kinds, directions and families. The peer goes as far as
/// it goes: from texts to the pairs that fall into one bucket.
final class ReuseSpeedMeasure implements Measure {
  private static final int ARTICLES = Integer.getInteger("whence.bench.articles", 100_000);
  private static final int WORDS = 300;
  private static final int VOCABULARY = 60_000;

  /// One article in so many is an edited copy of an earlier one.
  private static final int COPIES = 10;

  private static final int SHINGLE = 4;
  private static final int DICTIONARY = 1 << 20;

  /// Estimates similarity to within a tenth, as java-lsh's own examples do.
  private static final int SIGNATURE = 100;

  private static final int BANDS = 20;

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
    List<String> articles = articles(setting.seed());
    // Both once on a part, so that neither is measured cold.
    List<String> part = articles.subList(0, ARTICLES / 20);
    ours(part);
    peer(part, setting.seed());
    Cost ours = cost("whence", () -> ours(articles), sheet);
    Cost peer = cost("java-lsh", () -> peer(articles, setting.seed()), sheet);
    sheet.figure("java-lsh's time over whence's", "times", peer.seconds() / ours.seconds());
    sheet.figure("the same, of processors", "times", peer.ofProcessors() / ours.ofProcessors());
  }

  /// Runs what finds pairs.
  private interface Finder {
    long pairs();
  }

  private static Cost cost(String who, Finder finder, Sheet sheet) {
    long start = System.nanoTime();
    long startCpu = cpu();
    long pairs = finder.pairs();
    Cost cost = new Cost((System.nanoTime() - start) / 1e9, (cpu() - startCpu) / 1e9);
    sheet.figure(who, "documents/s", ARTICLES / cost.seconds());
    sheet.note(
        "  %,d documents in %.1f s, of processors %.1f s; %,d pairs"
            .formatted(ARTICLES, cost.seconds(), cost.ofProcessors(), pairs));
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

  /// Words as often as words are (Zipf), made of syllables.
  private static List<String> articles(long seed) {
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
    List<String[]> recent = new ArrayList<>();
    for (int i = 0; i < ARTICLES; i++) {
      String[] article = new String[WORDS];
      boolean copy = i > 0 && random.nextInt(COPIES) == 0;
      String[] from = copy ? recent.get(random.nextInt(recent.size())) : article;
      for (int w = 0; w < WORDS; w++) {
        article[w] =
            copy && random.nextInt(20) > 0
                ? from[w]
                : words[(int) Math.pow(VOCABULARY, random.nextDouble()) - 1];
      }
      if (recent.size() < 1_000) {
        recent.add(article);
      } else {
        recent.set(random.nextInt(1_000), article);
      }
      StringBuilder text = new StringBuilder();
      for (int w = 0; w < WORDS; w++) {
        text.append(article[w]).append(w % 15 == 14 ? ". " : " ");
      }
      articles.add(text.toString());
    }
    return articles;
  }

  private static long ours(List<String> articles) {
    return new Weigher()
            .weigh(
                () ->
                    IntStream.range(0, articles.size()).mapToObj(i -> reading(i, articles.get(i))),
                _ -> false)
            .reuse()
            .stream()
            .filter(pair -> pair.kind() != Reuse.Kind.QUOTATION)
            .count();
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

  private static long peer(List<String> articles, long seed) {
    MinHash minHash = new MinHash(SIGNATURE, DICTIONARY, seed);
    LSHMinHash buckets = new LSHMinHash(BANDS, DICTIONARY, DICTIONARY, seed);
    int[][] hashes =
        articles.stream()
            .parallel()
            .map(article -> buckets.hashSignature(minHash.signature(shingles(article))))
            .toArray(int[][]::new);
    Set<Long> pairs = new HashSet<>();
    for (int band = 0; band < BANDS; band++) {
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
    return pairs.size();
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
