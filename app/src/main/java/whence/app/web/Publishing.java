package whence.app.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import whence.ask.Criticisms;
import whence.ask.Forecasts;
import whence.ask.Inquiry;
import whence.ask.Obstacles;
import whence.ask.Obstacles.Obstacle;
import whence.ask.Questions;
import whence.ask.Replies;
import whence.ask.Reply;
import whence.guard.View;
import whence.model.Weighing;

/// What stands in the way of publishing, and what letters are written from.
///
/// @param criticisms of whom, and what they said themselves
/// @param today ISO 8601, when it was worked out
record Publishing(
    Criticisms.Found criticisms, List<Reply> replies, List<Obstacle> obstacles, String today) {
  static final Study<Publishing> STUDY =
      (view, weighing, inquiry, search) ->
          of(
              view,
              weighing,
              inquiry,
              inquiry.questions().isEmpty()
                  ? Map.of()
                  : Criticisms.bearing(new Questions(view, weighing, inquiry, search.get()).all()),
              ReplyPart.today());

  private static Publishing of(
      View view,
      Weighing weighing,
      Inquiry inquiry,
      Map<String, Set<String>> bearing,
      String today) {
    List<Reply> replies = Replies.in(view, Optional.of(weighing));
    return new Publishing(
        Criticisms.in(view, weighing, inquiry.people(), bearing),
        replies,
        Obstacles.in(
            view,
            weighing,
            Criticisms.in(view, weighing, inquiry.people(), Map.of()),
            Forecasts.in(view),
            replies,
            today),
        today);
  }
}
