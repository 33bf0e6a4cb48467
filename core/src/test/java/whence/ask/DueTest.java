package whence.ask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import whence.model.Span;
import whence.model.Time;

class DueTest {
  private static @Nullable String due(String text, @Nullable String said) {
    Time due = Due.in(text, new Span(0, text.length()), said);
    if (due != null && due.start() != null && due.end() != null) {
      assertEquals(due.text(), text.substring(due.start(), due.end()));
    }
    return due == null ? null : due.value();
  }

  @Test
  void aDayIsTheNextOneAfterTheSaying() {
    assertEquals("2031-03-31", due("It will fall before 31 March 2031.", null));
    assertEquals("2031-06-30", due("It will report by June 30.", "2031-01-17"));
    assertEquals("2032-01-05", due("It will report by 5 January.", "2031-11-17T10:00"));
    assertNull(due("It will report by June 30.", null));
    assertNull(due("It will never report by 31 June 2031.", "2031-01-17"));
  }

  @Test
  void endsOfMonthsAndYears() {
    assertEquals("2032-02-29", due("gone before the end of February\n2032.", null));
    assertEquals("2031-01-31", due("gone by the end of the month.", "2031-01-17"));
    assertEquals("2031-12-31", due("gone by the end of the year.", "2031-01-17"));
    assertEquals("2031-01-19", due("gone by the end of the week.", "2031-01-17"));
    assertEquals("2040", due("gone by 2040.", "2031-01-17"));
    assertEquals("2031-05", due("gone by May 2031.", null));
  }

  @Test
  void stretchesAndFeasts() {
    assertEquals("2031-01-31", due("gone within two weeks.", "2031-01-17"));
    assertEquals("2031-04-13", due("They will be gone by Easter.", "2030-11-20"));
    assertEquals("2031-12-25", due("gone by Christmas.", "2031-01-17"));
    assertNull(due("They will be gone one day.", "2031-01-17"));
  }

  @Test
  void easterIsOnItsDay() {
    assertEquals("2025-04-20", Due.easter(2025).toString());
    assertEquals("2000-04-23", Due.easter(2000).toString());
    assertEquals("2038-04-25", Due.easter(2038).toString());
  }
}
