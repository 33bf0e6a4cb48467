package whence.read;

import java.util.List;
import java.util.Set;
import whence.model.Span;

/// Who is told, where the words put them in a teller's place: "Lee was advised that …".
final class Told {
  private static final Set<String> BE = Set.of("is", "are", "was", "were", "be", "been", "being");
  private static final Set<String> TELLING =
      Set.of(
          "advised",
          "assured",
          "briefed",
          "informed",
          "instructed",
          "notified",
          "ordered",
          "reminded",
          "told",
          "urged",
          "warned");

  private Told() {}

  /// The attribution without a source that was only told what is said.
  static Tagger.Attribution withoutTold(String text, Tagger.Attribution found) {
    return !found.source().isEmpty()
            && !found.cue().isEmpty()
            && found.source().getLast().end() <= found.cue().getFirst().start()
            && isCueOfTold(text, found.cue().getFirst())
        ? new Tagger.Attribution(List.of(), found.cue(), found.content(), found.score())
        : found;
  }

  /// "had been fully advised": a form of *be*, then the word of telling, at the end of the cue.
  static boolean isCueOfTold(String text, Span span) {
    List<Token> cue = Token.of(text, span);
    boolean passive = false;
    for (int i = 0; i < cue.size(); i++) {
      String word = cue.get(i).norm();
      if (passive && TELLING.contains(word)) {
        return i == cue.size() - 1 || !cue.get(i + 1).norm().equals("by");
      }
      passive = passive || BE.contains(word);
    }
    return false;
  }
}
