package whence.names;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Names are invented.
class SameNameTest {
  private record Pair(NameKind kind, String one, String other) {}

  private static final List<Pair> ONE =
      List.of(
          new Pair(NameKind.PERSON, "Mara Lindqvist", "MARA LINDQVIST"),
          new Pair(NameKind.PERSON, "Mara Lindqvist", "Lindqvist, Mara"),
          new Pair(NameKind.PERSON, "Mara Lindqvist", "Dr. Mara Lindquist"),
          new Pair(NameKind.PERSON, "Zoë Brânza", "Zoe Branza"),
          new Pair(NameKind.PERSON, "Hal Ostrander", "Harry Ostrander"),
          new Pair(NameKind.PERSON, "M. Lindqvist", "Mara Lindqvist"),
          new Pair(NameKind.PERSON, "Volodymyr Hrynko", "Володимир Гринько"),
          new Pair(NameKind.PERSON, "Nikos Varelas", "Νίκος Βαρελάς"),
          new Pair(NameKind.PERSON, "President Okonjo", "Okonjo"),
          new Pair(NameKind.ORGANIZATION, "Harrow Quay Limited", "Harrow Quay Ltd."),
          new Pair(
              NameKind.ORGANIZATION, "Tarn Motors LLC", "Tarn Motors Limited Liability Company"),
          new Pair(NameKind.ORGANIZATION, "The Nordholm Port Authority", "Nordholm Port Authority"),
          new Pair(NameKind.ORGANIZATION, "Nordholm Port Inspection Service", "NPIS"),
          new Pair(NameKind.ORGANIZATION, "Second Harbour Bank", "2nd Harbour Bank"),
          new Pair(NameKind.EITHER, "N.P.I.S.", "Nordholm Port Inspection Service"));

  private static final List<Pair> TWO =
      List.of(
          new Pair(NameKind.PERSON, "Mara Lindqvist", "Tor Lindqvist"),
          new Pair(NameKind.PERSON, "Mara Lindqvist", "Mara Abel"),
          new Pair(NameKind.PERSON, "T. Lindqvist", "Mara Lindqvist"),
          new Pair(NameKind.PERSON, "Volodymyr Hrynko", "Олена Ткаченко"),
          new Pair(NameKind.ORGANIZATION, "Harrow Quay GmbH", "Harrow Quay LLC"),
          new Pair(NameKind.ORGANIZATION, "Tarn Motors", "Wicklow Motors"),
          new Pair(NameKind.ORGANIZATION, "Nordholm Port Inspection Service", "NTSB"));

  @TestFactory
  Stream<DynamicTest> namesOfOneBearer() {
    return ONE.stream()
        .map(pair -> DynamicTest.dynamicTest(pair.toString(), () -> assertTrue(same(pair))));
  }

  @TestFactory
  Stream<DynamicTest> namesOfTwo() {
    return TWO.stream()
        .map(pair -> DynamicTest.dynamicTest(pair.toString(), () -> assertFalse(same(pair))));
  }

  private static boolean same(Pair pair) {
    return SameName.of(pair.one(), pair.other(), pair.kind()).same();
  }

  @Test
  void whichNameComesFirstDoesNotMatter() {
    long seed = 20310504;
    Random random = new Random(seed);
    List<String> parts =
        Stream.concat(ONE.stream(), TWO.stream())
            .flatMap(pair -> Stream.of((pair.one() + " " + pair.other()).split(" ")))
            .toList();
    for (int i = 0; i < 1000; i++) {
      String one = name(parts, random);
      String other = name(parts, random);
      for (NameKind kind : NameKind.values()) {
        assertEquals(
            SameName.of(one, other, kind),
            SameName.of(other, one, kind),
            () -> "seed " + seed + ": " + one + " / " + other + " as " + kind);
      }
    }
  }

  private static String name(List<String> parts, Random random) {
    StringBuilder name = new StringBuilder();
    int words = 1 + random.nextInt(5);
    for (int i = 0; i < words; i++) {
      name.append(parts.get(random.nextInt(parts.size())))
          .append(random.nextBoolean() ? " " : ", ");
    }
    return name.toString();
  }

  @Test
  void aNameIsItselfWhateverItIsMadeOf() {
    long seed = 4;
    Random random = new Random(seed);
    for (int i = 0; i < 500; i++) {
      StringBuilder name = new StringBuilder();
      int length = 1 + random.nextInt(40);
      for (int j = 0; j < length; j++) {
        // lone surrogates, controls, every script
        name.append((char) random.nextInt(0x10000));
      }
      for (NameKind kind : NameKind.values()) {
        SameName.Verdict verdict = SameName.of(name.toString(), name.toString(), kind);
        assertTrue(verdict.same(), () -> "seed " + seed + ": " + name);
      }
    }
  }

  @Test
  void anotherSpellingIsStricter() {
    assertTrue(SameName.isOneSpelledOtherwise("Volodymyr Hrynko", "Wolodymyr Hrynko"));
    assertTrue(SameName.isOneSpelledOtherwise("Tarn Motors Ltd", "Tarn Motors Limited"));
    assertTrue(SameName.isOneSpelledOtherwise("Tarn Motors", "Tarn Motors Limited"));
    for (String[] two :
        new String[][] {
          {"Tarn Motors Ltd", "Tarn Motors GmbH"},
          {"Harbour Fund 1", "Harbour Fund 11"},
          {"Harbour Fund 3", "Harbour Fund 4"},
          {"Maria Harrow", "Mario Harrow"},
          {"M. Harrow", "Maria Harrow"},
          {"Hal Ostrander", "Harry Ostrander"},
          {"Harrow", "Harow"},
          {"李伟", "Li Wei"},
          {"", ""}
        }) {
      assertFalse(SameName.isOneSpelledOtherwise(two[0], two[1]), () -> two[0] + " / " + two[1]);
      assertFalse(SameName.isOneSpelledOtherwise(two[1], two[0]), () -> two[1] + " / " + two[0]);
    }
  }

  @Test
  void hugeNamesEnd() {
    String huge = "a b-c. ".repeat(200_000);
    String marks = "e" + "\u0301".repeat(500_000);
    String digits = "1".repeat(100_000);
    for (NameKind kind : NameKind.values()) {
      for (String one : List.of(huge, marks, digits)) {
        for (String other : List.of(huge, marks, digits, "Mara Lindqvist", "")) {
          double score = SameName.of(one, other, kind).score();
          assertTrue(score >= 0 && score <= 1, () -> "score " + score);
        }
      }
    }
  }

  @Test
  void noNameIsNobodysName() {
    assertFalse(SameName.of("", "", NameKind.PERSON).same());
    assertFalse(SameName.of("", "Mara Lindqvist", NameKind.PERSON).same());
    assertTrue(SameName.of("***", "***", NameKind.ORGANIZATION).same());
  }

  @Test
  void itSaysWhatDiffers() {
    assertEquals(
        List.of(),
        SameName.of("Harrow Quay Ltd", "Harrow Quay Limited", NameKind.ORGANIZATION).why());
    assertTrue(
        SameName.of("M. Lindqvist", "Mara Lindqvist", NameKind.PERSON)
            .why()
            .getFirst()
            .contains("an initial"));
  }
}
