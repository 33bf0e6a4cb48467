package whence.bench;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import whence.ask.Inquiry;
import whence.ask.Questions;
import whence.ask.Search;
import whence.guard.Purpose;
import whence.guard.View;
import whence.language.BgeEmbedder;
import whence.model.Document;
import whence.model.Entry;
import whence.model.Reading;
import whence.model.Sha256;
import whence.model.Statement;
import whence.model.Weighing;
import whence.read.Reader;
import whence.store.local.Index;
import whence.store.local.LocalStore;
import whence.weigh.Embedder;
import whence.weigh.LikeBy;
import whence.weigh.PlainWords;
import whence.weigh.Weigher;

/// Ad-hoc questions put to a case of invented mails, one after the other in one process.
final class AskMeasure implements Measure {
  private static final int MAILS = 10_000;
  private static final int QUESTIONS = 50;
  private static final int WARMING = 5;
  private static final String PROGRAM = "whence bench";

  @Override
  public String name() {
    return "ask";
  }

  @Override
  public String says() {
    return "seconds for an ad-hoc question on 10,000 documents, warm, 50 of them; minutes to index";
  }

  @Override
  public boolean onRequest() {
    return true;
  }

  @Override
  public void take(Setting setting, Sheet sheet) throws IOException {
    List<Reading> readings =
        new Invented(setting.seed()).mails(MAILS, new Reader(new PatternTagger()));
    try (BgeEmbedder embedder = new BgeEmbedder();
        LocalStore store = LocalStore.create(setting.folder("ask").resolve("case"), PROGRAM)) {
      fill(store, readings);
      Weighing weighing = new Weigher().weigh(readings::stream, _ -> false);
      long start = System.nanoTime();
      Index index = store.index(embedder, (_, _) -> {});
      sheet.figure("indexing, once", "s", (System.nanoTime() - start) / 1e9);
      try (View view =
          new View(store, new Purpose("bench", "ask"), InstantSource.system(), PROGRAM)) {
        start = System.nanoTime();
        Questions questions =
            new Questions(view, weighing, Inquiry.NONE, search(index, embedder, paths(view)));
        sheet.figure("getting ready to be asked, once", "s", (System.nanoTime() - start) / 1e9);
        List<Double> seconds = new ArrayList<>();
        int found = 0;
        List<String> all = questions(readings, new Random(setting.seed()));
        for (int i = 0; i < all.size(); i++) {
          long asked = System.nanoTime();
          found += questions.to(all.get(i)).pro().isEmpty() ? 0 : 1;
          if (i >= WARMING) {
            seconds.add((System.nanoTime() - asked) / 1e9);
          }
        }
        sheet.row(
            "%,d mails, %,d statements, %d questions"
                .formatted(
                    MAILS,
                    readings.stream().mapToInt(reading -> reading.statements().size()).sum(),
                    QUESTIONS),
            "seconds",
            Spread.of(seconds));
        sheet.note(found + " of " + all.size() + " have something for them");
      }
    }
  }

  private static void fill(LocalStore store, List<Reading> readings) {
    List<Entry> entries = new ArrayList<>();
    for (Reading reading : readings) {
      Document document = reading.document();
      store.readings().put(reading);
      entries.add(
          new Entry.Acquired(
              document.path(), document.sha256(), reading.text().characters().length(), null));
    }
    store.journal().append(Instant.EPOCH, entries);
  }

  private static Function<Sha256, Optional<String>> paths(View view) {
    return document -> view.document(document).map(Document::path);
  }

  private static Search search(
      Index index, Embedder embedder, Function<Sha256, Optional<String>> path) {
    return new Search() {
      @Override
      public double alike(String one, String other) {
        return Embedder.cosine(
            embedder.passage(PlainWords.of(one)), embedder.passage(PlainWords.of(other)));
      }

      @Override
      public List<Hit> find(String text, int top) {
        return index.like(text, top, LikeBy.BOTH, path).stream().map(AskMeasure::hit).toList();
      }

      @Override
      public List<Hit> words(String words, int top) {
        return index.words(words, top, path).stream().map(AskMeasure::hit).toList();
      }
    };
  }

  private static Search.Hit hit(Index.Hit hit) {
    return new Search.Hit(
        hit.statement(), hit.document(), hit.path(), hit.passage(), hit.page(), hit.score());
  }

  /// About what some mails say, and some whether somebody was told of it.
  private static List<String> questions(List<Reading> readings, Random random) {
    List<String> questions = new ArrayList<>();
    while (questions.size() < WARMING + QUESTIONS) {
      List<Statement> statements = readings.get(random.nextInt(readings.size())).statements();
      if (!statements.isEmpty()) {
        String said = statements.get(random.nextInt(statements.size())).contentText();
        String fact = said.substring(0, Math.min(said.length(), 80));
        questions.add(
            switch (questions.size() % 4) {
              case 0 -> "Was the minister told of " + fact + "?";
              case 1 -> "Who said that " + fact + "?";
              case 2 -> "Why " + fact + "?";
              default -> "Is " + fact + "?";
            });
      }
    }
    return questions;
  }
}
