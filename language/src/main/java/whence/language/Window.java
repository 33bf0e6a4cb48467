package whence.language;

import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.List;
import whence.language.Tokens.Stretch;

/// A stretch of a text small enough for the model at once: whole sentences packed in order, or part
/// of one too long.
///
/// The training packs alike (`pack_overlapping` in `training/train.py`).
final class Window {
  private final int first;
  private final int past;
  private final int[] firstPieces;
  private final LongBuffer pieces;
  private final LongBuffer cases;

  private Window(Tokens tokens, Vocabulary vocabulary, int first, int past, CaseClass opening) {
    this.first = first;
    this.past = past;
    this.firstPieces = new int[past - first];
    int size = 2;
    for (int token = first; token < past; token++) {
      firstPieces[token - first] = size - 1;
      size += tokens.pieces(token).length;
    }
    this.pieces = LongBuffer.allocate(size);
    this.cases = LongBuffer.allocate(size);
    put(vocabulary.open, opening);
    for (int token = first; token < past; token++) {
      for (int piece : tokens.pieces(token)) {
        put(piece, tokens.caseClass(token));
      }
    }
    put(vocabulary.close, CaseClass.OTHER);
    pieces.flip();
    cases.flip();
  }

  private void put(int piece, CaseClass caseClass) {
    pieces.put(piece);
    cases.put(caseClass.id);
  }

  int first() {
    return first;
  }

  int past() {
    return past;
  }

  boolean holds(int token) {
    return first <= token && token < past;
  }

  /// How many tokens stand between a token and the nearer edge.
  int context(int token) {
    return Math.min(token - first, past - 1 - token);
  }

  /// The index of a token's first piece; 0 is the opening mark's.
  int firstPiece(int token) {
    return firstPieces[token - first];
  }

  int size() {
    return pieces.limit();
  }

  LongBuffer pieces() {
    return pieces.duplicate();
  }

  LongBuffer cases() {
    return cases.duplicate();
  }

  /// Each window but the first begins again with the last whole sentences of the one before, as
  /// many as fit in `overlap` pieces and leave room for its own first sentence.
  ///
  /// @param most pieces a window may hold, with its opening and closing mark
  /// @param opening the case class of the opening mark, by which the model is told whose words
  ///   these are
  static List<Window> pack(
      Tokens tokens, Vocabulary vocabulary, int most, int overlap, CaseClass opening) {
    int room = most - 2;
    List<Stretch> parts = tokens.stretches(room);
    List<Window> windows = new ArrayList<>();
    int begun = 0;
    int next = 0;
    while (next < parts.size()) {
      int start = next;
      int back = 0;
      int mayGoBack = Math.min(overlap, room - parts.get(next).pieces());
      while (start > begun && back + parts.get(start - 1).pieces() <= mayGoBack) {
        start--;
        back += parts.get(start).pieces();
      }
      int end = next;
      int total = back;
      while (end < parts.size() && total + parts.get(end).pieces() <= room) {
        total += parts.get(end).pieces();
        end++;
      }
      windows.add(
          new Window(
              tokens, vocabulary, parts.get(start).first(), parts.get(end - 1).past(), opening));
      begun = next;
      next = end;
    }
    return windows;
  }
}
