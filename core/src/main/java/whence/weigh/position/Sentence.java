package whence.weigh.position;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import whence.model.Span;
import whence.weigh.position.Cues.Kind;

/// A sentence with what tells a position in it.
///
/// @param cues how many words of each kind; every kind is there
/// @param quoted whether it holds a quotation mark
record Sentence(
    Span span, Words words, Set<String> stems, Map<Kind, Integer> cues, boolean quoted) {

  static Sentence of(String text, Span span) {
    Words words = Words.of(text, span.start(), span.end());
    Set<String> stems = new HashSet<>();
    Map<Kind, Integer> cues = new EnumMap<>(Kind.class);
    Arrays.stream(Kind.values()).forEach(kind -> cues.put(kind, 0));
    for (Words.Word word : words.all()) {
      stems.add(word.stem());
      Cues.of(word).forEach(kind -> cues.merge(kind, 1, Integer::sum));
    }
    String own = text.substring(span.start(), span.end());
    return new Sentence(span, words, stems, cues, own.indexOf('"') >= 0 || own.indexOf('“') >= 0);
  }

  static List<Sentence> all(String text) {
    List<Sentence> sentences = new ArrayList<>();
    for (Span span : Cut.sentences(text)) {
      Sentence sentence = of(text, span);
      if (!sentence.words.all().isEmpty()) {
        sentences.add(sentence);
      }
    }
    return sentences;
  }

  int count(Kind kind) {
    return cues.getOrDefault(kind, 0);
  }
}
