package whence.language;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/// Cuts a word into the model's pieces, longest match first (Wu et al., 2016, as BERT uses it).
final class Vocabulary {
  private static final int LONGEST_WORD = 100;

  private final Map<String, Integer> ids;
  private final int unknown;
  final int open;
  final int close;

  private Vocabulary(Map<String, Integer> ids) {
    this.ids = ids;
    this.unknown = id("[UNK]");
    this.open = id("[CLS]");
    this.close = id("[SEP]");
  }

  /// @param file one piece a line, the line's number from 0 its id
  static Vocabulary read(Path file) throws IOException {
    List<String> pieces = Files.readAllLines(file);
    Map<String, Integer> ids = HashMap.newHashMap(pieces.size());
    for (int i = 0; i < pieces.size(); i++) {
      ids.put(pieces.get(i), i);
    }
    return new Vocabulary(ids);
  }

  /// @param ids of all pieces
  static Vocabulary of(Map<String, Integer> ids) {
    return new Vocabulary(Map.copyOf(ids));
  }

  private int id(String piece) {
    Integer id = ids.get(piece);
    if (id == null) {
      throw new IllegalArgumentException("the vocabulary has no " + piece);
    }
    return id;
  }

  /// The ids of the word's pieces, at least one.
  int[] pieces(String word) {
    if (word.isEmpty() || word.codePointCount(0, word.length()) > LONGEST_WORD) {
      return new int[] {unknown};
    }
    int[] found = new int[word.length()];
    int count = 0;
    int start = 0;
    while (start < word.length()) {
      int end = word.length();
      OptionalInt piece = OptionalInt.empty();
      while (end > start) {
        piece = lookUp(start == 0 ? word.substring(0, end) : "##" + word.substring(start, end));
        if (piece.isPresent()) {
          break;
        }
        end--;
      }
      if (piece.isEmpty()) {
        return new int[] {unknown};
      }
      found[count++] = piece.getAsInt();
      start = end;
    }
    return java.util.Arrays.copyOf(found, count);
  }

  private OptionalInt lookUp(String piece) {
    Integer id = ids.get(piece);
    return id == null ? OptionalInt.empty() : OptionalInt.of(id);
  }
}
