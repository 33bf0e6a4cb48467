package whence.ask;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import whence.guard.View;
import whence.model.Answer;
import whence.model.Claim;
import whence.model.CodePoints;
import whence.model.Entry;
import whence.model.Outcome;
import whence.model.Stance;
import whence.model.Statement;
import whence.model.StatementAnchor;
import whence.model.Weighing;

/// What still stands in the way of publishing.
public final class Obstacles {
  private Obstacles() {}

  /// @param who is concerned, empty where nobody in particular is
  /// @param text the exact words it is about
  /// @param why in fixed words
  /// @param evidence ids of claims and statements
  public record Obstacle(Kind kind, String who, String text, String why, List<String> evidence) {
    public Obstacle {
      evidence = List.copyOf(evidence);
    }
  }

  public enum Kind {
    /// A claim that may criticise somebody who was neither asked nor has answered.
    NO_REPLY,
    /// A request whose deadline has not passed.
    REPLY_PENDING,
    /// A claim that people took up and that rests on one origin at most.
    ONE_ORIGIN,
    /// A forecast nobody has settled, told elsewhere without its caution.
    FORECAST_AS_FACT
  }

  /// @param forecasts, replies of the case
  /// @param today ISO 8601
  /// @return by kind, then as they stand in the case
  public static List<Obstacle> in(
      View view,
      Weighing weighing,
      Criticisms.Found criticisms,
      List<Forecast> forecasts,
      List<Reply> replies,
      String today) {
    Set<String> taken = takenUp(view, weighing);
    List<Obstacle> found = new ArrayList<>();
    noReply(criticisms, replies, taken, found);
    for (Reply reply : replies) {
      if (reply.isOpen(today) && reply.deadline() != null) {
        found.add(
            new Obstacle(
                Kind.REPLY_PENDING,
                reply.to(),
                reply.about(),
                "asked, and the deadline of " + reply.deadline().value() + " has not passed",
                evidence(reply)));
      }
    }
    for (Claim claim : weighing.claims()) {
      if (taken.contains(claim.id()) && claim.origins().atLeast() <= 1) {
        found.add(
            new Obstacle(
                Kind.ONE_ORIGIN,
                "",
                claim.text(),
                claim.origins().atMost() > 1
                    ? "no more than one origin is sure"
                    : "it rests on one origin",
                List.of(claim.id())));
      }
    }
    asFact(view, weighing, forecasts, found);
    found.sort(Comparator.comparing(Obstacle::kind));
    return found;
  }

  private static List<String> evidence(Reply reply) {
    return Stream.concat(Stream.ofNullable(reply.statement()), reply.claims().stream()).toList();
  }

  /// Claims that people decided to work with: graded, put to a question or hypothesis, concluded
  /// from, or put to somebody.
  private static Set<String> takenUp(View view, Weighing weighing) {
    Function<List<StatementAnchor>, Optional<Claim>> claims = view.claims(weighing);
    Set<String> taken = new LinkedHashSet<>();
    Stream.of(
            view.standing(Entry.Graded.class).stream().map(it -> it.entry().claim()),
            view.standing(Entry.Assigned.class).stream().map(it -> it.entry().claim()),
            view.standing(Entry.Fitted.class).stream().map(it -> it.entry().claim()),
            view.standing(Entry.Concluded.class).stream().map(it -> it.entry().evidence()),
            view.standing(Entry.Requested.class).stream().map(it -> it.entry().claims()))
        .flatMap(each -> each)
        .filter(anchors -> !anchors.isEmpty())
        .forEach(anchors -> claims.apply(anchors).ifPresent(claim -> taken.add(claim.id())));
    return taken;
  }

  /// Of the claims that people took up; of all where they took up none yet.
  private static void noReply(
      Criticisms.Found criticisms, List<Reply> replies, Set<String> taken, List<Obstacle> found) {
    Map<String, List<Reply>> byName = new HashMap<>();
    for (Reply reply : replies) {
      byName
          .computeIfAbsent(reply.to().toLowerCase(Locale.ROOT), _ -> new ArrayList<>())
          .add(reply);
    }
    criticisms.by().entrySet().stream()
        .sorted(Map.Entry.comparingByKey(CodePoints.ORDER))
        .forEach(each -> {
          List<Reply> to = byName.getOrDefault(each.getKey().toLowerCase(Locale.ROOT), List.of());
          for (Criticisms.Criticism criticism : each.getValue()) {
            Claim claim = criticism.claim();
            if (!criticism.sure()
                || criticism.why().isEmpty()
                || (!taken.isEmpty() && !taken.contains(claim.id()))
                || isPut(claim, to)) {
              continue;
            }
            found.add(
                new Obstacle(
                    Kind.NO_REPLY,
                    criticism.person(),
                    criticism.allegations().getFirst().statement().contentText(),
                    (to.isEmpty()
                            ? "neither asked nor heard"
                            : "asked about something, and this was not put to them on record")
                        + "; "
                        + String.join("; ", criticism.why()),
                    List.of(claim.id(), criticism.allegations().getFirst().statement().id())));
          }
        });
  }

  /// Whether a claim was put to somebody, or they denied it, or they were asked on nothing in
  /// particular and did not pass over it.
  private static boolean isPut(Claim claim, List<Reply> to) {
    return to.stream()
        .anyMatch(reply ->
            reply.entered()
                ? reply.claims().isEmpty()
                    || reply.claims().stream().anyMatch(claim.statements()::contains)
                : reply.answer() != Answer.PENDING
                    && reply.about().isEmpty()
                    && !reply.suggested());
  }

  private static void asFact(
      View view, Weighing weighing, List<Forecast> forecasts, List<Obstacle> found) {
    Map<String, Forecast> open = new HashMap<>();
    Set<String> all = new HashSet<>();
    for (Forecast forecast : forecasts) {
      all.add(forecast.statement());
      if (forecast.outcome() == Outcome.OPEN && !forecast.suggested()) {
        open.put(forecast.statement(), forecast);
      }
    }
    List<Claim> claims =
        weighing.claims().stream()
            .filter(claim -> claim.statements().stream().anyMatch(open::containsKey))
            .toList();
    Set<String> told = new HashSet<>();
    claims.forEach(claim -> told.addAll(claim.statements()));
    Map<String, Statement> statements = new HashMap<>();
    view.readings()
        .forEach(reading ->
            reading.statements().stream()
                .filter(it -> told.contains(it.id()))
                .forEach(it -> statements.put(it.id(), it)));
    for (Claim claim : claims) {
      claim.statements().stream()
          .filter(id -> !all.contains(id))
          .map(statements::get)
          .filter(it ->
              it != null
                  && it.stance() == Stance.ASSERTS
                  && it.likelihood().isEmpty()
                  && it.hedges().isEmpty()
                  && !it.forecast())
          .forEach(it ->
              found.add(
                  new Obstacle(
                      Kind.FORECAST_AS_FACT,
                      "",
                      it.contentText(),
                      "an open forecast is told as fact",
                      List.of(
                          claim.id(),
                          it.id(),
                          claim.statements().stream()
                              .filter(open::containsKey)
                              .findFirst()
                              .orElseThrow()))));
    }
  }
}
