package whence.acquire.parser;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import whence.model.Region;

/// Tells running headers and footers, footnotes and headings from body text, by place and size.
/// What is not sure stays body.
final class PdfLayout {
  private static final Pattern DIGITS = Pattern.compile("\\p{Nd}++");
  private static final Pattern PAGE_NUMBER =
      Pattern.compile(
          "(?i)(?:page )?[-–—\\[(]?\\s?(?:\\d{1,4}|[ivxl]{1,7})\\s?[-–—\\])]?(?: of \\d{1,4})?");
  private static final Pattern FOOTNOTE =
      Pattern.compile("(?:\\d{1,4}|[*†‡§])[.)]?(?:\\s.*|\\p{Lu}.*)?");
  private static final int OUTERMOST = 3;
  private static final float MARGIN = 0.14f;

  private PdfLayout() {}

  static void mark(List<PdfPage> pages) {
    Map<String, Integer> running = new HashMap<>();
    for (PdfPage page : pages) {
      outermost(page).stream()
          .map(i -> key(page.lines().get(i)))
          .distinct()
          .forEach(key -> running.merge(key, 1, Integer::sum));
    }
    float body = bodySize(pages);
    int often = Math.max(3, pages.size() / 10);
    for (PdfPage page : pages) {
      List<PdfPage.Line> lines = page.lines();
      for (int i : outermost(page)) {
        PdfPage.Line line = lines.get(i);
        boolean isNumber = PAGE_NUMBER.matcher(line.text()).matches();
        if (isNumber || running.getOrDefault(key(line), 0) >= often) {
          lines.set(i, line.as(Region.HEADER));
        }
      }
      markFootnotes(lines, body);
      markHeadings(lines, body);
    }
  }

  /// The lines nearest to the upper and lower edge, if they stand in its margin.
  private static List<Integer> outermost(PdfPage page) {
    List<PdfPage.Line> lines = page.lines();
    List<Integer> down = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      down.add(i);
    }
    down.sort(Comparator.comparingDouble(i -> lines.get(i).top()));
    List<Integer> found = new ArrayList<>();
    for (int k = 0; k < down.size(); k++) {
      float top = lines.get(down.get(k)).top();
      boolean first = k < OUTERMOST && top < MARGIN;
      boolean last = k >= down.size() - OUTERMOST && top > 1 - MARGIN;
      if (first || last) {
        found.add(down.get(k));
      }
    }
    return found;
  }

  private static String key(PdfPage.Line line) {
    return (line.top() < 0.5f ? "^" : "_") + DIGITS.matcher(line.text()).replaceAll("#");
  }

  /// The size of most letters.
  private static float bodySize(List<PdfPage> pages) {
    Map<Float, Integer> letters = new HashMap<>();
    for (PdfPage page : pages) {
      for (PdfPage.Line line : page.lines()) {
        letters.merge(line.size(), line.text().length(), Integer::sum);
      }
    }
    return letters.entrySet().stream()
        .max(Map.Entry.<Float, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        .orElse(0f);
  }

  /// From the first line that is smaller than the body and starts with a mark, when all to the
  /// page's end is small.
  private static void markFootnotes(List<PdfPage.Line> lines, float body) {
    int first = -1;
    for (int i = lines.size() - 1; i >= 0; i--) {
      PdfPage.Line line = lines.get(i);
      if (line.region() == Region.HEADER) {
        continue;
      }
      if (line.size() == 0 || (line.size() >= body * 0.93f && line.text().length() > 3)) {
        break;
      }
      if (line.top() > 0.4f && FOOTNOTE.matcher(line.text()).matches()) {
        first = i;
      }
    }
    for (int i = first; i >= 0 && i < lines.size(); i++) {
      if (lines.get(i).region() == null) {
        lines.set(i, lines.get(i).as(Region.FOOTNOTE));
      }
    }
  }

  private static void markHeadings(List<PdfPage.Line> lines, float body) {
    for (int i = 0; i < lines.size(); i++) {
      PdfPage.Line line = lines.get(i);
      @Nullable Region region = line.region();
      boolean hasWords = line.text().codePoints().filter(Character::isLetter).count() >= 3;
      if (region == null && body > 0 && line.size() > body * 1.2f && hasWords) {
        lines.set(i, line.as(Region.HEADLINE));
      }
    }
  }
}
