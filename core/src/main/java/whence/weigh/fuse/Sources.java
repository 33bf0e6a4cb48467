package whence.weigh.fuse;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Numbers the sources of some questions, from 0 in the order of their names.
final class Sources {
  /// Somebody who gives no name, only a machine's address or a word for it. Each is seen too seldom
  /// to be judged alone, and what is known of all of them is what is known of one.
  private static final Pattern UNNAMED =
      Pattern.compile(
          "(?i).*(?<!\\d)\\d{1,3}(?:\\.\\d{1,3}){3}(?!\\d).*"
              + "|.*(?<![0-9a-f:])(?:[0-9a-f]{1,4}:){4,7}[0-9a-f]{1,4}.*"
              + "|.*\\b(?:anonymous|anon|unnamed|unknown|unregistered|guest)\\b.*",
          Pattern.DOTALL);

  private final Map<String, Integer> numbers = new TreeMap<>();
  private final boolean[] unnamed;

  Sources(List<Question> questions) {
    for (Question question : questions) {
      for (Option option : question.options()) {
        option.sources().forEach(source -> numbers.put(source, 0));
      }
    }
    unnamed = new boolean[numbers.size()];
    int next = 0;
    for (Map.Entry<String, Integer> entry : numbers.entrySet()) {
      unnamed[next] = entry.getKey().length() <= 200 && UNNAMED.matcher(entry.getKey()).matches();
      entry.setValue(next++);
    }
  }

  int count() {
    return unnamed.length;
  }

  boolean unnamed(int source) {
    return unnamed[source];
  }

  int[] of(Option option) {
    return option.sources().stream().mapToInt(source -> numbers.getOrDefault(source, -1)).toArray();
  }
}
