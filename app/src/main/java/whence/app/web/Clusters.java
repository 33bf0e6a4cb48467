package whence.app.web;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import whence.app.print.JsonLines;
import whence.app.report.Words;
import whence.ask.Moment;

/// Moments as they are drawn on an axis of time: those too near one another to be told apart stand
/// as one, with how many they are.
///
/// @param whole from the first to the last of all moments, null where there are none
/// @param shown the part of it drawn
/// @param left moments that are not drawn: stretches, beyond the most that are
record Clusters(@Nullable Stretch whole, @Nullable Stretch shown, List<Cluster> all, int left) {
  /// How many can be told apart on the axis.
  private static final int PLACES = 50;

  private static final int STRETCHES = 160;
  private static final int LONGEST_TEXT = 200;

  /// @param first of its moments
  /// @param count of them
  record Cluster(Moment first, Stretch stretch, int count) {}

  /// A moment with the stretch that its time means.
  record Placed(Moment moment, Stretch stretch) {}

  static List<Placed> placed(List<Moment> moments) {
    List<Placed> placed = new ArrayList<>();
    for (Moment moment : moments) {
      String value = moment.time().value();
      if (value != null) {
        Stretch.of(value).ifPresent(stretch -> placed.add(new Placed(moment, stretch)));
      }
    }
    return placed;
  }

  /// From the first to the last, null where there are none.
  static @Nullable Stretch whole(List<Placed> moments) {
    return moments.isEmpty()
        ? null
        : new Stretch(
            moments.stream().mapToLong(it -> it.stretch().start()).min().orElseThrow(),
            moments.stream().mapToLong(it -> it.stretch().end()).max().orElseThrow());
  }

  /// @param asked the part to draw, null for the whole
  static Clusters of(List<Placed> moments, @Nullable Stretch asked) {
    Stretch whole = whole(moments);
    if (whole == null) {
      return new Clusters(null, null, List.of(), 0);
    }
    Stretch shown = asked == null ? whole : asked;
    long place = Math.max(1, shown.length() / PLACES);
    Map<List<Object>, List<Placed>> alike = new LinkedHashMap<>();
    for (Placed each : moments) {
      Stretch stretch = each.stretch();
      if (stretch.touches(shown)) {
        List<Object> key =
            stretch.length() > 2 * place
                ? List.of(each.moment().clock(), stretch)
                : List.of(each.moment().clock(), Math.floorDiv(stretch.start(), place));
        alike.computeIfAbsent(key, _ -> new ArrayList<>()).add(each);
      }
    }
    List<Cluster> points = new ArrayList<>();
    List<Cluster> stretches = new ArrayList<>();
    for (List<Placed> same : alike.values()) {
      Placed first = same.getFirst();
      if (first.stretch().length() > 2 * place) {
        stretches.add(new Cluster(first.moment(), first.stretch(), same.size()));
      } else {
        long end = same.stream().mapToLong(it -> it.stretch().end()).max().orElseThrow();
        points.add(
            new Cluster(first.moment(), new Stretch(first.stretch().start(), end), same.size()));
      }
    }
    stretches.sort(Comparator.comparingInt(cluster -> -cluster.count()));
    int kept = Math.min(STRETCHES, stretches.size());
    int left = stretches.subList(kept, stretches.size()).stream().mapToInt(Cluster::count).sum();
    points.addAll(stretches.subList(0, kept));
    return new Clusters(whole, shown, points, left);
  }

  String json() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (JsonLines json = new JsonLines(out)) {
      json.line(line ->
          line.object("whole", whole, stretch -> stretch(line, stretch))
              .object("shown", shown, stretch -> stretch(line, stretch))
              .number("left", (Integer) left)
              .objects(
                  "clusters",
                  all,
                  cluster -> {
                    stretch(line, cluster.stretch());
                    Moment first = cluster.first();
                    line.word("clock", first.clock())
                        .number("count", (Integer) cluster.count())
                        .text("time", Words.date(first.time().value()))
                        .text("who", first.who())
                        .text("text", cut(first.text()))
                        .text("path", first.path())
                        .text(
                            "address",
                            "/documents/" + first.document() + "#t-" + first.statement());
                  }));
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  /// Numbers of JSON hold every second of four-digit years.
  private static void stretch(JsonLines line, Stretch stretch) {
    line.number("start", (Double) (double) stretch.start())
        .number("end", (Double) (double) stretch.end());
  }

  private static String cut(String text) {
    return text.length() <= LONGEST_TEXT
        ? text
        : text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, LONGEST_TEXT)))
            + " …";
  }
}
