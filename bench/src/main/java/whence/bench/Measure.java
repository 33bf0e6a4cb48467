package whence.bench;

/// One thing to measure. Measures do not depend on each other or on their order.
interface Measure {
  /// How it is asked for on the command line.
  String name();

  /// What it measures, in a line.
  String says();

  /// Whether it takes so long that it is only taken when it is asked for.
  default boolean onRequest() {
    return false;
  }

  /// Takes it and prints what it found. Where the measure's data, model or program is missing, it
  /// says so in a note and measures what it can.
  void take(Setting setting, Sheet sheet) throws Exception;
}
