package whence.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import whence.model.Document;
import whence.model.Sha256;
import whence.model.Span;
import whence.model.Text;
import whence.read.Layout;
import whence.read.Sentences;

/// Articles of about 600 words: PolNeAR's dev part where it is there, else invented ones.
///
/// @param texts by name, in order
record Articles(List<Article> texts) {
  private static final int FEWEST_WORDS = 450;
  private static final int MOST_WORDS = 750;
  private static final int INVENTED = 24;
  private static final Pattern WORD = Pattern.compile("\\S+");
  private static final Pattern TOKEN = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+|\\S");

  Articles {
    texts = List.copyOf(texts);
  }

  record Article(String name, String characters) {
    Text text() {
      return Text.plain(characters);
    }

    /// On record as a plain text that was read whole.
    Document document() {
      return document(name, text());
    }

    static Document document(String name, Text text) {
      return new Document(
          text.hash(),
          name,
          List.of(),
          null,
          null,
          null,
          null,
          null,
          null,
          "text/plain",
          "en",
          null,
          text.characters().length(),
          List.of(),
          text.hash(),
          Document.Status.READ,
          null);
    }

    List<Span> sentences() {
      return Sentences.of(characters, Layout.of(text(), "text/plain"));
    }

    Sha256 hash() {
      return Sha256.of(characters);
    }
  }

  static Articles of(Setting setting) throws IOException {
    List<Article> articles = new ArrayList<>();
    Optional<Path> shared = setting.shared("attribution/polnear-dev-text.tar.gz");
    if (shared.isPresent()) {
      for (Map.Entry<String, String> text : Archive.texts(shared.get()).entrySet()) {
        long words = WORD.matcher(text.getValue()).results().count();
        if (words >= FEWEST_WORDS && words <= MOST_WORDS) {
          articles.add(new Article(text.getKey(), text.getValue()));
        }
      }
    } else {
      Invented invented = new Invented(setting.seed());
      for (int number = 0; number < INVENTED; number++) {
        articles.add(new Article("article-%02d.txt".formatted(number), invented.article()));
      }
    }
    return new Articles(articles);
  }

  int count() {
    return texts.size();
  }

  /// Words, numbers and every other character but white space.
  int tokens() {
    return texts.stream().mapToInt(article -> tokens(article.characters())).sum();
  }

  static int tokens(String text) {
    return (int) TOKEN.matcher(text).results().count();
  }

  /// For a heading: how much text this is.
  String size() {
    return "%d articles, %,d tokens, %,d characters"
        .formatted(
            count(),
            tokens(),
            texts.stream().mapToInt(article -> article.characters().length()).sum());
  }
}
