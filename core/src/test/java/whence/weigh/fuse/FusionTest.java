package whence.weigh.fuse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FusionTest {
  private static Told told(String source, String item, String value) {
    return told(source, item, value, null);
  }

  private static Told told(String source, String item, String value, @Nullable String time) {
    return new Told(source, item, "length", value, time);
  }

  private static Fused of(List<Told> told, String item) {
    return Fusion.fuse(told).stream()
        .filter(fused -> fused.item().equals(item))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void nothingGivesNothing() {
    assertEquals(List.of(), Fusion.fuse(List.of()));
  }

  @Test
  void spellingsOfOneNumberAreOneValueAndKeepTheUsualSpelling() {
    Fused fused =
        of(
            List.of(
                told("Almanac", "pier", "1,500"),
                told("Board", "pier", "1500"),
                told("Chart", "pier", "1.5 thousand"),
                told("Diary", "pier", "1,500"),
                told("Echo", "pier", "1600")),
            "pier");
    assertEquals("1,500", fused.value());
    assertEquals(List.of("Almanac", "Board", "Chart", "Diary"), fused.sources());
    assertTrue(fused.score() > 0.5 && fused.score() <= 1, fused::toString);
    assertTrue(fused.why().startsWith("4 of 5 sources give it against 1 for “1600”"), fused.why());
  }

  @Test
  void aSourceThatIsRightElsewhereOutweighsOneThatIsNot() {
    List<Told> told = disputed();
    told.add(told("Steady", "z", "10"));
    told.add(told("Wild", "z", "99"));
    assertEquals("10", of(told, "z").value());
    assertTrue(of(told, "z").why().contains("right more often"), of(told, "z").why());
  }

  @Test
  void repeatingAnotherIsNoSecondVoice() {
    List<Told> told = disputed();
    for (int item = 0; item < 12; item++) {
      told.add(told("Parrot", "item" + item, "9" + item));
    }
    told.add(told("Wild", "z", "99"));
    told.add(told("Parrot", "z", "99"));
    told.add(told("Steady", "z", "10"));
    assertEquals("10", of(told, "z").value());
  }

  /// Steady agrees with two others each time, Wild with nobody.
  private static List<Told> disputed() {
    List<Told> told = new ArrayList<>();
    for (int item = 0; item < 12; item++) {
      told.add(told("Steady", "item" + item, "1" + item));
      told.add(told("Third " + item, "item" + item, "1" + item));
      told.add(told("Fourth " + item, "item" + item, "1" + item));
      told.add(told("Wild", "item" + item, "9" + item));
    }
    return told;
  }

  @Test
  void leavingANameOutSaysLessThanAddingOne() {
    List<Told> told = new ArrayList<>();
    for (int item = 0; item < 20; item++) {
      told.add(told("Short", "book" + item, "Moss" + item));
      told.add(told("Brief", "book" + item, "Moss" + item));
      told.add(told("Curt", "book" + item, "Moss" + item));
      told.add(told("Full", "book" + item, "Orne" + item + ", A.; Moss" + item + ", B."));
      told.add(told("Whole", "book" + item, "B. Moss" + item + " and A. Orne" + item));
      if (item > 0) {
        told.add(told("Third", "book" + item, "Moss" + item + " & Orne" + item));
        told.add(told("Fourth", "book" + item, "Moss" + item + " & Orne" + item));
      }
    }
    Fused fused = of(told, "book0");
    assertEquals(List.of("Full", "Whole"), fused.sources(), fused::toString);
    assertTrue(fused.why().contains("which says part of it"), fused.why());
  }

  @Test
  void theNewestWordOfASourceStandsAndBreaksATie() {
    List<Told> told =
        List.of(
            told("Almanac", "pier", "100", "2020"),
            told("Almanac", "pier", "120", "2024-02"),
            told("Board", "pier", "100", "2021"));
    assertEquals("120", of(told, "pier").value());
    assertEquals(List.of("Almanac"), of(told, "pier").sources());
  }

  @Test
  void whatIsSaidTwiceCountsOnceAndOneSourceProvesNothing() {
    List<Told> told = List.of(told("Almanac", "pier", "100"), told("Almanac", "pier", "100"));
    Fused fused = of(told, "pier");
    assertEquals("Only one source gives a value, so nothing confirms it.", fused.why());
    assertTrue(fused.score() < 0.9, fused::toString);
  }

  @Test
  void fiftyShufflesGiveTheSame() {
    long seed = 4;
    Random random = new Random(seed);
    List<Told> told = new ArrayList<>();
    for (int row = 0; row < 600; row++) {
      String source = "source " + random.nextInt(25);
      String item = "item " + random.nextInt(40);
      String value = "" + random.nextInt(4);
      told.add(
          new Told(source, item, "depth", value, random.nextInt(3) == 0 ? "202" + value : null));
      told.add(new Told(source, item, "crew", "Ann" + value + " Bo" + random.nextInt(3), null));
    }
    List<Fused> first = Fusion.fuse(told);
    assertEquals(80, first.size());
    for (int shuffle = 0; shuffle < 50; shuffle++) {
      Collections.shuffle(told, random);
      assertEquals(first, Fusion.fuse(told), "seed " + seed + ", shuffle " + shuffle);
    }
    first.forEach(fused -> assertTrue(fused.score() >= 0 && fused.score() <= 1, fused::toString));
  }

  @Test
  void numbersDaysAndNamesHaveOneForm() {
    assertEquals(Optional.of("1500000"), NormalForm.number("$1.5 million"));
    assertEquals(Optional.of("-2.5%"), NormalForm.number("-2.50 %"));
    assertEquals(Optional.empty(), NormalForm.number("12 ships"));
    assertEquals(Optional.of("2031-05-04"), NormalForm.date("may 4, 2031"));
    assertEquals(Optional.of("2031-05-04"), NormalForm.date("4 may 2031"));
    assertEquals(Optional.of("2031-05-04"), NormalForm.date("2031-5-4"));
    assertEquals(Optional.empty(), NormalForm.date("2031-15-04"));
    assertEquals(Optional.empty(), NormalForm.date("04/05/2031"));
    assertEquals(
        Set.of("ann", "moss", "orne"),
        Set.copyOf(NormalForm.words(NormalForm.plain("Moss, Ann B. & J. Orné"))));
    assertEquals(Set.of("and"), Set.copyOf(NormalForm.words("and")));
    assertFalse(NormalForm.words(NormalForm.plain("…")).isEmpty());
  }

  @Test
  void proseAndManyWordsStayQuick() {
    String prose = "word ".repeat(200);
    List<Told> told = new ArrayList<>();
    for (int source = 0; source < 300; source++) {
      told.add(told("source " + source, "pier", prose + source));
    }
    assertEquals(1, Fusion.fuse(told).size());
  }
}
