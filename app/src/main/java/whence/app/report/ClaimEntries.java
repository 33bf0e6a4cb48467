package whence.app.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import whence.app.report.ReportModel.Brief;
import whence.app.report.ReportModel.ClaimEntry;
import whence.app.report.ReportModel.Folded;
import whence.app.report.ReportModel.Lane;
import whence.app.report.ReportModel.Listing;
import whence.app.report.ReportModel.Quoted;
import whence.app.report.ReportModel.Rival;
import whence.app.report.ReportModel.SelfContradiction;
import whence.app.report.ReportModel.Side;
import whence.app.report.ReportModel.Told;
import whence.model.Claim;
import whence.model.Document;
import whence.model.Judgements;
import whence.model.Sha256;
import whence.model.Stance;
import whence.model.Statement;
import whence.weigh.Evidence;
import whence.weigh.Explain;
import whence.weigh.Explanation;

/// Tells claims: at length, with their origins, chains and passages, or in a line.
final class ClaimEntries {
  private static final int LANES = 12;
  private static final int TELLINGS = 8;
  private static final int COPIES = 30;
  private static final int AGAINST = 12;

  private final Explain explain;
  private final Map<String, Evidence> evidence;
  private final Map<Sha256, Document> documents;
  private final Tellings tellings;
  private final Citations citations;
  private final Map<String, Integer> numbers = new HashMap<>();

  ClaimEntries(
      Explain explain,
      Map<String, Evidence> evidence,
      Map<Sha256, Document> documents,
      Tellings tellings,
      Citations citations) {
    this.explain = explain;
    this.evidence = evidence;
    this.documents = documents;
    this.tellings = tellings;
    this.citations = citations;
  }

  /// Gives the claims told at length their numbers, so that they can point at each other.
  void number(List<Claim> inOrder) {
    for (Claim claim : inOrder) {
      int number = numbers.size() + 1;
      numbers.put(claim.id(), number);
      citations.number(number, claim.statements());
    }
  }

  ClaimEntry entry(Claim claim) {
    Explanation explanation = explain.of(claim, evidence);
    List<String> why = new ArrayList<>(claim.origins().why());
    if (!claim.grade().why().isBlank()) {
      why.add(claim.grade().why());
    }
    Statement put = putAs(claim);
    return new ClaimEntry(
        numbers.getOrDefault(claim.id(), 0),
        claim.id(),
        Words.cut(claim.text(), Tellings.LONGEST_QUOTE),
        whole(claim),
        put == null ? "" : put(put.stance()),
        put == null ? "" : Tellings.who(put),
        claim.origins().atLeast(),
        claim.origins().atMost(),
        claim.grade().credibility(),
        Words.credibility(claim.grade().credibility()),
        why,
        claim.documents(),
        claim.statements().size(),
        (int) claim.statements().stream().filter(tellings::isReviewed).count(),
        claim.deniedBy().size(),
        lanes(explanation),
        told(explanation.against(), AGAINST),
        told(explanation.beside(), AGAINST),
        explanation.rivals().stream().map(this::rival).toList(),
        told(explanation.doubts(), AGAINST),
        explanation.selfContradictions().stream()
            .map(each -> selfContradiction(claim, each))
            .toList());
  }

  private SelfContradiction selfContradiction(
      Claim claim, Explanation.SelfContradiction contradiction) {
    List<Explanation.Dated> all =
        Stream.concat(
                contradiction.says().stream().limit(AGAINST / 2),
                contradiction.against().stream().limit(AGAINST / 2))
            .toList();
    List<Side> sides = new ArrayList<>();
    for (Explanation.Dated each : all) {
      Evidence found = evidence.get(each.telling().statement());
      if (found != null) {
        sides.add(
            new Side(
                each.on() == null ? "undated" : each.on(),
                tellings.told(found, each.telling().chain(), new Listing<>(List.of(), 0)),
                each.claim().equals(claim.id()) ? null : numbers.get(each.claim())));
      }
    }
    int more = contradiction.says().size() + contradiction.against().size() - sides.size();
    return new SelfContradiction(
        contradiction.source(),
        contradiction.sure(),
        contradiction.why(),
        new Listing<>(sides, more));
  }

  private Rival rival(Explanation.Rival rival) {
    return new Rival(
        numbers.get(rival.id()),
        rival.id(),
        Words.cut(rival.text(), Tellings.SHORT_QUOTE),
        rival.origins().atLeast(),
        rival.origins().atMost(),
        rival.grade().credibility());
  }

