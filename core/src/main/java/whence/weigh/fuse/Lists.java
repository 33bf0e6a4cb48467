package whence.weigh.fuse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Weighs values that are sets of words, such as the names of a book's authors: each word may be
/// right by itself.
///
/// After B. Zhao, B. I. P. Rubinstein, J. Gemmell, J. Han, "A Bayesian approach to discovering
/// truth from conflicting sources for data integration", PVLDB 5 (2012): a source has two faults,
/// to leave out what is there and to add what is not, and they are told apart. A source that names
/// only the first author says little against the second. Sources that give the very same value may
/// have it from one another or from one list, so that n of them count as the square root of n.
final class Lists {
  private static final double NAMES = 0.6;
  private static final double ADDS = 0.05;

  /// Words one source must have been seen with to count as much as all sources do.
  private static final double SEEN = 4;

  /// Words all sources must have been seen with to count as much as what was supposed of them.
  private static final double ALL_SEEN = 10;

  /// Wrong words of an item that nobody gave: without them, where nothing false is said, what
  /// little doubt is left would seem to be all somebody's adding, and grow.
  private static final double UNSAID = 1;

  /// The vote of one more source for the same value, between values whose words stand equally firm.
  private static final double COUNT = 0.3;

  private static final double LEAST = 0.01;
  private static final double MOST_ODDS = 12;
  private static final int ROUNDS = 8;

  private static final class Item {
    final int[][] words;
    final int[][] tellers;
    final double[] held;

    Item(Question question, Sources sources) {
      SortedMap<String, Integer> numbers = new TreeMap<>();
      question.options().forEach(option -> option.words().forEach(word -> numbers.put(word, 0)));
      int next = 0;
      for (Map.Entry<String, Integer> entry : numbers.entrySet()) {
        entry.setValue(next++);
      }
      words =
          question.options().stream()
              .map(option ->
                  option.words().stream()
                      .mapToInt(word -> numbers.getOrDefault(word, -1))
                      .toArray())
              .toArray(int[][]::new);
      tellers = question.options().stream().map(sources::of).toArray(int[][]::new);
      held = new double[numbers.size()];
    }
  }

  private final List<Item> items = new ArrayList<>();
  private final double[] names;
  private final double[] adds;

  private Lists(List<Question> questions) {
    Sources sources = new Sources(questions);
    questions.forEach(question -> items.add(new Item(question, sources)));
    names = new double[sources.count()];
    adds = new double[sources.count()];
    Arrays.fill(names, NAMES);
    Arrays.fill(adds, ADDS);
  }

  static Beliefs weigh(List<Question> questions) {
    Lists lists = new Lists(questions);
    for (int round = 0; round < ROUNDS; round++) {
      lists.items.forEach(lists::hold);
      lists.learn();
    }
    return new Beliefs(
        lists.items.stream().map(Lists::shares).toList(),
        lists.items.stream().map(lists::trust).toList(),
        lists.items.stream().map(item -> new double[item.tellers.length]).toList());
  }

  /// How probable each word is, from who gives it and who does not.
  private void hold(Item item) {
    double none = 0;
    double[] odds = new double[item.held.length];
    for (int option = 0; option < item.words.length; option++) {
      double given = 0;
      double missing = 0;
      for (int source : item.tellers[option]) {
        given += StrictMath.log(names[source] / adds[source]);
        missing += StrictMath.log((1 - names[source]) / (1 - adds[source]));
      }
      double weight = 1 / Math.sqrt(item.tellers[option].length);
      none += weight * missing;
      for (int word : item.words[option]) {
        odds[word] += weight * (given - missing);
      }
    }
    for (int word = 0; word < odds.length; word++) {
      double clamped = Math.clamp(none + odds[word], -MOST_ODDS, MOST_ODDS);
      item.held[word] = 1 / (1 + StrictMath.exp(-clamped));
    }
  }

  private void learn() {
    int count = names.length;
    double[] there = new double[count];
    double[] named = new double[count];
    double[] absent = new double[count];
    double[] added = new double[count];
    for (Item item : items) {
      double held = Arrays.stream(item.held).sum();
      for (int option = 0; option < item.words.length; option++) {
        double right = 0;
        for (int word : item.words[option]) {
          right += item.held[word];
        }
        for (int source : item.tellers[option]) {
          there[source] += held;
          named[source] += right;
          absent[source] += item.held.length - held + UNSAID;
          added[source] += item.words[option].length - right;
        }
      }
    }
    double names = part(named, there, NAMES);
    double adds = part(added, absent, ADDS);
    for (int source = 0; source < count; source++) {
      double its = (named[source] + SEEN * names) / (there[source] + SEEN);
      this.names[source] = Math.clamp(its, LEAST, 1 - LEAST);
      its = (added[source] + SEEN * adds) / (absent[source] + SEEN);
      this.adds[source] = Math.clamp(its, LEAST, 1 - LEAST);
    }
  }

  /// Of all sources together.
  private static double part(double[] some, double[] all, double supposed) {
    return (Arrays.stream(some).sum() + ALL_SEEN * supposed)
        / (Arrays.stream(all).sum() + ALL_SEEN);
  }

  /// Each value's part of the belief: how firm all its words stand, and all words it leaves out
  /// fall.
  private static double[] shares(Item item) {
    double none = Arrays.stream(item.held).map(held -> StrictMath.log(1 - held)).sum();
    int options = item.words.length;
    double[] sure = new double[options];
    for (int option = 0; option < options; option++) {
      sure[option] = none;
      for (int word : item.words[option]) {
        sure[option] += StrictMath.log(item.held[word] / (1 - item.held[word]));
      }
    }
    double[] support = new double[options];
    Arrays.setAll(
        support, option -> sure[option] + COUNT * StrictMath.log(item.tellers[option].length));
    double most = Arrays.stream(support).max().orElse(0);
    double sum = Arrays.stream(support).map(each -> StrictMath.exp(each - most)).sum();
    double[] shares = new double[options];
    // A mean over the words, lest a long list should seem unsure for its length alone.
    Arrays.setAll(
        shares,
        option ->
            StrictMath.exp(support[option] - most)
                / sum
                * StrictMath.exp(sure[option] / item.held.length));
    return shares;
  }

  private double[] trust(Item item) {
    return Arrays.stream(item.tellers)
        .mapToDouble(tellers ->
            Arrays.stream(tellers)
                .mapToDouble(source -> (names[source] + 1 - adds[source]) / 2)
                .average()
                .orElse(0))
        .toArray();
  }
}
