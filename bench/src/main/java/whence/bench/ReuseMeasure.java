package whence.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import whence.bench.NewsEvents.Article;
import whence.bench.PlantedCopies.Made;
import whence.bench.PlantedCopies.Mix;
import whence.bench.ReuseScore.Part;
import whence.bench.ReuseScore.Tie;
import whence.model.Reading;
import whence.model.Reuse;
import whence.model.Sha256;
import whence.model.Text;
import whence.weigh.Weigher;

/// How much of planted reuse is found, beside all-pairs containment of shingles.
final class ReuseMeasure implements Measure {
  private static final int DOCUMENTS = 330;
  private static final int PILES = 6;

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
    for (Mix mix : Mix.values()) {
      String edits = mix == Mix.TOGETHER ? "several edits at once" : "one edit each";
      take("the event most tuned on, " + edits, true, mix, articles, setting.seed(), sheet);
      take("other events, " + edits, false, mix, articles, setting.seed(), sheet);
    }
    independents(articles, sheet);
  }

  private static void take(
      String what, boolean tune, Mix mix, List<Article> all, long seed, Sheet sheet) {
    List<Article> articles =
        all.stream().filter(article -> article.event().equals("bpoil") == tune).toList();
    List<ReuseScore> ours = new ArrayList<>();
    List<ReuseScore> plain = new ArrayList<>();
    SortedMap<String, Part> found = new TreeMap<>();
    for (int pile = 0; pile < PILES; pile++) {
      List<Made> made = new PlantedCopies(articles, mix, seed + pile).make(DOCUMENTS);
      List<Tie> ties = ties(made);
      byEdits(made, ties, found);
      ours.add(ReuseScore.of(made, ties));
      plain.add(ShingleContainment.best(made));
    }
    sheet.line("   " + what + ": " + PILES + " piles of " + DOCUMENTS);
    print("whence", ours, seed, sheet);
    print("all-pairs containment of shingles, tuned on each pile itself", plain, seed, sheet);
    sheet.note("found by whence, of copies and what they were made from, by what was done:");
    found.forEach((edit, part) ->
        sheet.note(
            "  %-30s %.3f   (%d of %d)".formatted(edit, part.share(), part.of(), part.all())));
  }

  /// Of the pairs of a copy and what it was made from, those found, by each of the copy's edits.
  private static void byEdits(List<Made> made, List<Tie> ties, Map<String, Part> parts) {
    Set<Long> found = ties.stream().map(Tie::key).collect(Collectors.toSet());
    for (int i = 0; i < made.size(); i++) {
      if (made.get(i).parent() >= 0) {
        Part part = new Part(found.contains(new Tie(made.get(i).parent(), i).key()) ? 1 : 0, 1);
        for (String edit : made.get(i).edits().strip().split(" ")) {
          parts.merge(edit.isEmpty() ? "none" : edit, part, Part::plus);
        }
      }
    }
  }

  /// The real articles that share few runs of words: how many are taken for copies all the same.
  private static void independents(List<Article> articles, Sheet sheet) {
    sheet.line("   real articles by several publishers that share few runs of words:");
    SortedMap<String, List<Article>> events = new TreeMap<>();
    articles.forEach(
        each -> events.computeIfAbsent(each.event(), _ -> new ArrayList<>()).add(each));
    events.forEach((event, own) -> {
      List<Reading> readings = new ArrayList<>();
      for (int i = 0; i < own.size(); i++) {
        Article article = own.get(i);
        Text text = Text.plain(String.join(" ", article.sentences()));
        readings.add(
            new Reading(
                PlantedCopies.document(
                    "%s/%05d.txt".formatted(event, i),
                    text,
                    null,
                    article.publisher(),
                    article.date()),
                text,
                List.of(),
                List.of(),
                "real"));
      }
      Map<Sha256, String> publishers = new HashMap<>();
      readings.forEach(each ->
          publishers.put(each.document().sha256(), String.valueOf(each.document().publisher())));
      Set<Sha256> tied = new HashSet<>();
      Set<Sha256> across = new HashSet<>();
      for (Reuse pair : new Weigher().weigh(readings::stream, _ -> false).reuse()) {
        if (pair.kind() != Reuse.Kind.QUOTATION) {
          List<Sha256> both = List.of(pair.from(), pair.to());
          tied.addAll(both);
          if (!publishers
              .getOrDefault(pair.from(), "")
              .equals(publishers.getOrDefault(pair.to(), ""))) {
            across.addAll(both);
          }
        }
      }
      sheet.note(
          "%-10s %4d articles, tied %.4f, to another publisher's %.4f"
              .formatted(
                  event,
                  own.size(),
                  tied.size() / (double) own.size(),
                  across.size() / (double) own.size()));
    });
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

  private static void print(String what, List<ReuseScore> piles, long seed, Sheet sheet) {
    sheet.note(what + ":");
    figure("  pairs F1", piles, seed, score -> score.pairs().f1(), sheet);
    figure("  pairs, precision", piles, seed, score -> score.pairs().precision(), sheet);
    figure("  pairs, recall", piles, seed, score -> score.pairs().recall(), sheet);
    figure("  copies found beside their originals", piles, seed, s -> s.direct().recall(), sheet);
    figure("  direction right", piles, seed, score -> score.directed().share(), sheet);
    figure("  families exactly right", piles, seed, score -> score.families().share(), sheet);
    figure("  independents tied", piles, seed, score -> score.alone().share(), sheet);
  }

  private static void figure(
      String what,
      List<ReuseScore> piles,
      long seed,
      ToDoubleFunction<ReuseScore> of,
      Sheet sheet) {
    ToDoubleFunction<List<ReuseScore>> together =
        drawn -> of.applyAsDouble(drawn.stream().reduce(ReuseScore.NONE, ReuseScore::plus));
    Bootstrap swing = Bootstrap.of(piles, seed, together);
    sheet.note(
        "%-40s %.4f [%.4f, %.4f]"
            .formatted(what, together.applyAsDouble(piles), swing.low(), swing.high()));
  }
}
