package whence.app.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import whence.app.print.Letter;
import whence.ask.Criticisms;
import whence.ask.Criticisms.Criticism;
import whence.ask.Questions;
import whence.ask.Reply;

/// The drafted no-surprises letter to somebody.
///
/// @param to as asked for, empty where nobody was named
/// @param people whom it may go to: those that `to` may stand for, else all that are criticised
/// @param letter as Markdown, null where it is to nobody in particular
/// @param criticising how many claims may criticise them, and `naming` how many name them otherwise
/// @param held how many passages of marked documents are not quoted
public record LetterPage(
    String to,
    List<Addressee> people,
    @Nullable String letter,
    int criticising,
    int naming,
    int held,
    String from,
    String deadline,
    boolean marked,
    boolean known,
    boolean current) {
  /// @param claims how many may criticise them
  public record Addressee(String name, int claims) {}

  private static final int MOST_PEOPLE = 200;

  static final Study<Criticisms.Found> CRITICISMS =
      (view, weighing, inquiry, search) -> {
        Map<String, Set<String>> bearing =
            inquiry.questions().isEmpty()
                ? Map.of()
                : Criticisms.bearing(new Questions(view, weighing, inquiry, search.get()).all());
        return Criticisms.in(view, weighing, inquiry.people(), bearing);
      };

  static LetterPage of(
      Worked<Criticisms.Found> worked,
      List<Reply> replies,
      String to,
      String from,
      String deadline,
      boolean marked) {
    Criticisms.Found found = worked.value();
    if (found == null) {
      return new LetterPage(to, List.of(), null, 0, 0, 0, from, deadline, marked, false, false);
    }
    List<String> people = to.isBlank() ? List.of() : found.people(to);
    if (people.size() != 1) {
      List<Addressee> all = addressees(found, people);
      return new LetterPage(to, all, null, 0, 0, 0, from, deadline, marked, true, worked.current());
    }
    String person = people.getFirst();
    List<Criticism> criticisms = found.by().getOrDefault(person, List.of());
    Letter letter =
        new Letter(
            person, from.isBlank() ? null : from, deadline.isBlank() ? null : deadline, marked);
    String text =
        letter.of(
            criticisms,
            found.said().getOrDefault(person, List.of()),
            replies.stream().filter(reply -> reply.to().equalsIgnoreCase(person)).toList());
    int criticising = criticising(criticisms);
    return new LetterPage(
        person,
        List.of(),
        text,
        criticising,
        criticisms.size() - criticising,
        letter.held(),
        from,
        deadline,
        marked,
        true,
        worked.current());
  }

  private static int criticising(List<Criticism> criticisms) {
    return (int) criticisms.stream().filter(each -> !each.why().isEmpty()).count();
  }

  /// Those named, else all, the most criticised first.
  private static List<Addressee> addressees(Criticisms.Found found, List<String> named) {
    List<Addressee> all = new ArrayList<>();
    for (String name : named.isEmpty() ? found.by().keySet() : named) {
      all.add(new Addressee(name, criticising(found.by().getOrDefault(name, List.of()))));
    }
    all.sort(
        Comparator.comparingInt((Addressee each) -> -each.claims()).thenComparing(Addressee::name));
    return List.copyOf(all.subList(0, Math.min(MOST_PEOPLE, all.size())));
  }
}
