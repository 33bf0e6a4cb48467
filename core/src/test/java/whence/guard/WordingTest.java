package whence.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class WordingTest {
  @Test
  void foldsWhatSettingChanges() {
    assertEquals(
        Wording.fold("“The officer’s fi-\nnal word”"), Wording.fold("\"The ofﬁcer's ﬁnal word\""));
    assertEquals("", Wording.fold("— … “”"));
  }

  @Test
  void countsTheEditsBetweenTwoWords() {
    long seed = new SplittableRandom().nextLong();
    Random random = new Random(seed);
    for (int i = 0; i < 2_000; i++) {
      String left = word(random);
      String right = word(random);
      int most = random.nextInt(12);
      int edits = plain(left, right);
      int banded = Wording.distance(left, right, most);
      String what = left + " " + right + " within " + most + ", seed " + seed;
      if (edits <= most) {
        assertEquals(edits, banded, what);
      } else {
        assertTrue(banded > most, what);
      }
    }
  }

  private static String word(Random random) {
    StringBuilder word = new StringBuilder();
    for (int i = random.nextInt(12); i > 0; i--) {
      word.append((char) ('a' + random.nextInt(3)));
    }
    return word.toString();
  }

  /// The whole table, as in a textbook.
  private static int plain(String left, String right) {
    int[][] table = new int[left.length() + 1][right.length() + 1];
    for (int i = 0; i <= left.length(); i++) {
      for (int j = 0; j <= right.length(); j++) {
        if (i == 0 || j == 0) {
          table[i][j] = i + j;
        } else {
          int kept = table[i - 1][j - 1] + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
          table[i][j] = Math.min(kept, 1 + Math.min(table[i - 1][j], table[i][j - 1]));
        }
      }
    }
    return table[left.length()][right.length()];
  }
}
