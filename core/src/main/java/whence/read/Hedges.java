package whence.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import whence.model.Passage;
import whence.model.Span;

/// Finds the words by which a writer or speaker holds back: may, could, reportedly, seems.
public final class Hedges {
  private static final Phrases WORDS = Phrases.read("hedges.txt");

  private static final Set<String> PERSONS = WordLists.set("hedge-words.txt", "persons");

  /// After *could*, these speak of what may be, not of what somebody was able to do.
  private static final Set<String> AFTER_COULD = WordLists.set("hedge-words.txt", "after-could");

  private Hedges() {}

  /// The hedges in `span`, in order.
  public static List<Passage> of(String text, Span span) {
    List<Token> tokens = Token.of(text, span);
    List<Passage> all = new ArrayList<>();
    for (Phrases.Found found : WORDS.in(tokens)) {
      Token first = tokens.get(found.first());
      boolean hedges =
          switch (first.norm()) {
            case "may" -> !isMonth(text, tokens, found.first());
            case "could" -> !found.value().equals("could") || isOutlook(tokens, found.first());
            default -> true;
          };
      if (hedges) {
        all.add(Passage.of(text, found.span()));
      }
    }
    return List.copyOf(all);
  }

  private static boolean isMonth(String text, List<Token> tokens, int i) {
    Token may = tokens.get(i);
    boolean allCapitals = text.startsWith("MAY", may.start());
    if (!may.isCapitalized(text) || allCapitals) {
      return i + 1 < tokens.size() && tokens.get(i + 1).isNumber();
    }
    boolean inside = i > 0 && !tokens.get(i - 1).isMark();
    boolean dated =
        i + 1 < tokens.size() && (tokens.get(i + 1).isNumber() || tokens.get(i + 1).isMark());
    return inside || dated;
  }

  private static boolean isOutlook(List<Token> tokens, int i) {
    boolean person = i > 0 && PERSONS.contains(tokens.get(i - 1).norm());
    String next = i + 1 < tokens.size() ? tokens.get(i + 1).norm() : "";
    return AFTER_COULD.contains(next) && !(person && !next.equals("be") && !next.equals("have"));
  }
}
