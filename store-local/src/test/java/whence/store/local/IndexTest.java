package whence.store.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import whence.model.Passage;
import whence.model.Reading;
import whence.model.Sha256;
import whence.store.kit.Seeded;
import whence.weigh.Embedder;
import whence.weigh.Neighbours;

@ExtendWith(Seeded.class)
final class IndexTest {
  private static final String PROGRAM = "whence test";
  private static final String[] WORDS = {
    "mayor",
    "bridge",
    "fund",
    "paid",
    "denied",
    "minister",
    "told",
    "election",
    "letter",
    "river",
    "auditor",
    "report",
    "said",
    "envoy",
    "Tuesday",
    "contract",
    "signed",
    "witness"
  };

  @TempDir Path folder;

  @Test
  void findsStatementsAndTheSentencesThatNoneCovers() {
    Reading reading =
        Sample.reading(
            "a.txt",
            "The fund paid for the bridge. Rain fell on the river all day.\n\nNobody signed.",
            "The fund paid for the bridge");
    try (LocalStore store = LocalStore.create(folder, PROGRAM)) {
      store.readings().put(reading);
      Index.Hit bridge = like(store, "who paid for bridges?", 3).getFirst();
      assertEquals("a.txt@0", bridge.statement());
      assertEquals(new Passage(0, 28, "The fund paid for the bridge"), bridge.passage());
      assertEquals("a.txt", bridge.path());

      Index.Hit rain = like(store, "raining on a river", 3).getFirst();
      assertEquals(null, rain.statement());
      assertEquals("Rain fell on the river all day.", rain.passage().text());
      assertEquals(reading.text().passage(rain.passage().span()), rain.passage());

      assertEquals(
          List.of("a.txt@0"),
          Sample.index(store).near("bridge river", 9).stream()
              .map(Neighbours.Neighbour::id)
              .toList());
      assertEquals(List.of(), like(store, "the of and", 3));
      assertEquals(List.of(), like(store, "", 3));
    }
  }

  @Test
  void findsWhatIsSaidInOtherWordsAndOneOfWhatStandsTogether() {
    try (LocalStore store = LocalStore.create(folder, PROGRAM)) {
      store
          .readings()
          .put(
              Sample.reading(
                  "note.txt",
                  "Who paid the auditor?\n\nThe envoy paid the auditor on Tuesday.",
                  "The envoy paid the auditor on Tuesday."));
      store.readings().put(Sample.reading("other.txt", "Rain fell on the river.", "Rain fell"));

      List<Index.Hit> bribed = like(store, "somebody bribed", 5);
      assertEquals(List.of("note.txt"), bribed.stream().map(Index.Hit::path).toList());
      List<Index.Hit> auditor = like(store, "the envoy on Tuesday and an auditor", 5);
      assertEquals(List.of("note.txt@23"), auditor.stream().map(Index.Hit::statement).toList());
      // The same words in another typography, with links and tags as in a post.
      assertEquals(
          auditor, like(store, "the #EnvoyOn Tuesday https://t.example/x and an auditor", 5));
    }
  }

  @Test
  void anIndexOfAnotherModelIsMadeAnew() {
    try (LocalStore store = LocalStore.create(folder, PROGRAM)) {
      store.readings().put(Sample.reading("a", "The envoy left.", "The envoy left"));
      assertEquals(1, like(store, "envoy", 9).size());
      Embedder turned =
          new WordDirections() {
            @Override
            public float[] passage(String text) {
              float[] direction = super.passage(text);
              for (int i = 0; i < direction.length; i++) {
                direction[i] = -direction[i];
              }
              return direction;
            }

            @Override
            public String version() {
              return "turned";
            }
          };
      Index index = store.index(turned, (documents, all) -> {});
      Index.Hit hit = index.like("envoy left", 1, _ -> Optional.of("a")).getFirst();
      // Both sides are turned, so the cosine is what it was: it can only be if nothing old is left.
      assertEquals(like(store, "envoy left", 1).getFirst().score(), hit.score());
    }
  }

  @Test
  void showsNoDocumentThatIsNotToBeSeen() {
    try (LocalStore store = LocalStore.create(folder, PROGRAM)) {
      for (int i = 0; i < 200; i++) {
        store.readings().put(Sample.reading("doc" + i, "The fund paid.", "The fund paid"));
      }
      Sha256 seen = Sha256.of("doc7");
      List<Index.Hit> hits =
          Sample.index(store)
              .like("fund", 5, it -> it.equals(seen) ? Optional.of("seen") : Optional.empty());
      assertEquals(List.of("seen"), hits.stream().map(Index.Hit::path).toList());
    }
  }