  private Listing<Lane> lanes(Explanation explanation) {
    List<Explanation.Origin> origins = explanation.origins();
    List<Lane> lanes = new ArrayList<>();
    for (Explanation.Origin origin : origins.subList(0, Math.min(origins.size(), LANES))) {
      int number = lanes.size() + 1;
      lanes.add(
          new Lane(
              switch (origin.count()) {
                case INDEPENDENT -> "Origin " + number;
                case PERHAPS -> "Perhaps origin " + number;
                case SHARED -> "Not counted";
              },
              origin.name(),
              Words.kind(origin.kind()),
              switch (origin.count()) {
                case INDEPENDENT -> "independent";
                case PERHAPS -> "perhaps";
                case SHARED -> "shared";
              },
              why(origin),
              told(origin.tellings(), TELLINGS)));
    }
    int more = origins.size() - lanes.size();
    for (Explanation.Withdrawn each : explanation.withdrawn()) {
      lanes.add(
          new Lane(
              "Withdrawn",
              each.source().source(),
              "",
              "shared",
              "Counts no more: withdrawn by "
                  + each.source().by()
                  + (each.source().why() == null ? "." : ": " + each.source().why()),
              told(each.tellings(), TELLINGS)));
    }
    return new Listing<>(lanes, more);
  }

  private static String why(Explanation.Origin origin) {
    Judgements.Rated rated = origin.rated();
    if (rated == null) {
      return origin.why();
    }
    String grade =
        "Reliability "
            + rated.reliability()
            + ", "
            + rated.reliability().meaning()
            + ", in the judgement of "
            + rated.by()
            + ".";
    return origin.why().isEmpty() ? grade : origin.why() + " " + grade;
  }

  private Listing<Told> told(List<Explanation.Telling> all, int atMost) {
    List<Told> shown = new ArrayList<>();
    Explanation.Telling before = null;
    for (Explanation.Telling telling : all.subList(0, Math.min(all.size(), atMost))) {
      Evidence found = evidence.get(telling.statement());
      if (found != null) {
        shown.add(
            tellings.told(
                found,
                isSameChain(before, telling) ? List.of() : telling.chain(),
                listing(telling.copies(), COPIES, this::folded)));
        before = telling;
      }
    }
    return new Listing<>(shown, all.size() - shown.size());
  }

  /// Whether the drawing of one chain serves the other: the same links in the same document, each
  /// time said in the same words.
  private static boolean isSameChain(Explanation.@Nullable Telling one, Explanation.Telling other) {
    return one != null
        && one.document().equals(other.document())
        && one.stance() == other.stance()
        && Tellings.nodes(one.chain()).equals(Tellings.nodes(other.chain()));
  }

  private @Nullable Folded folded(Explanation.Copy copy) {
    Document document = documents.get(copy.telling().document());
    Evidence found = evidence.get(copy.telling().statement());
    return document == null || found == null
        ? null
        : new Folded(
            Words.orEmpty(document.publisher()),
            citations.place(found),
            Words.direction(copy.direction()));
  }

  private static <S, T> Listing<T> listing(List<S> all, int atMost, Function<S, @Nullable T> make) {
    List<T> shown = new ArrayList<>();
    for (S one : all.subList(0, Math.min(all.size(), atMost))) {
      T made = make.apply(one);
      if (made != null) {
        shown.add(made);
      }
    }
    return new Listing<>(shown, all.size() - shown.size());
  }

  /// The statement whose words the claim is given in.
  private @Nullable Statement putAs(Claim claim) {
    for (String id : claim.statements()) {
      Evidence found = evidence.get(id);
      if (found != null && found.statement().contentText().startsWith(claim.text())) {
        return found.statement();
      }
    }
    return null;
  }

  private static String put(Stance stance) {
    return switch (stance) {
      case ASSERTS -> "in the words of";
      case DENIES -> "as denied by";
      case DOUBTS -> "as doubted by";
      case DECLINES, SILENT -> "as put to";
      case ASKS -> "as asked by";
    };
  }

  private @Nullable Quoted whole(Claim claim) {
    Evidence found = evidence.get(claim.statements().getFirst());
    if (claim.statements().size() > 1 || found == null) {
      return null;
    }
    List<Quoted> quote = Tellings.quote(found.statement());
    return quote.size() == 1 && quote.getFirst().text().equals(claim.text())
        ? quote.getFirst()
        : null;
  }

  /// A claim in a line, with the place of its first statement; null where none can be shown.
  @Nullable Brief brief(Claim claim) {
    for (String id : claim.statements()) {
      Evidence found = evidence.get(id);
      if (found != null) {
        Statement statement = found.statement();
        return new Brief(
            claim.id(),
            Words.cut(claim.text(), Tellings.SHORT_QUOTE),
            Tellings.who(statement),
            claim.origins().atLeast(),
            claim.origins().atMost(),
            claim.grade().credibility(),
            claim.documents(),
            isOpposed(claim),
            tellings.review(statement),
            tellings.reviewed(statement),
            citations.place(found));
      }
    }
    return null;
  }

  static boolean isOpposed(Claim claim) {
    return !claim.deniedBy().isEmpty() || !claim.contradicts().isEmpty();
  }
}
