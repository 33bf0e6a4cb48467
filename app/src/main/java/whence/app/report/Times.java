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
import whence.model.Statement;
import whence.weigh.Evidence;

/// Lays the timeline out by time, with what happened on one side and what was said on the other.
final class Times {
  private static final int AT_ONE_TIME = 12;

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
    byTime.forEach((value, moments) -> {
      List<Dated> left = new ArrayList<>();
      List<Dated> right = new ArrayList<>();
      for (Moment moment : moments) {
        Evidence found = evidence.get(moment.statement());
        if (found != null) {
          boolean isSaid = moment.clock() == Moment.Clock.SAID;
          List<Dated> side = isSaid ? right : left;
          if (side.size() < AT_ONE_TIME) {
            Statement statement = found.statement();
            side.add(
                new Dated(
                    Words.cut(moment.who(), Tellings.SHORT_QUOTE),
                    Words.cut(moment.text(), Tellings.SHORT_QUOTE),
                    Words.stance(statement.stance()),
                    (isSaid ? happened : said).getOrDefault(moment.statement(), ""),
                    citations.claim(moment.statement()),
                    !tellings.isReviewed(moment.statement()),
                    citations.place(found)));
          }
        }
      }
      rows.add(
          new Moments(
              Words.date(value),
              value,
              new Listing<>(left, count(moments, Moment.Clock.HAPPENED) - left.size()),
              new Listing<>(right, count(moments, Moment.Clock.SAID) - right.size())));
    });
    return new Listing<>(rows, left);
  }

  private static int count(List<Moment> moments, Moment.Clock clock) {
    return (int) moments.stream().filter(moment -> moment.clock() == clock).count();
  }
}
