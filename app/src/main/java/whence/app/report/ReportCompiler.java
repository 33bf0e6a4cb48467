package whence.app.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import whence.app.report.ReportModel.Brief;
import whence.app.report.ReportModel.Cited;
import whence.app.report.ReportModel.ClaimEntry;
import whence.app.report.ReportModel.Denial;
import whence.app.report.ReportModel.Figures;
import whence.app.report.ReportModel.Forecasted;
import whence.app.report.ReportModel.Grade;
import whence.app.report.ReportModel.Listing;
import whence.app.report.ReportModel.Moments;
import whence.app.report.ReportModel.Request;
import whence.app.report.ReportModel.Standing;
import whence.ask.Forecast;
import whence.ask.Forecasts;
import whence.ask.Moment;
import whence.ask.Replies;
import whence.ask.Reply;
import whence.ask.Timeline;
import whence.guard.View;
import whence.model.Claim;
import whence.model.ClaimReview;
import whence.model.Document;
import whence.model.Sha256;
import whence.model.Statement;
import whence.model.Weighing;
import whence.model.WhenceException;
import whence.weigh.Evidence;
import whence.weigh.Explain;

/// Puts together what the report shows. What does not fit is counted, never dropped silently.
final class ReportCompiler {
  private static final int CLAIMS_AT_LENGTH = 40;
  private static final int CLAIMS_IN_A_LINE = 80;
  private static final int FEWEST_WORDS = 4;
  private static final int CANNOT_BE_JUDGED = 6;
  private static final Pattern WORDS = Pattern.compile("[\\p{L}\\p{N}’']+");
  private static final int DENIALS = 60;
  private static final int FORECASTS = 100;
  private static final int REQUESTS = 100;
  private static final int MOMENTS = 160;

  /// A text up to this length is printed whole, as long as all of these together stay below
  /// [#WHOLE_TEXTS].
  private static final int WHOLE_TEXT = 30_000;

  private static final int WHOLE_TEXTS = 1_500_000;

  private final View view;
  private final Citations citations = new Citations();
  private final Survey survey;
  private final Weighing weighing;
  private final int rejected;
  private final Map<Sha256, Document> documents = new HashMap<>();
  private final Tellings tellings;

  private ReportCompiler(View view, Weighing weighing) {
    this.view = view;
    Map<String, ClaimReview> reviews = view.reviews(weighing);
    List<Claim> kept =
        weighing.claims().stream()
            .filter(claim -> reviews.getOrDefault(claim.id(), ClaimReview.NONE).rejection() == null)
            .toList();
    this.weighing = new Weighing(kept, weighing.reuse(), weighing.families());
    this.rejected = weighing.claims().size() - kept.size();
    this.survey = Survey.of(view, DENIALS);
    this.tellings = new Tellings(view, citations, survey.reviewed);
    view.documents().forEach(document -> documents.put(document.sha256(), document));
  }

  /// @throws WhenceException if the case has changed since it was last weighed
  static ReportModel compile(String version, View view, Head head) {
    Weighing weighing =
        view.judged(
            view.weighing()
                .orElseThrow(() ->
                    new WhenceException(
                        "the case has changed since it was last weighed: run `whence rebuild` and ask"
                            + " for the report again")));
    return new ReportCompiler(view, weighing).compile(version, head);
  }

  /// Which claims are told, by id.
  static Map<String, String> told(View view, Weighing weighing) {
    ReportCompiler compiler = new ReportCompiler(view, weighing);
    List<Claim> ranked = compiler.ranked();
    Set<Claim> chosen = compiler.atLength(ranked);
    Map<String, String> told = new HashMap<>();
    chosen.forEach(claim -> told.put(claim.id(), "at length"));
    inALine(ranked, chosen).forEach(claim -> told.put(claim.id(), "in a line"));
    return told;
  }

  private Set<Claim> atLength(List<Claim> ranked) {
    // What somebody opposes, or what can be judged, is told at length whatever its rank. Sorting is
    // stable.
    return ranked.stream()
        .filter(this::isWorthTelling)
        .sorted(
            Comparator.comparing(claim ->
                !ClaimEntries.isOpposed(claim) && claim.grade().credibility() == CANNOT_BE_JUDGED))
        .limit(CLAIMS_AT_LENGTH)
        .collect(Collectors.toSet());
  }

  private static List<Claim> inALine(List<Claim> ranked, Set<Claim> chosen) {
    return ranked.stream()
        .filter(claim -> !chosen.contains(claim))
        .limit(CLAIMS_IN_A_LINE)
        .toList();
  }

