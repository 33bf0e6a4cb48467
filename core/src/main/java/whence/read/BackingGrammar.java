package whence.read;

import java.util.ArrayList;
import java.util.List;
import whence.model.Backing;
import whence.model.Span;

/// Finds what a text says of its own sourcing.
public final class BackingGrammar {
  /// @param span the words that say it
  public record Found(Backing backing, Span span) {}

  private static final Phrases WORDS = Phrases.read("backing.txt");

  private BackingGrammar() {}

  /// What `span` says of sourcing, with the words, in order; two may share their words.
  public static List<Found> found(String text, Span span) {
    List<Found> all = new ArrayList<>();
    for (Phrases.Found found : WORDS.in(Token.of(text, span))) {
      for (String backing : found.value().split(" ")) {
        all.add(new Found(Backing.valueOf(backing), found.span()));
      }
    }
    return List.copyOf(all);
  }

  /// The kinds of backing that `span` states, each once, in the order of the enumeration.
  public static List<Backing> of(String text, Span span) {
    return found(text, span).stream().map(Found::backing).distinct().sorted().toList();
  }
}
