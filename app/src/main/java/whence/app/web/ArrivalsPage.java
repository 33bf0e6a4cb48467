package whence.app.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import whence.app.web.Arrivals.Arrival;
import whence.app.web.Arrivals.State;

/// Files dropped in, and how far each has come.
///
/// @param unread what could not be read, wholly or at all, and why
/// @param rest the others, the latest first
/// @param more how many others there are beside those shown
/// @param done how many have been read or tried
public record ArrivalsPage(
    List<Line> unread,
    List<Line> rest,
    int more,
    int all,
    int done,
    int statements,
    String stage,
    @Nullable String failure) {
  private static final int SHOWN = 200;

  /// @param state `received`, `read`, `partly read`, `not read`, `in the case before`
  public record Line(
      String path, String document, String state, int statements, @Nullable String why) {
    static Line of(Arrival arrival) {
      return new Line(
          arrival.path(),
          arrival.document().hex(),
          switch (arrival.state()) {
            case RECEIVED -> "received";
            case READ -> "read";
            case PARTLY_READ -> "partly read";
            case NOT_READ -> "not read";
            case KNOWN -> "in the case before";
          },
          arrival.statements(),
          arrival.why());
    }
  }

  static ArrivalsPage of(Arrivals.Standing standing) {
    List<Arrival> all = standing.arrivals().reversed();
    List<Line> unread = all.stream().filter(each -> each.why() != null).map(Line::of).toList();
    List<Line> rest = all.stream().filter(each -> each.why() == null).map(Line::of).toList();
    return new ArrivalsPage(
        unread,
        rest.subList(0, Math.min(SHOWN, rest.size())),
        Math.max(0, rest.size() - SHOWN),
        all.size(),
        (int) all.stream().filter(each -> each.state() != State.RECEIVED).count(),
        all.stream().mapToInt(Arrival::statements).sum(),
        standing.stage(),
        standing.failure());
  }
}
