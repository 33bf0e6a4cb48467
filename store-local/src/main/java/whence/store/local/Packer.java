package whence.store.local;

import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.zip.Deflater;
import org.jspecify.annotations.Nullable;
import whence.model.Sha256;

/// Writes values one behind the other, to be read back by an [Unpacker] in the same order. What may
/// be null is marked by a byte.
final class Packer {
  private byte[] bytes = new byte[1 << 12];
  private int size;

  Packer number(long value) {
    // Seven bits a byte, the lowest first; small numbers, negative ones too, take one byte.
    long left = (value << 1) ^ (value >> 63);
    room(10);
    while ((left & ~0x7fL) != 0) {
      bytes[size++] = (byte) ((left & 0x7f) | 0x80);
      left >>>= 7;
    }
    bytes[size++] = (byte) left;
    return this;
  }

  Packer whole(int value) {
    return number(value);
  }

  Packer flag(boolean value) {
    return number(value ? 1 : 0);
  }

  Packer decimal(double value) {
    long bits = Double.doubleToRawLongBits(value);
    room(8);
    for (int shift = 56; shift >= 0; shift -= 8) {
      bytes[size++] = (byte) (bits >>> shift);
    }
    return this;
  }

  /// Any UTF-16, halves of surrogate pairs too, a character in one to three bytes.
  Packer text(String value) {
    number(value.length());
    room(3 * value.length());
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c < 0x80) {
        bytes[size++] = (byte) c;
      } else if (c < 0x4000) {
        bytes[size++] = (byte) ((c & 0x7f) | 0x80);
        bytes[size++] = (byte) (c >> 7);
      } else {
        bytes[size++] = (byte) ((c & 0x7f) | 0x80);
        bytes[size++] = (byte) (((c >> 7) & 0x7f) | 0x80);
        bytes[size++] = (byte) (c >> 14);
      }
    }
    return this;
  }

  Packer hash(Sha256 value) {
    return text(value.hex());
  }

  /// By name, so that another order of the constants is no other value.
  Packer constant(Enum<?> value) {
    return text(value.name());
  }

  <T> Packer maybe(@Nullable T value, BiConsumer<Packer, T> write) {
    flag(value != null);
    if (value != null) {
      write.accept(this, value);
    }
    return this;
  }

  <T> Packer all(List<T> values, BiConsumer<Packer, T> write) {
    number(values.size());
    values.forEach(value -> write.accept(this, value));
    return this;
  }

  /// What was written, its length before it, deflated.
  byte[] deflated() {
    Deflater deflater = new Deflater(3);
    try {
      deflater.setInput(bytes, 0, size);
      deflater.finish();
      byte[] out = new byte[size / 2 + 64];
      int length = 4;
      while (!deflater.finished()) {
        if (length == out.length) {
          out = Arrays.copyOf(out, out.length * 2);
        }
        length += deflater.deflate(out, length, out.length - length);
      }
      for (int i = 0; i < 4; i++) {
        out[i] = (byte) (size >>> (8 * i));
      }
      return Arrays.copyOf(out, length);
    } finally {
      deflater.end();
    }
  }

  private void room(int more) {
    if (bytes.length - size < more) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
    }
  }
}
