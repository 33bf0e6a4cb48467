package whence.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import whence.bench.ClaimPairs.Label;
import whence.bench.ClaimPairs.Marked;
import whence.bench.ClaimsTraining.Row;
import whence.language.BgeEmbedder;
import whence.language.ModelTagger;
import whence.model.Claim;
import whence.model.Reading;
import whence.read.Reader;
import whence.weigh.SameClaimModel;
import whence.weigh.Weigher;

/// Whether two sentences say the same, the contrary or something else, by a model fitted without
/// the topics, claims and stories it is judged on; and what becomes of whole sentences when they
/// are weighed. Beside it, words alone.
final class ClaimsMeasure implements Measure {
  private static final int FOLDS = 8;

  @Override
  public String name() {
    return "claims";
  }

  @Override
  public String says() {
    return "what says the same: pairs and claims, cross-validated, beside words alone";
  }

  @Override
  public boolean onRequest() {
    return true;
  }

  @Override
  public void take(Setting setting, Sheet sheet) throws Exception {
    if (setting.shared("claims/ecbplus-val.tar.gz").isEmpty() || !setting.hasModel()) {
      sheet.note("not measured: no shared claims, or no model");
      return;
    }
    try (ModelTagger tagger = setting.tagger(1);
        BgeEmbedder embedder = new BgeEmbedder()) {
      ClaimTexts texts = new ClaimTexts(new Reader(tagger), embedder);
      List<Row> rows = ClaimsTraining.rows(setting, texts);
      Map<String, Integer> folds = folds(rows, setting.seed());
      List<SameClaimModel> models = new ArrayList<>();
      for (int fold = 0; fold < FOLDS; fold++) {
        int out = fold;
        models.add(
            ClaimsTraining.fit(
                rows.stream()
                    .filter(row -> folds.getOrDefault(row.pair().group(), 0) != out)
                    .toList()));
      }
      Function<Row, Label> leftOut =
          row -> row.by(models.get(folds.getOrDefault(row.pair().group(), 0)));
      for (String set : new TreeSet<>(rows.stream().map(row -> row.pair().set()).toList())) {
        List<Row> ones = rows.stream().filter(row -> row.pair().set().equals(set)).toList();
        if (set.startsWith("changed")) {
          changed(sheet, set, ones, leftOut, "left out", setting.seed());
          changed(sheet, set, ones, Row::byWords, "words", setting.seed());
        } else {
          pairs(sheet, set, ones, leftOut, "left out", setting.seed());
          pairs(sheet, set, ones, Row::byWords, "words", setting.seed());
        }
      }
      List<Marked> marked =
          ClaimPairs.marked(setting.shared("claims/ecbplus-val.tar.gz").orElseThrow());
      Map<String, SameClaimModel> byTopic = new TreeMap<>();
      marked.forEach(each ->
          byTopic.put(each.topic(), models.get(folds.getOrDefault("ecb " + each.topic(), 0))));
      clusters(
          sheet,
          "left out",
          marked,
          texts,
          topic ->
              new Weigher(() -> embedder, byTopic.getOrDefault(topic, SameClaimModel.shipped())),
          setting.seed());
      clusters(sheet, "words", marked, texts, _ -> new Weigher(), setting.seed());
    }
  }

  /// Each topic of ECB+ has a fold of its own.
  private static Map<String, Integer> folds(List<Row> rows, long seed) {
    List<String> groups = new ArrayList<>();
    List<String> topics = new ArrayList<>();
    for (String group : new TreeSet<>(rows.stream().map(row -> row.pair().group()).toList())) {
      (group.startsWith("ecb") ? topics : groups).add(group);
    }
    Collections.shuffle(groups, new Random(seed));
    groups.addAll(topics);
    Map<String, Integer> folds = new HashMap<>();
    for (int i = 0; i < groups.size(); i++) {
      folds.put(groups.get(i), i % FOLDS);
    }
    return folds;
  }

