package whence.read;

import java.util.List;
import java.util.Objects;
import java.util.Random;
import whence.model.Region;
import whence.model.Span;
import whence.model.Time;

/// Texts as hostile as they come, and what must hold for spans in any of them.
final class Hostile {
  private static final List<String> BITS =
      List.of(
          "said ",
          "Mr. ",
          "U.S. ",
          "\n",
          "\r\n",
          "\n\n",
          ". ",
          "! ",
          "\"",
          "\u201c",
          "\u201d",
          "...",
          "\u2026",
          "\ud83d",
          "\ude00",
          "\u202e",
          "\u200b",
          "\ufeff",
          "\u0000",
          "> ",
          ">> ",
          "**Ms Price**: ",
          "Q. ",
          "A. ",
          "MR SMITH: ",
          "From: a@b.example\n",
          "Sent: Monday, June 3, 2019 9:01 AM\n",
          "To: c@d.example\n",
          "Subject: x\n",
          "On 3 June 2019, Jo wrote:\n",
          "June ",
          "10, 2019 ",
          "2019-06-10",
          "6/10/2019 ",
          "three weeks ago ",
          "last Tuesday ",
          "every ",
          "the 1990s ",
          "may ",
          "could ",
          "not likely ",
          "almost certain ",
          "70 percent chance ",
          "single source ",
          "could not be independently ",
          "verified ",
          "`x <http://y>`_ ",
          ":abbr:`A` ",
          "| a | b |",
          "# ",
          "=====\n",
          ".. note:: ",
          "   ",
          "\t",
          "12 ",
          "[3] ",
          "\u00b9",
          "(",
          ")",
          "*",
          "_",
          "`",
          "<",
          "\u0661\u0662",
          "\u00df",
          "\u0130",
          "I",
          "99999999999999999999 ",
          "0",
          "-",
          "/",
          ":",
          "9:99 am ",
          "24:61 ");

  private Hostile() {}

  static String text(Random random, int bits) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < bits; i++) {
      text.append(BITS.get(random.nextInt(BITS.size())));
      if (random.nextInt(12) == 0) {
        text.append((char) random.nextInt(0x10000));
      }
    }
    return text.toString();
  }

  /// The words of a time that stands in a text.
  static Span span(Time time) {
    return new Span(
        Objects.requireNonNull(time.start(), "start"), Objects.requireNonNull(time.end(), "end"));
  }

  static Region anyOf(Random random, Region... regions) {
    return regions[random.nextInt(regions.length)];
  }

  /// Inside the text, in order, not empty and not overlapping.
  static void assertApart(String text, List<Span> spans, String what) {
    int at = 0;
    for (Span span : spans) {
      if (span.start() < at || span.end() <= span.start() || span.end() > text.length()) {
        throw new AssertionError(what + ": " + span + " behind " + at + " in " + text.length());
      }
      at = span.end();
    }
  }
}
