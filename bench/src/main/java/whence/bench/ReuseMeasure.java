package whence.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import whence.bench.NewsEvents.Article;
import whence.bench.PlantedCopies.Made;
import whence.bench.ReuseScore.Part;
import whence.bench.ReuseScore.Tie;
import whence.model.Reading;
import whence.model.Reuse;
import whence.model.Sha256;
import whence.weigh.Weigher;

/// How much of planted reuse is found, beside all-pairs containment of shingles.
final class ReuseMeasure implements Measure {
  private static final int DOCUMENTS = 330;
  private static final int PILES = 4;

  @Override
  public String name() {
    return "reuse";
  }

  @Override
  public String says() {
    return "planted copies found, their direction and families, and independent articles tied";
  }

  @Override
  public void take(Setting setting, Sheet sheet) throws Exception {
    Optional<Path> file = setting.shared("reuse/news-events.jsonl.gz");
    if (file.isEmpty()) {
      sheet.note("no articles to copy from: reuse/news-events.jsonl.gz is not in the shared data");
      return;
    }
    List<Article> articles = NewsEvents.independent(NewsEvents.read(file.get()));
    take("one event, to tune on", true, articles, setting.seed(), sheet);
    take("other events, to test on", false, articles, setting.seed(), sheet);
  }

  private static void take(String what, boolean tune, List<Article> all, long seed, Sheet sheet) {
    List<Article> articles =
        all.stream().filter(article -> article.event().equals("bpoil") == tune).toList();
    List<ReuseScore> ours = new ArrayList<>();
    List<ReuseScore> plain = new ArrayList<>();
    SortedMap<String, Part> missed = new TreeMap<>();
    for (int pile = 0; pile < PILES; pile++) {
      List<Made> made = new PlantedCopies(articles, seed + pile).make(DOCUMENTS);
      List<Tie> ties = ties(made);
      byEdits(made, ties, missed);
      ours.add(ReuseScore.of(made, ties));
      plain.add(ShingleContainment.best(made));
    }
    sheet.line("   " + what + ": " + PILES + " piles of " + DOCUMENTS);
    print("whence", ours, sheet);
    print("containment of shingles, tuned on each pile itself", plain, sheet);
    missed.forEach((edits, part) -> {
      if (part.of() < part.all()) {
        sheet.note("  %-50s %d of %d".formatted(edits, part.of(), part.all()));
      }
    });
  }

  /// Of the pairs of a copy and what it was made from, those found, by the copy's edits.
  private static void byEdits(List<Made> made, List<Tie> ties, Map<String, Part> parts) {
    List<Long> found = ties.stream().map(Tie::key).toList();
    for (int i = 0; i < made.size(); i++) {
      if (made.get(i).parent() >= 0) {
        int got = found.contains(new Tie(made.get(i).parent(), i).key()) ? 1 : 0;
        parts.merge(made.get(i).edits(), new Part(got, 1), Part::plus);
      }
    }
  }

  static List<Tie> ties(List<Made> made) {
    Map<Sha256, Integer> numbers = new HashMap<>();
    List<Reading> readings = new ArrayList<>();
    for (int i = 0; i < made.size(); i++) {
      readings.add(PlantedCopies.reading(i, made.get(i)));
      numbers.put(readings.getLast().document().sha256(), i);
    }
    return new Weigher()
        .weigh(readings::stream, _ -> false).reuse().stream()
            .filter(pair -> pair.kind() != Reuse.Kind.QUOTATION)
            .map(pair ->
                new Tie(numbers.getOrDefault(pair.from(), -1), numbers.getOrDefault(pair.to(), -1)))
            .toList();
  }

  private static void print(String what, List<ReuseScore> piles, Sheet sheet) {
    ReuseScore all = piles.stream().reduce(ReuseScore.NONE, ReuseScore::plus);
    sheet.note(
        "%-50s pairs F1 %.4f P %.4f R %.4f   copy and original found %.4f   family pairs F1 %.4f"
            .formatted(
                what,
                all.pairs().f1(),
                all.pairs().precision(),
                all.pairs().recall(),
                all.direct().recall(),
                all.family().f1()));
    sheet.note(
        "%-50s direction right %.4f of %d   families exact %.4f of %d   independents tied %.4f of %d"
            .formatted(
                "",
                all.directed().share(),
                all.directed().all(),
                all.families().share(),
                all.families().all(),
                all.alone().share(),
                all.alone().all()));
  }
}