  private static void pairs(
      Sheet sheet, String set, List<Row> rows, Function<Row, Label> says, String how, long seed) {
    for (Label label : List.of(Label.SAME, Label.CONTRARY)) {
      if (rows.stream().noneMatch(row -> row.pair().label() == label)) {
        continue;
      }
      Map<String, Counts> groups = new TreeMap<>();
      for (Row row : rows) {
        boolean found = says.apply(row) == label;
        boolean there = row.pair().label() == label;
        groups.merge(
            row.pair().group(),
            new Counts(found && there ? 1 : 0, found ? 1 : 0, there ? 1 : 0),
            Counts::plus);
      }
      List<Counts> counts = List.copyOf(groups.values());
      sheet.agreement(set + ", " + label + ", " + how, counts, seed);
      Bootstrap precision =
          Bootstrap.of(
              counts, seed, drawn -> drawn.stream().reduce(Counts.NONE, Counts::plus).precision());
      sheet.note(
          "%52s P [%.1f, %.1f]".formatted("", 100 * precision.low(), 100 * precision.high()));
    }
    share(
        sheet,
        set + ", different merged, " + how,
        rows,
        row -> row.pair().label() == Label.DIFFERENT,
        row -> says.apply(row) == Label.SAME,
        seed);
  }

  private static void changed(
      Sheet sheet, String set, List<Row> rows, Function<Row, Label> says, String how, long seed) {
    share(
        sheet,
        set + ", merged, " + how,
        rows,
        _ -> true,
        row -> says.apply(row) == Label.SAME,
        seed);
    if (rows.getFirst().pair().label() == Label.CONTRARY) {
      share(
          sheet,
          set + ", contrary, " + how,
          rows,
          _ -> true,
          row -> says.apply(row) == Label.CONTRARY,
          seed);
    }
  }

  private static void share(
      Sheet sheet,
      String what,
      List<Row> rows,
      Predicate<Row> of,
      Predicate<Row> which,
      long seed) {
    sheet.share(what, rows.stream().filter(of).map(which::test).toList(), seed);
  }

  /// B-cubed over the sentences of a topic that are weighed together (Bagga and Baldwin, 1998): of
  /// a sentence's claim, the part that shares half of its events with it, and of the sentences that
  /// share half, the part in its claim.
  private static void clusters(
      Sheet sheet,
      String how,
      List<Marked> marked,
      ClaimTexts texts,
      Function<String, Weigher> weighers,
      long seed) {
    List<double[]> found = new ArrayList<>();
    for (String topic : new TreeSet<>(marked.stream().map(Marked::topic).toList())) {
      List<Marked> ones = marked.stream().filter(each -> each.topic().equals(topic)).toList();
      List<Reading> readings = new ArrayList<>();
      Map<String, Integer> numbers = new HashMap<>();
      for (int i = 0; i < ones.size(); i++) {
        Reading reading = texts.alone(i + ".txt", ones.get(i).text());
        readings.add(reading);
        numbers.put(reading.statements().getFirst().id(), i);
      }
      int[] claimOf = new int[ones.size()];
      for (int i = 0; i < claimOf.length; i++) {
        claimOf[i] = -1 - i;
      }
      List<Claim> claims = weighers.apply(topic).weigh(readings::stream, _ -> false).claims();
      for (int c = 0; c < claims.size(); c++) {
        for (String statement : claims.get(c).statements()) {
          claimOf[numbers.getOrDefault(statement, 0)] = c;
        }
      }
      for (int i = 0; i < claimOf.length; i++) {
        double together = 0;
        double like = 0;
        double both = 0;
        for (int j = 0; j < claimOf.length; j++) {
          boolean mates = claimOf[i] == claimOf[j];
          boolean alike = ones.get(i).shared(ones.get(j)) >= ClaimPairs.ENOUGH_EVENTS;
          together += mates ? 1 : 0;
          like += alike ? 1 : 0;
          both += mates && alike ? 1 : 0;
        }
        found.add(new double[] {both / together, both / like});
      }
    }
    Bootstrap f1 = Bootstrap.of(found, seed, ClaimsMeasure::f1);
    sheet.line(
        String.format(
            Locale.ROOT,
            "   %-52s F1 %5.1f [%5.1f, %5.1f]   P %5.1f   R %5.1f   (%d sentences)",
            "ecb, claims, B-cubed, " + how,
            100 * f1(found),
            100 * f1.low(),
            100 * f1.high(),
            100 * mean(found, 0),
            100 * mean(found, 1),
            found.size()));
  }

  private static double f1(List<double[]> found) {
    double precision = mean(found, 0);
    double recall = mean(found, 1);
    return 2 * precision * recall / (precision + recall);
  }

  private static double mean(List<double[]> found, int at) {
    return found.stream().mapToDouble(each -> each[at]).average().orElse(0);
  }
}
