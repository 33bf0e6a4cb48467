package whence.weigh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import whence.model.Family;
import whence.model.Reading;
import whence.model.Reuse;
import whence.model.Weighing;

class ReuseTest {
  private static final List<String> STORY =
      List.of(
          "The harbour clerk at Northgate kept two ledgers for nine years and showed neither.",
          "One of them lists forty payments from a fund that was dissolved the spring before.",
          "Auditors who came each April were given the other, bound in green cloth and spotless.",
          "A painter found the pair behind a cupboard while the old town hall was being emptied.",
          "He could read, he told neighbours, and so he walked them straight to the police.",
          "Nobody at the savings bank remembers whose hand signed the cheques.",
          "The branch they were drawn on closed long ago and its archive burned in a cellar fire.",
          "Since Friday the mayor has not been seen at his desk, and his deputy answers no calls.");

  private static final String OTHER =
      "Rain fell on the regatta for a third day and the judges moved the start to Eastmoor. Crews"
          + " complained about the current, which runs hard there in autumn, and two boats were"
          + " holed on the stones below the weir before the committee gave up and sent them home.";

  private final Pile pile = new Pile();

  private static String story(int from, int to) {
    return String.join(" ", STORY.subList(from, to));
  }

  private Reuse only() {
    List<Reuse> reuse = pile.weigh().reuse();
    assertEquals(1, reuse.size(), reuse::toString);
    return reuse.getFirst();
  }

  private String path(whence.model.Sha256 document) {
    return pile.readings().stream()
        .map(reading -> reading.document())
        .filter(each -> each.sha256().equals(document))
        .findFirst()
        .orElseThrow()
        .path();
  }

  @Test
  void aRepublishedArticleThatSaysSoIsACopyOfKnownDirection() {
    pile.write("z.txt", "A GREEN LEDGER\n\n" + story(0, 8)).by("The Lantern");
    pile.write("a.txt", "Payments found\n\nOriginally published in The Lantern.\n\n" + story(0, 7))
        .by("The Beacon");
    Reuse reuse = only();
    assertEquals(Reuse.Kind.COPY, reuse.kind());
    assertEquals(Reuse.Direction.KNOWN, reuse.direction());
    assertEquals("z.txt", path(reuse.from()));
    assertTrue(reuse.share() > 0.8 && reuse.share() < 1, reuse::toString);
  }

  @Test
  void passagesAreExactInBothTexts() {
    String before = "WEEKEND READING\n\n";
    pile.write("a.txt", story(0, 8)).on("2024-03-01");
    pile.write("b.txt", before + story(2, 6) + "\n\n" + OTHER).on("2024-03-03");
    Reuse reuse = only();
    assertEquals(Reuse.Direction.LIKELY, reuse.direction());
    assertEquals(1, reuse.passages().size());
    Reuse.Match match = reuse.passages().getFirst();
    String whole = story(0, 8);
    String copied = story(2, 6).substring(0, story(2, 6).length() - 1);
    assertEquals(copied, whole.substring(match.fromStart(), match.fromEnd()));
    assertEquals(
        copied, (before + story(2, 6) + "\n\n" + OTHER).substring(match.toStart(), match.toEnd()));
  }

  @Test
  void fourSentencesInsideAnotherStoryAreAPartialCopy() {
    pile.write("a.txt", story(0, 8) + " " + story(0, 2)).by("The Lantern");
    pile.write("b.txt", OTHER + " " + OTHER.replace("third", "fourth") + " " + story(3, 7))
        .by("The Beacon");
    assertEquals(Reuse.Kind.PARTIAL, only().kind());
    assertEquals(1, pile.weigh().families().size());
  }

  @Test
  void aSharedQuotationTiesNothing() {
    String quotation =
        "“I opened the cupboard myself, I saw both ledgers, one green and one without a cover, and"
            + " I never asked whose they were because nobody in that building ever thanked anyone"
            + " for asking,” said the caretaker. ";
    pile.write("a.txt", story(0, 4) + " " + quotation).by("The Lantern");
    pile.write("b.txt", OTHER + " " + quotation).by("The Beacon");
    Weighing weighing = pile.weigh();
    assertEquals(List.of(), weighing.families());
    assertTrue(weighing.reuse().stream().allMatch(reuse -> reuse.kind() == Reuse.Kind.QUOTATION));
  }