  private ReportModel compile(String version, Head head) {
    List<Claim> ranked = ranked();
    Set<Claim> chosen = atLength(ranked);
    List<Claim> told =
        ranked.stream()
            .filter(chosen::contains)
            .sorted(Comparator.comparingInt(claim -> claim.grade().credibility()))
            .toList();
    List<Claim> lines = inALine(ranked, chosen);

    List<Forecast> forecasts = Forecasts.in(view);
    List<Reply> replies =
        Replies.in(view, Optional.of(weighing)).stream().filter(it -> !it.entered()).toList();
    Times times = new Times(Timeline.in(view), told, MOMENTS);

    Set<String> wanted = new HashSet<>(survey.denials);
    told.forEach(claim -> wanted.addAll(Explain.statements(claim)));
    lines.forEach(claim -> wanted.add(claim.statements().getFirst()));
    forecasts.stream().limit(FORECASTS).map(Forecast::statement).forEach(wanted::add);
    replies.stream()
        .limit(REQUESTS)
        .flatMap(it -> Optional.ofNullable(it.statement()).stream())
        .forEach(wanted::add);
    times.chosen().stream().map(Moment::statement).forEach(wanted::add);
    Map<String, Evidence> evidence = Evidence.of(view.readings(), wanted);

    ClaimEntries entries =
        new ClaimEntries(
            new Explain(weighing, view.judgements()), evidence, documents, tellings, citations);
    entries.number(told);
    List<ClaimEntry> claims = told.stream().map(entries::entry).toList();
    List<Brief> briefs = lines.stream().map(entries::brief).filter(Objects::nonNull).toList();
    Listing<Moments> timeline = times.rows(evidence, citations, tellings);
    Listing<Denial> denials = denials(evidence);
    Listing<Forecasted> foretold = forecasts(forecasts, evidence);
    Listing<Request> requests = requests(replies, evidence);
    Register register = new Register(view, documents, survey, citations);
    return new ReportModel(
        version,
        Words.date(head.at()),
        head.entries(),
        head.hash().hex(),
        List.copyOf(survey.marks),
        figures(),
        grades(),
        standings(claims),
        briefs,
        weighing.claims().size() - claims.size() - briefs.size(),
        timeline,
        denials,
        foretold,
        requests,
        register.unread(),
        register.removed(),
        rejected,
        view.orphans().size(),
        register.families(weighing),
        register.entries(),
        cited());
  }

  /// The claims most worth a reader's time first: what somebody asserts and somebody opposes, what
  /// has several origins or may have, what stands in many documents, what somebody is said to say.
  /// Ties keep the weighing's order.
  private List<Claim> ranked() {
    return weighing.claims().stream()
        .sorted(
            Comparator.<Claim, Boolean>comparing(
                    claim -> !(claim.origins().atMost() > 0 && ClaimEntries.isOpposed(claim)))
                .thenComparingInt(claim -> -claim.origins().atLeast())
                .thenComparingInt(claim -> -claim.origins().atMost())
                .thenComparingInt(claim -> -claim.documents())
                .thenComparing(claim -> !ClaimEntries.isOpposed(claim))
                .thenComparing(claim -> !isAttributed(claim))
                .thenComparingInt(claim -> -claim.statements().size()))
        .toList();
  }

  /// Told at length is what says something ("No." does not) and has more to show than one author's
  /// own sentence.
  private boolean isWorthTelling(Claim claim) {
    return ClaimEntries.isOpposed(claim)
        || (WORDS.matcher(claim.text()).results().limit(FEWEST_WORDS).count() == FEWEST_WORDS
            && (claim.statements().size() > 1 || isAttributed(claim)));
  }

  private boolean isAttributed(Claim claim) {
    return claim.statements().stream().anyMatch(survey.attributed::contains);
  }

  private Figures figures() {
    int several = 0;
    int one = 0;
    int unclear = 0;
    int opposed = 0;
    int carried = 0;
    for (Claim claim : weighing.claims()) {
      if (claim.origins().atLeast() >= 2) {
        several++;
      } else if (claim.origins().atMost() >= 2) {
        unclear++;
      } else {
        one++;
        carried += claim.documents() >= 3 ? 1 : 0;
      }
      opposed += ClaimEntries.isOpposed(claim) ? 1 : 0;
    }
    return new Figures(
        documents.size(),
        survey.read,
        survey.partlyRead,
        survey.notRead,
        survey.statements,
        survey.attributed.size(),
        survey.statements - survey.attributed.size(),
        survey.reviewed.size(),
        weighing.claims().size(),
        several,
        one,
        unclear,
        opposed,
        carried);
  }

