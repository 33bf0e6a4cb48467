package whence.app.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import whence.app.report.ReportModel.Dated;
import whence.app.report.ReportModel.Listing;
import whence.app.report.ReportModel.Moments;
import whence.ask.Moment;
import whence.model.Claim;
import whence.weigh.Evidence;

/// Lays the timeline out by time, with what happened on one side and what was said on the other.
final class Times {
  private static final int AT_ONE_TIME = 6;

  private final List<Moment> chosen;
  private final int left;

  /// Of too many moments those of the claims told at length come first.
  Times(List<Moment> all, List<Claim> told, int atMost) {
    if (all.size() <= atMost) {
      chosen = all;
    } else {
      Set<String> preferred = new HashSet<>();
      told.forEach(claim -> preferred.addAll(claim.statements()));
      Set<Moment> kept = new HashSet<>();
      all.stream()
          .filter(moment -> preferred.contains(moment.statement()))
          .limit(atMost)
          .forEach(kept::add);
      all.stream()
          .filter(moment -> !preferred.contains(moment.statement()))
          .limit(Math.max(0, atMost - kept.size()))
          .forEach(kept::add);
      chosen = all.stream().filter(kept::contains).toList();
    }
    left = all.size() - chosen.size();
  }

  List<Moment> chosen() {
    return chosen;
  }

  /// @return `more` counts moments
  Listing<Moments> rows(Map<String, Evidence> evidence, Citations citations, Tellings tellings) {
    Map<String, List<Moment>> byTime = new LinkedHashMap<>();
    Map<String, String> happened = new HashMap<>();
    Map<String, String> said = new HashMap<>();
    for (Moment moment : chosen) {
      String value = Words.orEmpty(moment.time().value());
      byTime.computeIfAbsent(value, none -> new ArrayList<>()).add(moment);
      (moment.clock() == Moment.Clock.SAID ? said : happened)
          .putIfAbsent(moment.statement(), Words.date(value));
    }
    List<Moments> rows = new ArrayList<>();
    byTime.forEach((value, moments) ->
        rows.add(
            new Moments(
                Words.date(value),
                value,
                side(moments, Moment.Clock.HAPPENED, said, evidence, citations, tellings),
                side(moments, Moment.Clock.SAID, happened, evidence, citations, tellings))));
    return new Listing<>(rows, left);
  }

  /// What one clock has at one time; the same words by the same source stand once.
  private static Listing<Dated> side(
      List<Moment> moments,
      Moment.Clock clock,
      Map<String, String> otherClock,
      Map<String, Evidence> evidence,
      Citations citations,
      Tellings tellings) {
    Map<List<String>, List<Moment>> alike = new LinkedHashMap<>();
    for (Moment moment : moments) {
      if (moment.clock() == clock && evidence.containsKey(moment.statement())) {
        alike
            .computeIfAbsent(List.of(moment.who(), moment.text()), none -> new ArrayList<>())
            .add(moment);
      }
    }
    List<Dated> dated = new ArrayList<>();
    for (List<Moment> same : alike.values()) {
      Moment moment = same.getFirst();
      Evidence found = evidence.get(moment.statement());
      if (found != null && dated.size() < AT_ONE_TIME) {
        dated.add(
            new Dated(
                Words.cut(moment.who(), Tellings.SHORT_QUOTE),
                Words.cut(moment.text(), Tellings.SHORT_QUOTE),
                Words.stance(found.statement().stance()),
                Words.opposes(found.statement().stance()),
                same.size() - 1,
                otherClock.getOrDefault(moment.statement(), ""),
                citations.claim(moment.statement()),
                !tellings.isReviewed(moment.statement()),
                citations.place(found)));
      }
    }
    return new Listing<>(dated, alike.size() - dated.size());
  }
}
