package whence.app.web;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import whence.ask.Moment;
import whence.ask.Timeline;
import whence.guard.View;
import whence.model.Claim;
import whence.model.Mention;
import whence.model.Statement;

/// The record in order of time: a page of its list; the drawing beside it asks for its own part.
///
/// @param claim the one that it is narrowed to, null for all
/// @param moments of this page
/// @param all how many there are
public record TimelinePage(
    Asked asked,
    @Nullable Claim claim,
    List<Moment> moments,
    int all,
    int number,
    int pages,
    boolean known,
    boolean current) {
  private static final int ON_A_PAGE = 40;

  /// All moments of the case, with whom their statements speak of.
  static final Study<Recorded> RECORDED = (view, _, _, _) -> Recorded.of(view);

  /// @param people names of persons in a statement, in lower case, by its id
  record Recorded(List<Clusters.Placed> moments, Map<String, Set<String>> people) {
    static Recorded of(View view) {
      Map<String, Set<String>> people = new HashMap<>();
      view.unconsulted()
          .forEach(reading -> {
            for (Statement statement : reading.statements()) {
              for (Mention mention : statement.mentions()) {
                if (mention.kind() == Mention.Kind.PERSON) {
                  people
                      .computeIfAbsent(statement.id(), _ -> new TreeSet<>())
                      .add(mention.name().toLowerCase(Locale.ROOT).intern());
                }
              }
            }
          });
      return new Recorded(Clusters.placed(Timeline.in(view)), people);
    }
  }

  /// What the timeline is narrowed by; what is empty narrows nothing.
  ///
  /// @param person who speaks or is spoken of, words of the name
  /// @param source who speaks
  /// @param document words of its path, or its hash
  /// @param claim its id
  /// @param from ISO 8601, from its beginning; `to` to its end
  public record Asked(
      String person, String source, String document, String claim, String from, String to) {
    static Asked of(Context ctx) {
      return new Asked(
          Requested.query(ctx, "person"),
          Requested.query(ctx, "source"),
          Requested.query(ctx, "document"),
          Requested.query(ctx, "claim"),
          date(Requested.query(ctx, "from")),
          date(Requested.query(ctx, "to")));
    }

    private static String date(String date) {
      if (!date.isEmpty() && Stretch.of(date).isEmpty()) {
        throw new BadRequestResponse(
            "“" + date + "” is no date: give 2031, 2031-05, 2031-05-04 or 2031-05-04T09:30.");
      }
      return date;
    }

    /// Null where no span is asked for.
    @Nullable Stretch span(Stretch whole) {
      if (from.isEmpty() && to.isEmpty()) {
        return null;
      }
      long start = Stretch.of(from).map(Stretch::start).orElse(whole.start());
      long end = Stretch.of(to).map(Stretch::end).orElse(whole.end());
      return end > start ? new Stretch(start, end) : new Stretch(start, start + 1);
    }

    boolean isEmpty() {
      return (person + source + document + claim + from + to).isEmpty();
    }

    /// @param path with these asked for along
    String address(String path, String... more) {
      List<String> query =
          new ArrayList<>(
              List.of(
                  "person",
                  person,
                  "source",
                  source,
                  "document",
                  document,
                  "claim",
                  claim,
                  "from",
                  from,
                  "to",
                  to));
      query.addAll(List.of(more));
      return Requested.address(path, query.toArray(String[]::new));
    }
  }

  static TimelinePage of(Worked<Recorded> worked, Snapshot at, Asked asked, int number) {
    List<Clusters.Placed> found = spanned(narrowed(worked.value(), at, asked), asked);
    int pages = Math.max(1, Math.ceilDiv(found.size(), ON_A_PAGE));
    int shown = Math.clamp(number, 1, pages);
    return new TimelinePage(
        asked,
        at.claim(asked.claim()).orElse(null),
        found.subList((shown - 1) * ON_A_PAGE, Math.min(found.size(), shown * ON_A_PAGE)).stream()
            .map(Clusters.Placed::moment)
            .toList(),
        found.size(),
        shown,
        pages,
        worked.value() != null,
        worked.current());
  }

  /// By all but the span.
  static List<Clusters.Placed> narrowed(@Nullable Recorded recorded, Snapshot at, Asked asked) {
    if (recorded == null) {
      return List.of();
    }
    Set<String> statements =
        new HashSet<>(at.claim(asked.claim()).map(Claim::statements).orElse(List.of()));
    String person = asked.person().toLowerCase(Locale.ROOT);
    List<Clusters.Placed> found = new ArrayList<>();
    for (Clusters.Placed each : recorded.moments()) {
      Moment moment = each.moment();
      if ((asked.claim().isEmpty() || statements.contains(moment.statement()))
          && holds(moment.who(), asked.source())
          && (holds(moment.path(), asked.document())
              || moment.document().hex().equals(asked.document()))
          && (person.isEmpty()
              || holds(moment.who(), person)
              || recorded.people().getOrDefault(moment.statement(), Set.of()).stream()
                  .anyMatch(name -> name.contains(person)))) {
        found.add(each);
      }
    }
    return found;
  }

  private static List<Clusters.Placed> spanned(List<Clusters.Placed> moments, Asked asked) {
    Stretch whole = Clusters.whole(moments);
    Stretch span = whole == null ? null : asked.span(whole);
    return span == null
        ? moments
        : moments.stream().filter(each -> each.stretch().touches(span)).toList();
  }

  private static boolean holds(String text, String words) {
    return words.isEmpty()
        || text.toLowerCase(Locale.ROOT).contains(words.toLowerCase(Locale.ROOT));
  }

  /// Where the drawing has its moments from.
  public String data() {
    return asked.address("/timeline/moments");
  }

  public String page(int other) {
    return asked.address("/timeline", "page", String.valueOf(other));
  }
}
