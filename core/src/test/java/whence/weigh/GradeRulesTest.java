package whence.weigh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import whence.model.WhenceException;

class GradeRulesTest {
  private static int grade(GradeRules rules, int atLeast, int atMost, int against, boolean backed) {
    return rules.grade(new Grades.Standing(atLeast, atMost, against, backed, false)).credibility();
  }

  private static String fault(String text) {
    return assertThrows(WhenceException.class, () -> GradeRules.parse("grades.txt", text))
        .getMessage();
  }

  @Test
  void theUsualRulesGradeAsTheyAreDocumented() {
    GradeRules usual = GradeRules.usual();
    assertEquals(6, grade(usual, 0, 0, 0, false));
    assertEquals(5, grade(usual, 1, 1, 2, false));
    assertEquals(4, grade(usual, 1, 1, 1, true));
    assertEquals(2, grade(usual, 2, 2, 1, false));
    assertEquals(1, grade(usual, 2, 3, 0, false));
    assertEquals(3, grade(usual, 1, 2, 0, false));
    assertEquals(6, grade(usual, 1, 1, 0, false));
  }

  @Test
  void anAllegationsOwnWordOfMoreBehindItIsNoCorroboration() {
    GradeRules usual = GradeRules.usual();
    assertEquals(3, grade(usual, 1, 1, 0, true));
    assertEquals(3, grade(usual, 1, 2, 0, true));
  }

  @Test
  void aCaseCanHaveRulesOfItsOwn() {
    GradeRules own =
        GradeRules.of(
            Optional.of(
                "# ours\n2 | for at most > against, not backed | So.\n6 | otherwise | No.\n"));
    assertEquals(2, grade(own, 1, 2, 1, false));
    assertEquals(6, grade(own, 1, 2, 1, true));
    assertEquals(6, grade(own, 1, 1, 1, false));
  }

  @Test
  void gradeOneNeedsASecondOriginWhateverTheRulesSay() {
    GradeRules own = GradeRules.parse("grades.txt", "1 | otherwise | All is true.");
    assertEquals(6, grade(own, 1, 5, 0, true));
    assertEquals(1, grade(own, 2, 2, 0, false));
  }

  @Test
  void whatIsNoRuleIsNamedByItsLine() {
    assertTrue(fault("# ours\n3 backed").startsWith("grades.txt, line 2: write a rule as"));
    assertTrue(fault("7 | backed | So.").startsWith("grades.txt, line 1: “7” is no grade"));
    assertTrue(fault("3 | loud | So.\n").contains("line 1: “loud” is no condition"));
    assertTrue(fault("3 | for > many | So.\n").contains("is no condition"));
    assertTrue(fault("3 | backed | So.\n").contains("line 1: the last rule must be for all"));
    assertTrue(fault("").contains("the last rule must be for all"));
    assertTrue(fault("6 | otherwise | So.\n3 | backed | So.").contains("line 2: no claim gets"));
  }
}
