package whence.app.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import whence.app.print.Fields;
import whence.app.print.Plain;
import whence.app.print.Terminal;
import whence.app.print.Terminal.Run;
import whence.app.print.Terminal.Style;
import whence.app.print.Tree;
import whence.guard.View;
import whence.model.Claim;
import whence.model.ClaimReview;
import whence.model.Document;
import whence.model.Reading;
import whence.model.Statement;
import whence.model.Weighing;
import whence.store.CaseStore;
import whence.weigh.Evidence;
import whence.weigh.Explain;
import whence.weigh.Withdrawals;

@Command(
    name = "show",
    description = {
      "Shows one claim, statement or document, down to the words it rests on.",
      "A claim is drawn as a tree: its independent origins with their reasons, under each the "
          + "chains that lead to it and the copies folded into them, then who denies it and what "
          + "contradicts it. A statement is shown marked in the text around it."
    },
    footer = {
      "",
      "The first characters of an id are enough where no other begins so.",
      "",
      "Examples:",
      "  whence show 3f9a02c1              a claim or a statement",
      "  whence show gazette.html          a document and its statements"
    })
final class ShowCommand extends ListingCommand {
  @Parameters(paramLabel = "ID", description = "A claim's or statement's id, or a document's path.")
  @SuppressWarnings("NullAway.Init")
  String id;

  ShowCommand(Surroundings surroundings, Parts parts) {
    super(surroundings, parts);
  }

  /// What an id names.
  private sealed interface Named {
    record OfClaim(Claim claim, Weighing weighing) implements Named {}

    record OfStatement(Reading reading, Statement statement) implements Named {}

    record OfDocument(Document document) implements Named {}
  }

  private Named find(CaseStore store, View view) {
    Optional<Document> document = view.document(id);
    if (document.isPresent() && document.get().path().equals(id)) {
      return new Named.OfDocument(document.get());
    }
    Weighing weighing = weighing(store, view);
    List<Claim> claims =
        weighing.claims().stream().filter(claim -> claim.id().startsWith(id)).toList();
    Optional<Claim> exactly = claims.stream().filter(claim -> claim.id().equals(id)).findFirst();
    Optional<Statements.Place> statement = Statements.find(view, id);
    if (exactly.isPresent()) {
      return new Named.OfClaim(exactly.get(), weighing);
    }
    if (claims.size() + (statement.isPresent() ? 1 : 0) > 1) {
      List<String> ids = new ArrayList<>(claims.stream().map(Claim::id).toList());
      statement.ifPresent(place -> ids.add(place.id()));
      throw Statements.ambiguous(id, ids);
    }
    if (!claims.isEmpty()) {
      return new Named.OfClaim(claims.getFirst(), weighing);
    }
    if (statement.isPresent()) {
      Reading reading = view.reading(statement.get().document()).orElseThrow();
      return new Named.OfStatement(reading, Statements.in(reading, statement.get().id()));
    }
    return new Named.OfDocument(
        document.orElseThrow(() ->
            new UsageException(
                id
                    + ": no claim, statement or document of "
                    + folder()
                    + " goes by that; whence claims and whence statements list ids")));
  }

  private static ClaimReview review(View view, Weighing weighing, Claim claim) {
    return view.reviews(weighing).getOrDefault(claim.id(), ClaimReview.NONE);
  }

  @Override
  void list(CaseStore store, View view, Fields fields) {
    switch (find(store, view)) {
      case Named.OfClaim(Claim claim, Weighing weighing) ->
          fields.claim(claim, review(view, weighing, claim));
      case Named.OfStatement(Reading reading, Statement statement) ->
          fields.statement(reading, statement, view.review(statement));
      case Named.OfDocument(Document document) -> fields.document(document);
    }
  }

  @Override
  void show(CaseStore store, View view, Terminal screen) {
    Plain plain = new Plain(screen);
    switch (find(store, view)) {
      case Named.OfClaim(Claim claim, Weighing weighing) -> {
        Map<String, Evidence> evidence = Evidence.of(view.readings(), Explain.statements(claim));
        plain.claim(claim, review(view, weighing, claim));
        screen.blank();
        new Tree(screen).draw(new Explain(weighing, view.judgements()).of(claim, evidence));
      }
      case Named.OfStatement(Reading reading, Statement statement) -> {
        screen.heading(reading.document().path());
        plain.statement(statement, reading.text(), view.review(statement));
        new Withdrawals(view.judgements())
            .of(statement, reading.document())
            .ifPresent(gone ->
                screen.paragraph(
                    "    ",
                    "    ",
                    Run.of(
                        "counts no more: "
                            + gone.source()
                            + " was withdrawn by "
                            + gone.by()
                            + (gone.why() == null ? "" : ": " + gone.why()),
                        Style.RED)));
        screen.blank();
        plain.surroundings(reading.text(), statement);
        screen.blank();
        screen.paragraph(
            "",
            "",
            Run.of(
                "characters "
                    + statement.extent().start()
                    + " to "
                    + statement.extent().end()
                    + " of the text; source, cue and content are marked",
                Style.FAINT));
        Weighing weighing = weighing(store, view);
        weighing.claims().stream()
            .filter(claim -> claim.statements().contains(statement.id()))
            .forEach(claim -> {
              screen.blank();
              screen.line("It belongs to the claim");
              plain.claim(claim, review(view, weighing, claim));
            });
      }
      case Named.OfDocument(Document document) -> {
        plain.document(document);
        view.reading(document.sha256())
            .ifPresent(reading -> {
              screen.line(Run.of("    sha256 " + document.sha256(), Style.FAINT));
              screen.blank();
              reading.statements().stream()
                  .sorted(Fields.STATEMENTS)
                  .forEach(statement ->
                      plain.statement(statement, reading.text(), view.review(statement)));
            });
      }
    }
  }
}