  @Test
  void answersAlikeHoweverItWasFilled(Random random) throws IOException {
    List<Reading> readings = new ArrayList<>();
    for (int i = 0; i < 120; i++) {
      // Few words and many documents make many ties.
      String content = words(random, 1 + random.nextInt(3));
      readings.add(Sample.reading("doc" + i, content + ". " + words(random, 4) + ".", content));
    }
    List<String> queries = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      queries.add(words(random, 1 + random.nextInt(4)));
    }
    List<Object> expected = List.of();
    for (int round = 0; round < 6; round++) {
      Path at = folder.resolve("case" + round);
      List<Reading> order = new ArrayList<>(readings);
      Collections.shuffle(order, random);
      try (LocalStore store = LocalStore.create(at, PROGRAM)) {
        for (Reading reading : order) {
          if (random.nextInt(4) == 0) {
            String other = words(random, 3);
            store.readings().put(Sample.reading(reading.document().path(), other + ".", other));
            store.readings().put(Sample.reading("gone", other + ".", other));
          }
          if (round > 0 && random.nextInt(10) == 0) {
            Sample.index(store);
          }
          store.readings().put(reading);
        }
        store.readings().drop(Sha256.of("gone"));
        List<Object> answers = new ArrayList<>();
        for (String query : queries) {
          answers.add(like(store, query, 10));
          answers.add(Sample.index(store).near(query, 10));
        }
        if (round == 0) {
          expected = answers;
          assertTrue(
              answers.stream().anyMatch(it -> it instanceof List<?> hits && hits.size() > 9));
        }
        assertEquals(expected, answers);
      }
    }
  }

  @Test
  void followsTheReadingsAndOutlivesTheStore() {
    try (LocalStore store = LocalStore.create(folder, PROGRAM)) {
      store.readings().put(Sample.reading("a", "The envoy left.", "The envoy left"));
      assertEquals(1, like(store, "envoy", 9).size());
      store.readings().put(Sample.reading("b", "The envoy came.", "The envoy came"));
      assertEquals(2, like(store, "envoy", 9).size());
    }
    try (LocalStore store = LocalStore.open(folder, PROGRAM)) {
      assertEquals(2, like(store, "envoy", 9).size());
      store.readings().drop(Sha256.of("a"));
      store.readings().put(Sample.reading("b", "The mayor came.", "The mayor came"));
      assertEquals(0, like(store, "envoy", 9).size());
      assertEquals(1, like(store, "mayor", 9).size());
    }
  }

  @Test
  void aDamagedIndexIsMadeAgain(Random random) throws IOException {
    try (LocalStore store = LocalStore.create(folder, PROGRAM)) {
      store.readings().put(Sample.reading("a", "The envoy left.", "The envoy left"));
      Sample.index(store);
    }
    Path index = folder.resolve("derived/index");
    try (Stream<Path> files = Files.list(index)) {
      for (Path file : files.filter(it -> !it.toString().endsWith("write.lock")).toList()) {
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, random.nextInt(bytes.length)));
      }
    }
    try (LocalStore store = LocalStore.open(folder, PROGRAM)) {
      assertEquals(1, like(store, "envoy", 9).size());
      assertEquals(1, store.warnings().size());
    }
  }

  @Test
  void aPageLongQueryIsSearchedForByItsRarestWords(Random random) {
    try (LocalStore store = LocalStore.create(folder, PROGRAM)) {
      StringBuilder page = new StringBuilder();
      for (int i = 0; i < 3_000; i++) {
        page.append("w").append(random.nextInt(90_000)).append(' ');
      }
      String text = page.toString().strip();
      store.readings().put(Sample.reading("a", text, text));
      store.readings().put(Sample.reading("b", "w1 w2 w3", "w1 w2 w3"));
      assertEquals("a", like(store, text, 1).getFirst().path());
    }
  }

  private static List<Index.Hit> like(LocalStore store, String text, int top) {
    Map<Sha256, String> paths = new HashMap<Sha256, String>();
    store.readings().documents().forEach(it -> paths.put(it.sha256(), it.path()));
    return Sample.index(store).like(text, top, it -> Optional.ofNullable(paths.get(it)));
  }

  private static String words(Random random, int count) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      words.add(WORDS[random.nextInt(WORDS.length)]);
    }
    return String.join(" ", words);
  }
}
