package whence.app.web;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import whence.ask.Replies;
import whence.ask.Reply;

/// Requests for comment and what came of them.
///
/// @param today ISO 8601, against which deadlines are looked at
public record ReplyPage(
    List<Reply> replies, int all, String today, boolean known, boolean current) {
  static final Study<List<Reply>> STUDY =
      (view, weighing, _, _) -> Replies.in(view, Optional.of(weighing));

  private static final int SHOWN = 200;

  static ReplyPage of(Worked<List<Reply>> worked, String today) {
    List<Reply> known = worked.value();
    if (known == null) {
      return new ReplyPage(List.of(), 0, today, false, false);
    }
    List<Reply> sorted =
        known.stream()
            .sorted(
                Comparator.comparing((Reply reply) -> !reply.isOverdue(today))
                    .thenComparing(reply -> !reply.entered())
                    .thenComparing(Reply::suggested))
            .toList();
    return new ReplyPage(
        sorted.subList(0, Math.min(SHOWN, sorted.size())),
        sorted.size(),
        today,
        true,
        worked.current());
  }
}
