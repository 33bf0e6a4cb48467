package whence.weigh;

/// Numbers whose highest bits are a hash, looked up without boxing.
final class LongSet {
  private final long[] slots;
  private final int shift;
  private final boolean holdsZero;
  private final int size;

  /// The first `count` of `numbers`.
  LongSet(long[] numbers, int count) {
    int bits = Math.max(4, Integer.SIZE - Integer.numberOfLeadingZeros(count) + 1);
    slots = new long[1 << bits];
    shift = Long.SIZE - bits;
    size = count;
    boolean zero = false;
    for (int i = 0; i < count; i++) {
      zero |= numbers[i] == 0;
      slots[slot(numbers[i])] = numbers[i];
    }
    holdsZero = zero;
  }

  boolean isEmpty() {
    return size == 0;
  }

  boolean contains(long number) {
    return number == 0 ? holdsZero : slots[slot(number)] == number;
  }

  /// Where a number is, or the free place where it would be.
  private int slot(long number) {
    int slot = (int) (number >>> shift);
    while (slots[slot] != 0 && slots[slot] != number) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  }
}
