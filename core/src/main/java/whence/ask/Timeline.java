package whence.ask;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import whence.guard.View;
import whence.model.CodePoints;
import whence.model.Document;
import whence.model.Link;
import whence.model.Statement;
import whence.model.Time;
import whence.weigh.Evidence;

/// The record in order of time, on both clocks: when things happened and when they were said.
public final class Timeline {
  private static final Comparator<Moment> ORDER =
      Comparator.<Moment, String>comparing(
              moment -> Objects.requireNonNullElse(moment.time().value(), ""), Dates::compareStarts)
          .thenComparing(Moment::clock)
          .thenComparing(Moment::path, CodePoints.ORDER)
          .thenComparing(moment -> Objects.requireNonNullElse(moment.time().start(), -1))
          .thenComparing(Moment::statement, CodePoints.ORDER);

  private Timeline() {}

  /// By time (a month before its days), happened before said, then by document and place. What has
  /// no time that can be put into order is left out.
  public static List<Moment> in(View view) {
    List<Moment> moments = new ArrayList<>();
    for (Statements.Placed placed : Statements.in(view)) {
      add(moments, placed.document(), placed.statement());
    }
    moments.sort(ORDER);
    return moments;
  }

  /// As [#in(View)], of these statements alone.
  public static List<Moment> of(Collection<Evidence> statements) {
    List<Moment> moments = new ArrayList<>();
    for (Evidence each : statements) {
      add(moments, each.document(), each.statement());
    }
    moments.sort(ORDER);
    return moments;
  }

  private static void add(List<Moment> moments, Document document, Statement statement) {
    for (Time time : statement.about()) {
      add(moments, Moment.Clock.HAPPENED, time, document, statement);
    }
    if (statement.said() != null) {
      add(moments, Moment.Clock.SAID, statement.said(), document, statement);
    }
  }

  private static void add(
      List<Moment> moments, Moment.Clock clock, Time time, Document document, Statement statement) {
    if (Dates.sorts(time.value())) {
      moments.add(
          new Moment(
              clock,
              time,
              statement.id(),
              document.sha256(),
              document.path(),
              who(statement.innermost()),
              statement.contentText()));
    }
  }

  private static String who(Link link) {
    return link.name() != null ? link.name() : Objects.requireNonNullElse(link.as(), "");
  }
}
