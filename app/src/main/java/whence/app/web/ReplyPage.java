package whence.app.web;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import whence.ask.Replies;
import whence.ask.Reply;
import whence.model.Answer;
import whence.model.Claim;
import whence.weigh.Evidence;

/// Requests for comment, those first whose deadline has passed unanswered.
///
/// @param answer the only one shown, empty for all; `overdue` for those
/// @param to the words that who was asked must have, empty for anybody
/// @param numbers how many there are of each answer
/// @param today ISO 8601, against which deadlines are looked at
/// @param put claims to put into a new request
/// @param evidence the statements that show the requests, by id
public record ReplyPage(
    Leaf<Reply> replies,
    String answer,
    String to,
    Map<Answer, Integer> numbers,
    int overdue,
    String today,
    List<Claim> put,
    Map<String, Evidence> evidence,
    boolean known,
    boolean current) {
  static final Study<List<Reply>> REPLIES =
      (view, weighing, inquiry, search) -> Replies.in(view, Optional.of(weighing));

  private static final int ON_A_PAGE = 50;

  static ReplyPage of(
      Snapshot at,
      Worked<List<Reply>> worked,
      String today,
      String answer,
      String to,
      List<Claim> put,
      int number) {
    List<Reply> all = worked.value() == null ? List.of() : worked.value();
    Map<Answer, Integer> numbers = new EnumMap<>(Answer.class);
    for (Answer each : Answer.values()) {
      numbers.put(each, 0);
    }
    all.forEach(reply -> numbers.merge(reply.answer(), 1, Integer::sum));
    String words = to.toLowerCase(Locale.ROOT);
    List<Reply> wanted =
        all.stream()
            .filter(reply ->
                answer.isEmpty()
                    || (answer.equals("overdue")
                        ? reply.isOverdue(today)
                        : reply.answer().name().equalsIgnoreCase(answer)))
            .filter(reply -> reply.to().toLowerCase(Locale.ROOT).contains(words))
            .sorted(Comparator.comparing(reply -> !reply.isOverdue(today)))
            .toList();
    Leaf<Reply> shown = Leaf.of(wanted, number, ON_A_PAGE);
    return new ReplyPage(
        shown,
        answer,
        to,
        numbers,
        (int) all.stream().filter(reply -> reply.isOverdue(today)).count(),
        today,
        put,
        at.evidence(
            shown.shown().stream().flatMap(it -> Stream.ofNullable(it.statement())).toList()),
        worked.value() != null,
        worked.current());
  }
}
