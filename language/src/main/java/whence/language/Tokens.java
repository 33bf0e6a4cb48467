package whence.language;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import whence.language.BasicTokens.BasicToken;
import whence.model.Span;

/// The tokens of a run of sentences, with their pieces.
final class Tokens {
  private final List<BasicToken> tokens = new ArrayList<>();
  private final List<int[]> pieces = new ArrayList<>();

  /// For each sentence, one after its last token.
  private final List<Integer> sentenceEnds = new ArrayList<>();

  /// A sentence, or part of one too long for a window.
  ///
  /// @param pieces how many
  record Stretch(int first, int past, int pieces) {}

  private Tokens() {}

  /// @param longest pieces that one token may have; what a longer one has beyond them is left out
  static Tokens of(String text, List<Span> sentences, Vocabulary vocabulary, int longest) {
    Tokens made = new Tokens();
    for (Span sentence : sentences) {
      for (BasicToken token : BasicTokens.of(text, sentence)) {
        int[] of = vocabulary.pieces(token.normal());
        made.tokens.add(token);
        made.pieces.add(of.length > longest ? Arrays.copyOf(of, longest) : of);
      }
      made.sentenceEnds.add(made.tokens.size());
    }
    return made;
  }

  int size() {
    return tokens.size();
  }

  BasicToken get(int token) {
    return tokens.get(token);
  }

  int[] pieces(int token) {
    return pieces.get(token);
  }

  CaseClass caseClass(int token) {
    return CaseClass.of(tokens.get(token).kept());
  }

  /// The text from the first to the last of some tokens.
  Span span(int first, int past) {
    return new Span(tokens.get(first).span().start(), tokens.get(past - 1).span().end());
  }

  /// The sentences, those of more than `room` pieces cut between tokens.
  List<Stretch> stretches(int room) {
    List<Stretch> stretches = new ArrayList<>();
    int begin = 0;
    for (int end : sentenceEnds) {
      int start = begin;
      int size = 0;
      for (int token = begin; token < end; token++) {
        int more = pieces.get(token).length;
        if (size + more > room) {
          stretches.add(new Stretch(start, token, size));
          start = token;
          size = 0;
        }
        size += more;
      }
      if (end > start) {
        stretches.add(new Stretch(start, end, size));
      }
      begin = end;
    }
    return stretches;
  }
}
