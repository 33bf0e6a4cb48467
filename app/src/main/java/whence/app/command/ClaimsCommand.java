package whence.app.command;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import whence.app.print.Fields;
import whence.app.print.Plain;
import whence.app.print.Terminal;
import whence.guard.View;
import whence.model.Claim;
import whence.model.ClaimReview;
import whence.model.Weighing;
import whence.store.CaseStore;
import whence.weigh.GradeRules;

@Command(
    name = "claims",
    description = {
      "Lists claims: statements from any number of documents that say the same thing, with how well "
          + "each is established.",
      "What counts is independent origins: ten papers that print one wire story are one. Whoever "
          + "denies a claim belongs to it too, and never supports it."
    },
    footer = {
      "",
      "For people, the best established come first; --json keeps the order of the documents.",
      "",
      "Examples:",
      "  whence claims --case harbour --contested",
      "  whence claims --case harbour --top 5",
      "  whence show CLAIM                 the whole tree behind one of them"
    })
final class ClaimsCommand extends ListingCommand {
  private static final int USUAL = 20;

  @Option(names = "--contested", description = "Only those that somebody denies or contradicts.")
  boolean contested;

  @Option(
      names = "--top",
      paramLabel = "N",
      defaultValue = "" + USUAL,
      description = "How many to show to people (${DEFAULT-VALUE}); --json lists all.")
  int top;

  @Option(
      names = "--rules",
      description =
          "Print the rules by which claims are graded in this case, and nothing else. Saved as "
              + "grades.txt in the case's folder and edited there, they are the case's own.")
  boolean rules;

  @Option(
      names = "--rejected",
      description = "Show people also the claims that somebody rejected; --json lists them anyway.")
  boolean rejected;

  ClaimsCommand(Surroundings surroundings, Parts parts) {
    super(surroundings, parts);
  }

  @Override
  void list(CaseStore store, View view, Fields fields) {
    if (rules) {
      throw new UsageException("--rules prints a text for people; leave --json away");
    }
    Weighing weighing = weighing(store, view);
    Map<String, ClaimReview> reviews = view.reviews(weighing);
    Map<String, Integer> places = Statements.order(view);
    weighing.claims().stream()
        .filter(this::wanted)
        .sorted(
            Comparator.<Claim>comparingInt(claim -> first(claim, places)).thenComparing(Claim::id))
        .forEach(claim -> fields.claim(claim, review(reviews, claim)));
  }

  private static int first(Claim claim, Map<String, Integer> places) {
    return claim.statements().stream()
        .mapToInt(statement -> places.getOrDefault(statement, Integer.MAX_VALUE))
        .min()
        .orElse(Integer.MAX_VALUE);
  }

  @Override
  void show(CaseStore store, View view, Terminal screen) {
    if (rules) {
      screen.block(GradeRules.of(store.gradeRules()).text());
      return;
    }
    Weighing weighing = weighing(store, view);
    Map<String, ClaimReview> reviews = view.reviews(weighing);
    List<Claim> found = weighing.claims().stream().filter(this::wanted).toList();
    List<Claim> claims =
        found.stream()
            .filter(claim -> rejected || review(reviews, claim).rejection() == null)
            .sorted(BEST_ESTABLISHED)
            .toList();
    Plain plain = new Plain(screen);
    claims.stream()
        .limit(top)
        .forEach(claim -> {
          plain.claim(claim, review(reviews, claim));
          screen.blank();
        });
    screen.line(
        claims.size() <= top
            ? Plain.count(claims.size(), "claim")
            : "The first "
                + top
                + " of "
                + Plain.count(claims.size(), "claim")
                + "; --top N shows more");
    if (claims.size() < found.size()) {
      screen.line(
          Plain.count(found.size() - claims.size(), "rejected claim")
              + " left out; --rejected shows them too");
    }
  }

  private static ClaimReview review(Map<String, ClaimReview> reviews, Claim claim) {
    return reviews.getOrDefault(claim.id(), ClaimReview.NONE);
  }

  private boolean wanted(Claim claim) {
    return !contested || !claim.deniedBy().isEmpty() || !claim.contradicts().isEmpty();
  }

  /// Most origins first, then in most documents.
  static final Comparator<Claim> BEST_ESTABLISHED =
      Comparator.<Claim>comparingInt(claim -> -claim.origins().atLeast())
          .thenComparingInt(claim -> -claim.origins().atMost())
          .thenComparingInt(claim -> claim.grade().credibility())
          .thenComparingInt(claim -> -claim.documents())
          .thenComparingInt(claim -> -claim.statements().size())
          .thenComparing(Claim::id);
}
