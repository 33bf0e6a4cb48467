package whence.bench;

/// The 95 % interval of a share (E. B. Wilson, *JASA* 22, 1927).
record Wilson(double low, double high) {
  private static final double Z = 1.959964;

  static Wilson of(int yes, int all) {
    if (all == 0) {
      return new Wilson(0, 1);
    }
    double share = (double) yes / all;
    double middle = (share + Z * Z / (2 * all)) / (1 + Z * Z / all);
    double half =
        Z * Math.sqrt(share * (1 - share) / all + Z * Z / (4.0 * all * all)) / (1 + Z * Z / all);
    return new Wilson(Math.max(0, middle - half), Math.min(1, middle + half));
  }
}
