package whence.app.command;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import whence.app.decide.SupposedStore;
import whence.app.pipeline.Pipeline;
import whence.app.pipeline.Progress;
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
import whence.model.Entry;
import whence.model.Weighing;
import whence.store.CaseStore;
import whence.weigh.Withdrawals;

/// What would change if a source counted no more.
final class Recalls {
  private final Parts parts;
  private final Inquiry inquiry;
  private final @Nullable Search search;

  /// @param search null where there is nothing to ask
  Recalls(Parts parts, Inquiry inquiry, @Nullable Search search) {
    this.parts = parts;
    this.inquiry = inquiry;
    this.search = search;
  }

  /// A case as it stands or would stand.
  private record State(
      Weighing weighing,
      List<Asked> asked,
      List<String> hypotheses,
      Map<String, String> told,
      Withdrawals withdrawals) {}

  /// Looks at the case as it is, and as it would be after the decision.
  ///
  /// @param views makes a view of a case
  Recall of(
      CaseStore store, Entry.Withdrawn decision, Instant at, Function<CaseStore, View> views) {
    CaseStore supposed = new SupposedStore(store, decision, at);
    try (View view = views.apply(store);
        View then = views.apply(supposed)) {
      return recall(view, state(store, view), state(supposed, then));
    }
  }

  private Weighing weighing(CaseStore store, View view) {
    return view.judged(
        view.weighing()
            .orElseGet(() -> Pipeline.weigh(store, view, parts.weigher(store), Progress.SILENT)));
  }

  private State state(CaseStore store, View view) {
    Weighing weighing = weighing(store, view);
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
