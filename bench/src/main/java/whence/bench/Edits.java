package whence.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What happens to words and letters on the way from a text to its copy.
final class Edits {
  private static final Pattern PLAIN = Pattern.compile("[a-z]{3,12}");

  /// What scanning makes of letters.
  private static final List<String[]> MISREAD =
      List.of(
          new String[] {"rn", "m"},
          new String[] {"m", "rn"},
          new String[] {"cl", "d"},
          new String[] {"d", "cl"},
          new String[] {"l", "1"},
          new String[] {"i", "l"},
          new String[] {"o", "0"},
          new String[] {"e", "c"},
          new String[] {"c", "e"},
          new String[] {"h", "b"},
          new String[] {"s", "5"},
          new String[] {"u", "v"},
          new String[] {"n", "u"},
          new String[] {"t", "f"},
          new String[] {"a", "o"},
          new String[] {" ", ""},
          new String[] {"g", "q"});

  private final Random random;

  /// As often as they stand in the articles.
  private final List<String> words = new ArrayList<>();

  Edits(List<NewsEvents.Article> articles, Random random) {
    this.random = random;
    for (NewsEvents.Article article : articles) {
      for (String word : article.sentences().getLast().split(" ")) {
        if (PLAIN.matcher(word).matches()) {
          words.add(word);
        }
      }
    }
  }

  String word() {
    return one(words);
  }

  String sentence(int length) {
    StringBuilder sentence = new StringBuilder(capital(word()));
    for (int i = 1; i < length; i++) {
      sentence.append(' ').append(word());
    }
    return sentence.append(" .").toString();
  }

  <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  String capital(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }

  /// @param part of the words that are dropped, or changed for others, as often one as the other
  String reworded(String sentence, double part) {
    if (part == 0) {
      return sentence;
    }
    List<String> kept = new ArrayList<>();
    for (String word : sentence.split(" ")) {
      if (random.nextDouble() >= part) {
        kept.add(word);
      } else if (random.nextBoolean()) {
        kept.add(word());
      }
    }
    return String.join(" ", kept);
  }

  /// @param part of the characters that are hit
  /// @param scanned whether they are misread as scanning does, or any for any
  String noisy(String sentence, double part, boolean scanned) {
    if (part == 0) {
      return sentence;
    }
    StringBuilder noisy = new StringBuilder();
    for (int i = 0; i < sentence.length(); i++) {
      if (random.nextDouble() >= part) {
        noisy.append(sentence.charAt(i));
        continue;
      }
      String[] misread = scanned ? misread(sentence, i) : null;
      if (misread != null) {
        noisy.append(misread[1]);
        i += misread[0].length() - 1;
        continue;
      }
      char any = (char) ('a' + random.nextInt(26));
      switch (random.nextInt(3)) {
        case 0 -> noisy.append(any);
        case 1 -> noisy.append(sentence.charAt(i)).append(any);
        default -> {}
      }
    }
    return noisy.toString();
  }

  private String @Nullable [] misread(String sentence, int at) {
    for (String[] each : MISREAD) {
      if (sentence.startsWith(each[0], at)) {
        return each;
      }
    }
    return null;
  }
}
