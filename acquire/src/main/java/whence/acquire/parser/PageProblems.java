package whence.acquire.parser;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Why which pages were not read, in words: "pages 3-5 and 8 of 9 …".
final class PageProblems {
  private PageProblems() {}

  static List<String> inWords(List<PdfPage> pages) {
    Map<String, List<Integer>> byProblem = new LinkedHashMap<>();
    for (PdfPage page : pages) {
      String problem = page.problem();
      if (problem != null) {
        byProblem.computeIfAbsent(problem, p -> new ArrayList<>()).add(page.number());
      }
    }
    List<String> words = new ArrayList<>();
    byProblem.forEach((problem, numbers) ->
        words.add(
            (numbers.size() == 1 ? "page " : "pages ")
                + ranges(numbers)
                + " of "
                + pages.size()
                + " "
                + problem));
    return words;
  }

  private static String ranges(List<Integer> numbers) {
    List<String> ranges = new ArrayList<>();
    for (int i = 0; i < numbers.size(); ) {
      int from = i;
      while (i + 1 < numbers.size() && numbers.get(i + 1) == numbers.get(i) + 1) {
        i++;
      }
      ranges.add(from == i ? "" + numbers.get(i) : numbers.get(from) + "-" + numbers.get(i));
      i++;
    }
    return ranges.size() <= 12
        ? String.join(", ", ranges)
        : String.join(", ", ranges.subList(0, 12)) + ", …";
  }
}
