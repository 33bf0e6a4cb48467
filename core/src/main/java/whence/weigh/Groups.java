package whence.weigh;

/// Things that were joined, directly or through others. A group is named by its lowest member, so
/// the order of joining leaves no trace.
final class Groups {
  private final int[] lower;

  Groups(int size) {
    lower = new int[size];
    for (int i = 0; i < size; i++) {
      lower[i] = i;
    }
  }

  int of(int member) {
    int lowest = member;
    while (lower[lowest] != lowest) {
      lowest = lower[lowest];
    }
    while (lower[member] != lowest) {
      int next = lower[member];
      lower[member] = lowest;
      member = next;
    }
    return lowest;
  }

  void join(int left, int right) {
    int a = of(left);
    int b = of(right);
    lower[Math.max(a, b)] = Math.min(a, b);
  }
}
