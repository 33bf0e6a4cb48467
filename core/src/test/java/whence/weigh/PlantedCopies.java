package whence.weigh;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import whence.model.Document;
import whence.model.Reading;
import whence.model.Sha256;
import whence.model.Text;
import whence.model.Time;

/// Makes copies of articles, and copies of copies, edited as copies are: cut, reordered, re-led,
/// noisy, reworded, or down to three sentences inside another story; among independent articles
/// that share quotations and footers. What was copied from what is known.
final class PlantedCopies {
  /// An article to copy from.
  record Article(String publisher, String date, List<String> sentences) {}

  /// A made document: sentences carry where they come from (article number, sentence number).
  record Made(
      int family,
      int parent,
      String publisher,
      @Nullable String date,
      List<Sentence> sentences,
      @Nullable String credit,
      String headline,
      @Nullable String footer,
      String edits) {
    String text() {
      StringBuilder text = new StringBuilder(headline).append("\n\n");
      if (credit != null) {
        text.append(credit).append("\n\n");
      }
      int inParagraph = 0;
      for (Sentence sentence : sentences) {
        text.append(sentence.text()).append(++inParagraph % 3 == 0 ? "\n\n" : " ");
      }
      if (footer != null) {
        text.append("\n\n").append(footer);
      }
      return text.append('\n').toString();
    }

    Set<Integer> origins() {
      return sentences.stream()
          .map(Sentence::origin)
          .filter(origin -> origin >= 0)
          .collect(Collectors.toSet());
    }
  }

  record Sentence(int origin, String text) {}

  private static final List<String> WORDS =
      List.of(
          "harbour", "ledger", "candle", "orchard", "meadow", "lantern", "granite", "willow",
          "copper", "saddle", "thimble", "anchor", "velvet", "pebble", "walnut", "feather",
          "quarry", "ribbon", "kettle", "marble", "cobalt", "juniper", "barley", "compass");

  private final Random random;
  private final List<Article> articles;

  PlantedCopies(List<Article> articles, long seed) {
    this.random = new Random(seed);
    this.articles = new ArrayList<>(articles);
    Collections.shuffle(this.articles, random);
  }

  /// A third originals, two thirds copies of half of them.
  List<Made> make(int originals) {
    List<Made> made = new ArrayList<>();
    for (int i = 0; i < originals; i++) {
      Article article = articles.get(i);
      List<Sentence> sentences = new ArrayList<>();
      for (int s = 0; s < article.sentences.size(); s++) {
        sentences.add(new Sentence(i * 1000 + Math.min(s, 999), article.sentences.get(s)));
      }
      made.add(
          new Made(
              i, -1, article.publisher, article.date, sentences, null, words(6), null, "original"));
    }
    int hosts = originals;
    for (int i = 0; i < originals * 2; i++) {
      int parent =
          i > originals / 4 && random.nextInt(3) == 0
              ? originals + random.nextInt(made.size() - originals)
              : random.nextInt(originals / 2 + 1);
      Article host = hosts < articles.size() ? articles.get(hosts) : null;
      Made copy = copy(made.get(parent), parent, host);
      hosts += copy.edits.startsWith("inside") ? 1 : 0;
      made.add(copy);
    }
    return share(made);
  }

  private Made copy(Made from, int parent, @Nullable Article host) {
    List<Sentence> sentences = new ArrayList<>(from.sentences);
    boolean inside = host != null && random.nextInt(4) == 0 && sentences.size() > 6;
    if (inside) {
      int length = 3 + random.nextInt(3);
      int start = random.nextInt(Math.max(1, sentences.size() - length));
      sentences =
          new ArrayList<>(sentences.subList(start, Math.min(sentences.size(), start + length)));
    } else if (random.nextBoolean() && sentences.size() > 8) {
      int keep = (int) (sentences.size() * (0.35 + 0.6 * random.nextDouble()));
      if (random.nextBoolean()) {
        sentences = new ArrayList<>(sentences.subList(0, keep));
      } else {
        while (sentences.size() > keep) {
          sentences.remove(random.nextInt(sentences.size()));
        }
      }
    }
    if (random.nextInt(3) == 0 && sentences.size() > 4) {
      reorder(sentences);
    }
    double noise = random.nextInt(4) == 0 ? 0.16 * random.nextDouble() : 0;
    double changes = random.nextInt(3) == 0 ? 0.4 * random.nextDouble() : 0;
    if (noise > 0.08) {
      changes = 0;
    }
    List<Sentence> edited = new ArrayList<>();
    for (Sentence sentence : sentences) {
      edited.add(new Sentence(sentence.origin, noisy(reworded(sentence.text, changes), noise)));
    }
    if (inside && host != null) {
      List<Sentence> whole = new ArrayList<>();
      host.sentences.forEach(text -> whole.add(new Sentence(-1, text)));
      whole.addAll(random.nextInt(whole.size() + 1), edited);
      edited = whole;
    } else if (random.nextBoolean()) {
      edited.addFirst(new Sentence(-1, "In a new turn, " + words(8) + "."));
      edited.addFirst(new Sentence(-1, "The " + words(9) + "."));
    }
    boolean said = random.nextInt(4) == 0;
    String publisher = random.nextInt(3) == 0 ? from.publisher : "The " + words(2);
    String credit =
        said && !publisher.equals(from.publisher)
            ? random.nextBoolean()
                ? "Originally published in " + from.publisher + "."
                : "(" + from.publisher + ") -"
            : null;
    String edits =
        (inside ? "inside " : "")
            + (noise > 0 ? noise > 0.08 ? "noisy " : "slightly-noisy " : "")
            + (changes > 0 ? changes > 0.2 ? "reworded " : "slightly-reworded " : "");
    String date =
        random.nextInt(5) == 0
            ? null
            : java.time.LocalDate.parse(from.date == null ? "2009-01-01" : from.date)
                .plusDays(random.nextInt(4))
                .toString();
    return new Made(from.family, parent, publisher, date, edited, credit, words(6), null, edits);
  }