  private List<Grade> grades() {
    int[] claims = new int[7];
    int[] opposed = new int[7];
    int most = 1;
    for (Claim claim : weighing.claims()) {
      int grade = claim.grade().credibility();
      most = Math.max(most, ++claims[grade]);
      opposed[grade] += ClaimEntries.isOpposed(claim) ? 1 : 0;
    }
    List<Grade> grades = new ArrayList<>();
    for (int grade = 1; grade <= 6; grade++) {
      grades.add(
          new Grade(
              grade,
              Words.credibility(grade),
              claims[grade],
              opposed[grade],
              claims[grade] == 0 ? 0 : Math.max(1, 100 * claims[grade] / most)));
    }
    return grades;
  }

  private static List<Standing> standings(List<ClaimEntry> claims) {
    List<Standing> standings = new ArrayList<>();
    for (int grade = 1; grade <= 6; grade++) {
      int credibility = grade;
      List<ClaimEntry> here =
          claims.stream().filter(claim -> claim.credibility() == credibility).toList();
      if (!here.isEmpty()) {
        standings.add(new Standing(grade, Words.credibility(grade), here));
      }
    }
    return standings;
  }

  private Listing<Denial> denials(Map<String, Evidence> evidence) {
    List<Denial> denials = new ArrayList<>();
    for (String id : survey.denials) {
      Evidence found = evidence.get(id);
      if (found != null) {
        Statement statement = found.statement();
        denials.add(
            new Denial(
                Tellings.who(statement),
                Words.stance(statement.stance()),
                Tellings.quote(statement),
                Words.date(statement.said()),
                citations.claim(id),
                tellings.review(statement),
                tellings.reviewed(statement),
                citations.place(found)));
      }
    }
    return new Listing<>(denials, survey.denialsInAll - denials.size());
  }

  private Listing<Forecasted> forecasts(List<Forecast> all, Map<String, Evidence> evidence) {
    List<Forecasted> shown = new ArrayList<>();
    for (Forecast forecast : all) {
      Evidence found = evidence.get(forecast.statement());
      if (found != null && shown.size() < FORECASTS) {
        Statement statement = found.statement();
        shown.add(
            new Forecasted(
                Tellings.who(statement),
                Words.cut(forecast.text(), Tellings.LONGEST_QUOTE),
                Tellings.likelihood(forecast.likelihood()),
                Words.date(forecast.due()),
                switch (forecast.outcome()) {
                  case HAPPENED -> "happened";
                  case DID_NOT -> "did not happen";
                  case OPEN -> "open";
                  case CANNOT_BE_JUDGED -> "cannot be judged";
                },
                tellings.review(statement),
                tellings.reviewed(statement),
                citations.place(found)));
      }
    }
    return new Listing<>(shown, all.size() - shown.size());
  }

  private Listing<Request> requests(List<Reply> all, Map<String, Evidence> evidence) {
    List<Request> shown = new ArrayList<>();
    for (Reply reply : all) {
      Evidence found = reply.statement() == null ? null : evidence.get(reply.statement());
      if (found != null && shown.size() < REQUESTS) {
        Statement statement = found.statement();
        shown.add(
            new Request(
                Words.cut(reply.to(), Tellings.SHORT_QUOTE),
                Words.cut(reply.about(), Tellings.LONGEST_QUOTE),
                Words.date(reply.asked()),
                switch (reply.answer()) {
                  case ANSWERED -> "answered";
                  case DECLINED -> "declined";
                  case SILENT -> "silent";
                  case PENDING -> "pending";
                },
                switch (reply.answer()) {
                  case ANSWERED -> "answered";
                  case DECLINED -> "declined to comment";
                  case SILENT -> "did not answer";
                  case PENDING -> "no answer yet on the record";
                },
                tellings.review(statement),
                tellings.reviewed(statement),
                citations.place(found)));
      }
    }
    return new Listing<>(shown, all.size() - shown.size());
  }

  private List<Cited> cited() {
    List<Cited> cited = new ArrayList<>();
    int[] whole = {0};
    for (Document document : view.documents()) {
      if (citations.cites(document.sha256())) {
        boolean all =
            document.characters() <= WHOLE_TEXT && whole[0] + document.characters() <= WHOLE_TEXTS;
        whole[0] += all ? document.characters() : 0;
        view.reading(document.sha256())
            .map(reading -> CitedText.of(reading, citations.in(document.sha256()), all))
            .ifPresent(cited::add);
      }
    }
    return cited;
  }
}
