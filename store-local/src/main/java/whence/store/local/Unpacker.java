package whence.store.local;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;
import whence.model.Sha256;

/// Reads what a [Packer] wrote.
final class Unpacker {
  private final byte[] bytes;
  private int at;

  private Unpacker(byte... bytes) {
    this.bytes = bytes;
  }

  /// What is read back is damaged, or was written in another way.
  static final class Damaged extends Exception {
    private static final long serialVersionUID = 1L;

    Damaged(Throwable cause) {
      super(cause);
    }
  }

  static <T> T read(byte[] deflated, Function<Unpacker, T> read) throws Damaged {
    try {
      return read.apply(new Unpacker(inflate(deflated)));
    } catch (RuntimeException | DataFormatException e) {
      throw new Damaged(e);
    }
  }

  private static byte[] inflate(byte[] deflated) throws DataFormatException {
    int size = 0;
    for (int i = 0; i < 4; i++) {
      size |= (deflated[i] & 0xff) << (8 * i);
    }
    // Deflate shrinks nothing by more than a thousand times: a damaged length claims no more.
    if (size < 0 || size / 1100 > deflated.length) {
      throw new DataFormatException("no such length: " + size);
    }
    byte[] bytes = new byte[size];
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(deflated, 4, deflated.length - 4);
      int length = 0;
      while (length < size) {
        int more = inflater.inflate(bytes, length, size - length);
        if (more == 0) {
          throw new DataFormatException("it ends too early");
        }
        length += more;
      }
      return bytes;
    } finally {
      inflater.end();
    }
  }

  long number() {
    long value = 0;
    int shift = 0;
    byte next;
    do {
      next = bytes[at++];
      value |= (next & 0x7fL) << shift;
      shift += 7;
    } while (next < 0);
    return (value >>> 1) ^ -(value & 1);
  }

  int whole() {
    return Math.toIntExact(number());
  }

  boolean flag() {
    return number() != 0;
  }

  double decimal() {
    long bits = 0;
    for (int i = 0; i < 8; i++) {
      bits = (bits << 8) | (bytes[at++] & 0xff);
    }
    return Double.longBitsToDouble(bits);
  }

  String text() {
    char[] characters = new char[length()];
    for (int i = 0; i < characters.length; i++) {
      int c = bytes[at++];
      if (c < 0) {
        c = (c & 0x7f) | (bytes[at++] << 7);
        if (c < 0) {
          c = (c & 0x3fff) | (bytes[at++] << 14);
        }
      }
      characters[i] = (char) c;
    }
    return new String(characters);
  }

  Sha256 hash() {
    return new Sha256(text());
  }

  <E extends Enum<E>> E constant(Class<E> type) {
    return Enum.valueOf(type, text());
  }

  <T> @Nullable T maybe(Function<Unpacker, T> read) {
    return flag() ? read.apply(this) : null;
  }

  <T> List<T> all(Function<Unpacker, T> read) {
    int length = length();
    List<T> values = new ArrayList<>(length);
    for (int i = 0; i < length; i++) {
      values.add(read.apply(this));
    }
    return values;
  }

  /// A damaged length claims no more memory than there are bytes left.
  private int length() {
    int length = whole();
    if (length < 0 || length > bytes.length - at) {
      throw new IllegalArgumentException("no such length: " + length);
    }
    return length;
  }
}
