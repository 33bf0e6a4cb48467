package whence.store.local;

import java.nio.ByteBuffer;
import org.apache.lucene.util.BytesRef;

/// A direction of meaning as the index keeps it: its largest number, and every number as so many
/// 127ths of that. The cosine of two directions is off by less than a thousandth.
final class Direction {
  private static final int STEPS = 127;

  private Direction() {}

  static BytesRef packed(float[] direction) {
    float largest = 0;
    for (float each : direction) {
      largest = Math.max(largest, Math.abs(each));
    }
    ByteBuffer packed = ByteBuffer.allocate(Float.BYTES + direction.length).putFloat(largest);
    for (float each : direction) {
      packed.put((byte) (largest == 0 ? 0 : Math.round(each / largest * STEPS)));
    }
    return new BytesRef(packed.array());
  }

  /// What was packed, each number off by less than a 127th of the largest.
  static float[] unpacked(byte[] bytes) {
    float largest = ByteBuffer.wrap(bytes, 0, Float.BYTES).getFloat();
    float[] direction = new float[bytes.length - Float.BYTES];
    for (int i = 0; i < direction.length; i++) {
      direction[i] = bytes[Float.BYTES + i] * largest / STEPS;
    }
    return direction;
  }

  /// The scalar product of a direction and a packed one.
  ///
  /// @param from where in `bytes` the packed one starts
  static double cosine(float[] direction, byte[] bytes, int from) {
    float largest = ByteBuffer.wrap(bytes, from, Float.BYTES).getFloat();
    int start = from + Float.BYTES;
    // Four sums, so that an addition need not wait for the one before.
    float first = 0;
    float second = 0;
    float third = 0;
    float fourth = 0;
    int i = 0;
    for (; i + 3 < direction.length; i += 4) {
      first += direction[i] * bytes[start + i];
      second += direction[i + 1] * bytes[start + i + 1];
      third += direction[i + 2] * bytes[start + i + 2];
      fourth += direction[i + 3] * bytes[start + i + 3];
    }
    for (; i < direction.length; i++) {
      first += direction[i] * bytes[start + i];
    }
    return (first + second + third + fourth) * (double) largest / STEPS;
  }
}
