package whence.weigh;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import whence.model.Reading;
import whence.model.SourceKind;
import whence.model.Stance;

/// Makes small mails of invented sentences: some forward another whole, some repeat what another
/// says, some deny it.
final class SmallMails {
  private static final List<String> PEOPLE =
      List.of("Harrow", "Delgado", "Mercer", "Ostrander", "Quill", "Penrose", "Ashby", "Tolland");
  private static final List<String> VERBS =
      List.of("sold", "hid", "signed", "lost", "copied", "burned", "forwarded", "audited");
  private static final List<String> PLACES =
      List.of("Northgate", "Lowport", "Eastmoor", "Kingsmere", "Saltash", "Wexcombe");
  private static final String SYLLABLES = "bacodufegihajokulemenipiqorasatuvawexiyoze";

  private SmallMails() {}

  static List<Reading> readings(int count, long seed) {
    Random random = new Random(seed);
    List<String> vocabulary = new ArrayList<>();
    for (int i = 0; i < 400 + count * 2; i++) {
      StringBuilder word = new StringBuilder();
      for (int s = 0; s < 3; s++) {
        int at = 2 * random.nextInt(SYLLABLES.length() / 2);
        word.append(SYLLABLES, at, at + 2);
      }
      vocabulary.add(word.toString());
    }
    List<List<String>> bodies = new ArrayList<>();
    Pile pile = new Pile();
    for (int i = 0; i < count; i++) {
      List<String> sentences = new ArrayList<>();
      if (i > 0 && random.nextInt(4) == 0) {
        sentences.addAll(bodies.get(Math.max(0, i - 1 - random.nextInt(20))));
      }
      for (int s = 0; s < 6; s++) {
        sentences.add(
            i > 0 && random.nextInt(10) == 0
                ? bodies.get(Math.max(0, i - 1 - random.nextInt(20))).getFirst()
                : sentence(random, vocabulary));
      }
      bodies.add(List.copyOf(sentences.subList(0, Math.min(8, sentences.size()))));
      write(pile, i, sentences, random);
    }
    return pile.readings();
  }

  private static String sentence(Random random, List<String> vocabulary) {
    StringBuilder sentence =
        new StringBuilder(pick(PEOPLE, random) + " " + pick(VERBS, random) + " the");
    for (int w = 0; w < 7; w++) {
      sentence.append(' ').append(pick(vocabulary, random));
    }
    return sentence.append(" in ").append(pick(PLACES, random)).toString();
  }

  private static void write(Pile pile, int number, List<String> sentences, Random random) {
    StringBuilder text = new StringBuilder("Subject: number " + number + "\n\n");
    sentences.forEach(sentence -> text.append(sentence).append(". "));
    Pile.Draft draft =
        pile.write("mail/%05d.txt".formatted(number), text.append("\nRegards\n").toString())
            .by(pick(PEOPLE, random))
            .on("2024-0%d-1%d".formatted(1 + number % 9, number % 10));
    for (String sentence : sentences) {
      switch (random.nextInt(12)) {
        case 0 -> draft.denies(pick(PEOPLE, random), sentence);
        case 1 -> draft.says(sentence, Stance.ASSERTS, Pile.anonymous("an official"));
        case 2, 3 -> draft.says(pick(PEOPLE, random), SourceKind.PERSON, sentence);
        default -> draft.own(sentence);
      }
    }
  }

  private static String pick(List<String> list, Random random) {
    return list.get(random.nextInt(list.size()));
  }
}