  @Test
  void aPublishersFooterIsNoReuse() {
    String footer =
        "\n\nYou are reading the free edition of The Lantern, posted every weekday since 1994."
            + " Subscribe for the crossword, the tide tables and the letters page. Send us your"
            + " stories at the address below. All rights reserved by Lantern Newspapers.";
    Random random = new Random(5);
    for (int i = 0; i < 6; i++) {
      List<String> words = new ArrayList<>();
      for (int w = 0; w < 120; w++) {
        words.add(Long.toString(random.nextLong(1L << 60), 36).replaceAll("\\d", "").concat("a"));
      }
      pile.write(i + ".txt", String.join(" ", words) + "." + footer).by("The Lantern");
    }
    assertEquals(List.of(), pile.weigh().reuse());
  }

  /// Sentences of no sense, each word its own.
  private static String filler(Random random, int sentences) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < sentences * 15; i++) {
      String word = Long.toString(random.nextLong(1L << 40), 36).replaceAll("\\d", "") + "e";
      text.append(i % 15 == 0 ? "The " : "").append(word).append(i % 15 == 14 ? ". " : " ");
    }
    return text.toString();
  }

  @Test
  void excerptsOfOneStoryInSeveralOthersAreNoFurniture() {
    Random random = new Random(6);
    pile.write("story.txt", story(0, 8)).by("The Lantern");
    for (int i = 0; i < 5; i++) {
      pile.write(
              "host" + i + ".txt",
              filler(random, 6) + story(i % 4, i % 4 + 4) + " " + filler(random, 5))
          .by("Publisher " + i);
    }
    List<Family> families = pile.weigh().families();
    assertEquals(1, families.size());
    assertEquals(6, families.getFirst().documents().size());
  }

  @Test
  void aFooterThatIsMostOfAShortTextTiesItToNothing() {
    Random random = new Random(7);
    String footer = " " + filler(random, 4);
    for (int i = 0; i < 5; i++) {
      pile.write(i + ".txt", filler(random, i == 0 ? 2 : 20) + footer).by("The Lantern");
    }
    assertEquals(List.of(), pile.weigh().families());
  }

  @Test
  void footersPrintedUnderOneAnotherTieNothing() {
    Random random = new Random(11);
    String upper = "\n\n" + filler(random, 2);
    String lower = "\n\n" + filler(random, 2);
    for (int i = 0; i < 8; i++) {
      String footer = i < 3 ? upper : i < 6 ? lower : upper + lower;
      pile.write(i + ".txt", filler(random, 20) + footer).by("Publisher " + i);
    }
    assertEquals(List.of(), pile.weigh().families());
  }

  @Test
  void aNoteThatEndsTwoTextsTiesThemToNothing() {
    Random random = new Random(12);
    String note = "\n\n" + story(0, 4);
    pile.write("a.txt", filler(random, 20) + note).by("The Lantern");
    pile.write("b.txt", filler(random, 24) + note).by("The Beacon");
    assertEquals(List.of(), pile.weigh().families());
  }

  /// The story with every third word another.
  private static String reworded(int first) {
    String[] words = story(0, 8).split(" ");
    for (int i = first; i < words.length; i += 3) {
      words[i] = "x" + (char) ('a' + i % 26) + "q" + (char) ('a' + i * 7 % 26) + first;
    }
    return String.join(" ", words);
  }

  @Test
  void twoCopiesTooUnlikeEachOtherAreTiedThroughWhatBothWereTakenFrom() {
    pile.write("a.txt", reworded(0));
    pile.write("b.txt", reworded(1));
    assertEquals(List.of(), pile.weigh().families());
    pile.write("story.txt", story(0, 8));
    List<Reuse> reuse = pile.weigh().reuse();
    assertEquals(3, reuse.size(), reuse::toString);
    Reuse through =
        reuse.stream()
            .filter(each -> !path(each.from()).equals("story.txt"))
            .filter(each -> !path(each.to()).equals("story.txt"))
            .findFirst()
            .orElseThrow();
    assertTrue(through.kind() != Reuse.Kind.QUOTATION);
    assertTrue(through.share() > 0.8, through::toString);
  }

  @Test
  void withoutDatesTheStoryThatGoesOnAboutTheSameWasFirst() {
    String more =
        " The ledgers will be shown at the town hall. The mayor and his deputy, the auditors and"
            + " the savings bank were asked about the forty payments, the fund and the cheques."
            + " Police at Northgate said the painter and the clerk were heard on Friday.";
    pile.write("z.txt", story(0, 8) + more);
    pile.write("a.txt", OTHER + " " + story(2, 6) + " " + filler(new Random(8), 4));
    Reuse reuse = only();
    assertEquals(Reuse.Direction.LIKELY, reuse.direction());
    assertEquals("z.txt", path(reuse.from()));
  }

  @Test
  void theOrderOfTheDocumentsChangesNothing() {
    Random random = new Random(9);
    for (int i = 0; i < 12; i++) {
      pile.write(i + ".txt", filler(random, 3) + story(i % 5, i % 5 + 3) + " " + filler(random, 3));
    }
    Weighing weighing = pile.weigh();
    List<Reading> readings = new ArrayList<>(pile.readings());
    for (int i = 0; i < 50; i++) {
      Collections.shuffle(readings, random);
      assertEquals(weighing, new Weigher().weigh(readings::stream, _ -> false));
    }
  }

  @Test
  void aForwardedMailGoesBackToTheMailItQuotes() {
    String head = "From: Ann Harrow\nTo: Luis Delgado\nSubject: ledgers\n\n";
    pile.write("b.txt", head + story(0, 5));
    pile.write(
        "a.txt",
        "From: Luis Delgado\nTo: Eva Ostrander\nSubject: Fwd: ledgers\n\nLook at this.\n\n"
            + "-----Original Message-----\n"
            + head
            + story(0, 5));
    Reuse reuse = only();
    assertEquals(Reuse.Direction.KNOWN, reuse.direction());
    assertEquals("b.txt", path(reuse.from()));
  }

  @Test
  void wordsDroppedAndLettersGarbledHideNoCopy() {
    long seed = Long.getLong("whence.seed", System.nanoTime());
    System.out.println("seed " + seed + " (-Dwhence.seed replays it)");
    Random random = new Random(seed);
    List<String> edited = new ArrayList<>();
    for (String word : (story(0, 8) + " " + story(0, 8).replace("o", "au")).split(" ")) {
      if (random.nextInt(5) > 0) {
        edited.add(random.nextInt(8) == 0 ? word.replace('e', 'c').replace('a', 'q') : word);
      }
    }
    pile.write("a.txt", story(0, 8) + " " + story(0, 8).replace("o", "au"));
    pile.write("b.txt", String.join(" ", edited));
    pile.write("c.txt", OTHER);
    assertEquals(Reuse.Kind.COPY, only().kind());
  }

  @Test
  void aReleaseStampIsNoReuse() {
    for (int i = 0; i < 3; i++) {
      String stamp =
          "\n\nRELEASED IN PART   Harbour Board Archive Case No. H-2031-204 Doc No. B%d Date: %d/7/2031\n\n"
              .formatted(44_017 + 13 * i, 3 + i);
      pile.write(
          "m%d.txt".formatted(i),
          stamp + "Note %s.".formatted("one two six".split(" ")[i]) + stamp + stamp);
    }
    assertEquals(List.of(), pile.weigh().reuse());
  }

  @Test
  void aStoryWithANewTollIsStillACopy() {
    pile.write("a.txt", "Nine of 12 crews are missing\n\n" + story(0, 8)).on("2031-03-01");
    pile.write("b.txt", "Nine of 14 crews are missing\n\n" + story(0, 8)).on("2031-03-02");
    pile.write("c.txt", "Nine of 15 crews are missing\n\n" + story(0, 8)).on("2031-03-03");
    assertEquals(1, pile.weigh().families().size());
    assertEquals(3, pile.weigh().families().getFirst().documents().size());
  }

  @Test
  void aTurnOfPhraseIsNoReuse() {
    pile.write("a.txt", OTHER + " He was the president of the harbour board then.");
    pile.write("b.txt", story(0, 4) + " She is president of the harbour board now.");
    assertEquals(List.of(), pile.weigh().reuse());
  }
}