  private void reorder(List<Sentence> sentences) {
    List<List<Sentence>> paragraphs = new ArrayList<>();
    for (int i = 0; i < sentences.size(); i += 3) {
      paragraphs.add(List.copyOf(sentences.subList(i, Math.min(sentences.size(), i + 3))));
    }
    Collections.shuffle(paragraphs, random);
    sentences.clear();
    paragraphs.forEach(sentences::addAll);
  }

  private String reworded(String sentence, double part) {
    if (part == 0) {
      return sentence;
    }
    List<String> kept = new ArrayList<>();
    for (String word : sentence.split(" ")) {
      if (random.nextDouble() >= part) {
        kept.add(word);
      } else if (random.nextBoolean()) {
        kept.add(WORDS.get(random.nextInt(WORDS.size())));
      }
    }
    return String.join(" ", kept);
  }

  private String noisy(String sentence, double part) {
    if (part == 0) {
      return sentence;
    }
    StringBuilder noisy = new StringBuilder();
    for (int i = 0; i < sentence.length(); i++) {
      char c = sentence.charAt(i);
      if (random.nextDouble() >= part) {
        noisy.append(c);
      } else {
        switch (random.nextInt(3)) {
          case 0 -> noisy.append((char) ('a' + random.nextInt(26)));
          case 1 -> noisy.append(c).append((char) ('a' + random.nextInt(26)));
          default -> {}
        }
      }
    }
    return noisy.toString();
  }

  /// Quotations that several independent articles carry, and each publisher's footer.
  private List<Made> share(List<Made> made) {
    List<String> quotations = new ArrayList<>();
    for (int i = 0; i < made.size() / 15 + 1; i++) {
      quotations.add("“" + words(12 + random.nextInt(30)) + ",” said Minister " + words(1) + ".");
    }
    List<Made> result = new ArrayList<>();
    for (Made document : made) {
      List<Sentence> sentences = new ArrayList<>(document.sentences);
      if (random.nextInt(3) == 0) {
        sentences.add(
            random.nextInt(sentences.size() + 1),
            new Sentence(-1, quotations.get(random.nextInt(quotations.size()))));
      }
      Random own = new Random(document.publisher.hashCode());
      String footer =
          "Subscribe to " + document.publisher + " for more. " + words(own, 10 + own.nextInt(30));
      result.add(
          new Made(
              document.family,
              document.parent,
              document.publisher,
              document.date,
              sentences,
              document.credit,
              document.headline,
              footer,
              document.edits));
    }
    return result;
  }

  private String words(int count) {
    return words(random, count);
  }

  private static String words(Random random, int count) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      words.add(WORDS.get(random.nextInt(WORDS.size())));
    }
    return String.join(" ", words);
  }

  /// What finding reuse takes in.
  static Reading reading(int number, Made made) {
    String characters = made.text();
    Text text = Text.plain(characters);
    Document document =
        new Document(
            Sha256.of(number + "\n" + characters),
            "planted/%05d.txt".formatted((number * 7919) % 100_003),
            List.of(),
            made.headline,
            null,
            made.publisher,
            null,
            made.date == null ? null : Time.fromMetadata(made.date),
            made.date == null ? null : "planted",
            "text/plain",
            "en",
            null,
            characters.length(),
            List.of(),
            text.hash(),
            Document.Status.READ,
            null);
    return new Reading(document, text, List.of(), List.of(), "planted");
  }

  /// Whether the two were made from three same sentences or more.
  static boolean tied(Made left, Made right) {
    Set<Integer> both = new HashSet<>(left.origins());
    both.retainAll(right.origins());
    return both.size() >= 3;
  }
}
