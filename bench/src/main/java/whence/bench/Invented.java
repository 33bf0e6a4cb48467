package whence.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import whence.model.Document;
import whence.model.Reading;
import whence.model.Text;
import whence.read.Reader;

/// Makes up articles and mails; the same seed makes the same ones.
final class Invented {
  private static final List<String> PEOPLE =
      List.of(
          "Harrow",
          "Delgado",
          "Mercer",
          "Ostrander",
          "Quill",
          "Penrose",
          "Ashby",
          "Tolland",
          "Ines Moreau",
          "Tom Fairley",
          "Ruth Okafor",
          "Daniel Price");
  private static final List<String> OTHERS =
      List.of(
          "the harbour board",
          "two officials",
          "a spokeswoman for the ministry",
          "a person familiar with the matter",
          "the auditors",
          "Northgate Shipping",
          "the committee");
  private static final List<String> VERBS =
      List.of("said", "denied", "reported", "wrote", "told the inquiry", "argued", "believes");
  private static final List<String> SUBJECTS =
      List.of(
          "the contract",
          "the licence",
          "a second payment",
          "the survey",
          "the old pier",
          "the loan",
          "the safety report",
          "an internal memo",
          "the cargo list",
          "the transfer");
  private static final List<String> DEEDS =
      List.of(
          "was signed before the vote",
          "had been changed",
          "was never sent to the minister",
          "will probably be withdrawn",
          "cost more than the board was told",
          "may have been copied",
          "was approved in a single meeting",
          "is being examined again",
          "could not be found",
          "had been paid twice");
  private static final List<String> ENDS =
      List.of(
          "",
          " in March",
          " last week",
          " on Tuesday",
          " in Lowport",
          " by three of its members",
          ", according to the minutes",
          " after a long delay",
          " without a tender",
          " in 2019");
  private static final String SYLLABLES = "bacodufegihajokulemenipiqorasatuvawexiyoze";
  private static final int ARTICLE_WORDS = 600;

  private final Random random;

  Invented(long seed) {
    this.random = new Random(seed);
  }

  /// About 600 words in paragraphs under a headline.
  String article() {
    StringBuilder article = new StringBuilder(capital(one(SUBJECTS)) + " questioned again\n\n");
    int words = 4;
    for (int sentence = 0; words < ARTICLE_WORDS; sentence++) {
      String next = sentence();
      words += next.split(" ").length;
      article.append(next).append(sentence % 4 == 3 ? "\n\n" : " ");
    }
    return article.append('\n').toString();
  }

  private String sentence() {
    String fact = one(SUBJECTS) + " " + one(DEEDS) + one(ENDS);
    String who = random.nextInt(3) == 0 ? one(OTHERS) : one(PEOPLE);
    return switch (random.nextInt(6)) {
      case 0 -> "“" + capital(fact) + ",” " + who + " " + one(VERBS) + ".";
      case 1 -> "According to " + who + ", " + fact + ".";
      case 2, 3 -> capital(who) + " " + one(VERBS) + " that " + fact + ".";
      default -> capital(fact) + ", and " + one(SUBJECTS) + " " + one(DEEDS) + ".";
    };
  }

  /// Readings of `count` small mails: some forward another whole, some repeat a sentence of
  /// another. Their vocabulary grows with their number, as a real pile's does.
  ///
  /// @param reader reads each as it stands
  List<Reading> mails(int count, Reader reader) {
    List<String> vocabulary = new ArrayList<>();
    for (int word = 0; word < 400 + count * 2; word++) {
      vocabulary.add(word());
    }
    List<List<String>> bodies = new ArrayList<>();
    List<Reading> readings = new ArrayList<>();
    for (int number = 0; number < count; number++) {
      List<String> sentences = new ArrayList<>();
      List<String> earlier =
          number == 0 ? List.of() : bodies.get(Math.max(0, number - 1 - random.nextInt(20)));
      if (random.nextInt(4) == 0) {
        sentences.addAll(earlier);
      }
      for (int sentence = 0; sentence < 6; sentence++) {
        sentences.add(
            !earlier.isEmpty() && random.nextInt(10) == 0
                ? earlier.getFirst()
                : mailSentence(vocabulary));
      }
      bodies.add(List.copyOf(sentences.subList(0, Math.min(8, sentences.size()))));
      Text text = Text.plain(mail(number, sentences));
      Document document = Articles.Article.document("mail/%05d.txt".formatted(number), text);
      readings.add(reader.read(document, text));
    }
    return readings;
  }

  private String mail(int number, List<String> sentences) {
    return "From: %s\nTo: %s\nSent: %d March 2019 09:%02d\nSubject: number %d\n\n%s\n\n%s\n"
        .formatted(
            one(PEOPLE),
            one(PEOPLE),
            1 + number % 28,
            number % 60,
            number,
            String.join(" ", sentences),
            one(PEOPLE));
  }

  private String mailSentence(List<String> vocabulary) {
    StringBuilder fact = new StringBuilder("the");
    for (int word = 0; word < 7; word++) {
      fact.append(' ').append(one(vocabulary));
    }
    fact.append(" in ").append(one(ENDS).isEmpty() ? "Lowport" : "Kingsmere").append('.');
    return random.nextInt(3) == 0
        ? one(PEOPLE) + (random.nextInt(4) == 0 ? " denied that " : " said that ") + fact
        : capital(fact.toString());
  }

  private String word() {
    StringBuilder word = new StringBuilder();
    for (int syllable = 0; syllable < 3; syllable++) {
      int at = 2 * random.nextInt(SYLLABLES.length() / 2);
      word.append(SYLLABLES, at, at + 2);
    }
    return word.toString();
  }

  private String one(List<String> of) {
    return of.get(random.nextInt(of.size()));
  }

  private static String capital(String words) {
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
