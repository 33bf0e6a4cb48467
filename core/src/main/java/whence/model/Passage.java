package whence.model;

/// An exact character range of a document's text, with the characters it covers.
public record Passage(int start, int end, String text) implements Comparable<Passage> {
  public Passage {
    if (start < 0 || end - start != text.length()) {
      throw new IllegalArgumentException(
          "passage " + start + ".." + end + " does not hold " + text.length() + " characters");
    }
  }

  /// The passage that `span` covers in `text`.
  public static Passage of(String text, Span span) {
    return new Passage(span.start(), span.end(), span.of(text));
  }

  public Span span() {
    return new Span(start, end);
  }

  @Override
  public int compareTo(Passage other) {
    return span().compareTo(other.span());
  }
}
