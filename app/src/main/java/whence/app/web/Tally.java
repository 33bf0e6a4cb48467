package whence.app.web;

/// How many statements there are, and how many of them people reviewed.
public record Tally(int statements, int attributed, int reviewed) {
  static final Tally NONE = new Tally(0, 0, 0);

  Tally plus(Tally other) {
    return new Tally(
        statements + other.statements, attributed + other.attributed, reviewed + other.reviewed);
  }
}
