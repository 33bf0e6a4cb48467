package whence.language;

import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import whence.language.BasicTokens.BasicToken;
import whence.model.Span;

/// A stretch of text small enough for the model at once: whole sentences packed in order, or part
/// of one too long.
final class Window {
  private final List<BasicToken> tokens;
  private final int[] firstPieces;
  private final int[] sentences;
  private final long[] pieces;
  private final long[] cases;

  private Window(
      List<BasicToken> tokens, int[] firstPieces, int[] sentences, long[] pieces, long[] cases) {
    this.tokens = tokens;
    this.firstPieces = firstPieces;
    this.sentences = sentences;
    this.pieces = pieces;
    this.cases = cases;
  }

  List<BasicToken> tokens() {
    return tokens;
  }

  /// The index in [#pieces] of a token's first piece; 0 is the opening mark's.
  int firstPiece(int token) {
    return firstPieces[token];
  }

  /// The number of the sentence that a token stands in.
  int sentence(int token) {
    return sentences[token];
  }

  int size() {
    return pieces.length;
  }

  LongBuffer pieces() {
    return LongBuffer.wrap(pieces);
  }

  LongBuffer cases() {
    return LongBuffer.wrap(cases);
  }

  /// @param most pieces a window may hold, with its opening and closing mark
  static List<Window> pack(String text, List<Span> sentences, Vocabulary vocabulary, int most) {
    List<Window> windows = new ArrayList<>();
    Packing packing = new Packing(vocabulary, most);
    for (int number = 0; number < sentences.size(); number++) {
      Span sentence = sentences.get(number);
      List<BasicToken> tokens = BasicTokens.of(text, sentence);
      List<int[]> pieces = tokens.stream().map(t -> vocabulary.pieces(t.normal())).toList();
      int size = pieces.stream().mapToInt(p -> p.length).sum();
      if (!packing.fits(size)) {
        packing.flush(windows);
      }
      for (int i = 0; i < tokens.size(); i++) {
        if (!packing.fits(pieces.get(i).length)) {
          packing.flush(windows);
        }
        packing.add(tokens.get(i), pieces.get(i), number);
      }
    }
    packing.flush(windows);
    return windows;
  }

  private static final class Packing {
    private final Vocabulary vocabulary;
    private final int most;
    private final List<BasicToken> tokens = new ArrayList<>();
    private final int[] firstPieces;
    private final int[] sentences;
    private final long[] pieces;
    private final long[] cases;
    private int size = 1;

    Packing(Vocabulary vocabulary, int most) {
      this.vocabulary = vocabulary;
      this.most = most;
      this.firstPieces = new int[most];
      this.sentences = new int[most];
      this.pieces = new long[most];
      this.cases = new long[most];
    }

    boolean fits(int more) {
      return size + more + 1 <= most;
    }

    void add(BasicToken token, int[] tokenPieces, int sentence) {
      // a single word of more pieces than a window holds: its first pieces stand for it
      int count = Math.min(tokenPieces.length, most - 1 - size);
      firstPieces[tokens.size()] = size;
      sentences[tokens.size()] = sentence;
      tokens.add(token);
      int caseClass = CaseClass.of(token.kept()).id;
      for (int i = 0; i < count; i++) {
        pieces[size] = tokenPieces[i];
        cases[size] = caseClass;
        size++;
      }
    }

    void flush(List<Window> windows) {
      if (tokens.isEmpty()) {
        return;
      }
      pieces[0] = vocabulary.open;
      cases[0] = CaseClass.OTHER.id;
      pieces[size] = vocabulary.close;
      cases[size] = CaseClass.OTHER.id;
      windows.add(
          new Window(
              List.copyOf(tokens),
              Arrays.copyOf(firstPieces, tokens.size()),
              Arrays.copyOf(sentences, tokens.size()),
              Arrays.copyOf(pieces, size + 1),
              Arrays.copyOf(cases, size + 1)));
      tokens.clear();
      size = 1;
    }
  }
}
