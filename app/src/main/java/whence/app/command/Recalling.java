package whence.app.command;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import whence.app.print.JsonLines;
import whence.app.print.RecallLines.OfClaim;
import whence.app.print.RecallLines.OfQuestion;
import whence.app.print.RecallLines.Recall;
import whence.app.report.HtmlReport;
import whence.ask.Asked;
import whence.ask.Hypotheses;
import whence.ask.Inquiry;
import whence.ask.Questions;
import whence.ask.Search;
import whence.guard.View;
import whence.model.Claim;
import whence.model.Weighing;
import whence.weigh.Withdrawals;

/// Works out what changes when a source is withdrawn.
final class Recalling {
  private final Inquiry inquiry;
  private final @Nullable Search search;

  /// @param search got only where the inquiry has something to be looked for
  Recalling(Inquiry inquiry, Supplier<Search> search) {
    this.inquiry = inquiry;
    this.search =
        inquiry.questions().isEmpty() && inquiry.hypotheses().isEmpty() ? null : search.get();
  }

  /// A case as it stands or would stand.
  private record State(
      Weighing weighing,
      List<Asked> asked,
      List<String> hypotheses,
      Map<String, String> told,
      Withdrawals withdrawals) {}

  /// @param then the case as it would be, with its `after`
  Recall between(View now, Weighing before, View then, Weighing after) {
    return recall(now, state(now, before), state(then, after));
  }

  private State state(View view, Weighing weighing) {
    List<Asked> asked =
        search == null || inquiry.questions().isEmpty()
            ? List.of()
            : new Questions(view, weighing, inquiry, search).all();
    List<String> hypotheses =
        search == null || inquiry.hypotheses().isEmpty()
            ? List.of()
            : new Hypotheses(view, weighing, inquiry, search)
                .matrix().hypotheses().stream()
                    .map(standing -> standing.hypothesis().id())
                    .toList();
    return new State(
        weighing,
        asked,
        hypotheses,
        HtmlReport.told(view, weighing),
        new Withdrawals(view.judgements()));
  }

  private static Recall recall(View view, State before, State after) {
    Set<String> lost = new HashSet<>();
    view.unconsulted()
        .forEach(reading ->
            reading
                .statements()
                .forEach(statement -> {
                  if (before.withdrawals().of(statement, reading.document()).isEmpty()
                      && after.withdrawals().of(statement, reading.document()).isPresent()) {
                    lost.add(statement.id());
                  }
                }));
    Map<String, Claim> now = new HashMap<>();
    after.weighing().claims().forEach(claim -> now.put(claim.id(), claim));
    List<OfClaim> claims = new ArrayList<>();
    for (Claim was : before.weighing().claims()) {
      Claim is = now.get(was.id());
      int gone = (int) was.statements().stream().filter(lost::contains).count();
      if (is != null && (gone > 0 || !standing(was).equals(standing(is)))) {
        claims.add(
            new OfClaim(
                was,
                is,
                gone,
                before.told().getOrDefault(was.id(), ""),
                after.told().getOrDefault(was.id(), "")));
      }
    }
    List<OfQuestion> questions = new ArrayList<>();
    for (int i = 0; i < before.asked().size(); i++) {
      Asked was = before.asked().get(i);
      questions.add(
          new OfQuestion(
              Optional.ofNullable(was.id()).orElse(""),
              was.question(),
              state(was),
              state(after.asked().get(i))));
    }
    return new Recall(claims, questions, before.hypotheses(), after.hypotheses());
  }

  private static String state(Asked asked) {
    return JsonLines.word(asked.state(), " ");
  }

  private static List<Integer> standing(Claim claim) {
    return List.of(
        claim.origins().atLeast(), claim.origins().atMost(), claim.grade().credibility());
  }
}
