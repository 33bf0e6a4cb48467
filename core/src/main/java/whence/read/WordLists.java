package whence.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Lists of words kept in resource files: `[name]`, then the words, parted by `|`. Lines that start
/// with `;` are remarks.
final class WordLists {
  private WordLists() {}

  static Set<String> set(String resource, String name) {
    return Set.copyOf(list(resource, name));
  }

  static List<String> list(String resource, String name) {
    List<String> words = new ArrayList<>();
    boolean in = false;
    for (String line : Phrases.lines(resource)) {
      if (line.startsWith("[")) {
        in = line.equals("[" + name + "]");
      } else if (in && !line.startsWith(";")) {
        for (String word : line.split("\\|")) {
          if (!word.isEmpty()) {
            words.add(word);
          }
        }
      }
    }
    if (words.isEmpty()) {
      throw new IllegalStateException("no words " + name + " in " + resource);
    }
    return List.copyOf(words);
  }
}
