package whence.app.decide;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import whence.guard.Decision;
import whence.guard.View;
import whence.model.Anchor;
import whence.model.Answer;
import whence.model.Bearing;
import whence.model.Certainty;
import whence.model.Claim;
import whence.model.Correction;
import whence.model.Entry;
import whence.model.Fact;
import whence.model.Fit;
import whence.model.Outcome;
import whence.model.Reading;
import whence.model.Relation;
import whence.model.Relevance;
import whence.model.Reliability;
import whence.model.Sha256;
import whence.model.SourceKind;
import whence.model.Span;
import whence.model.Stance;
import whence.model.Statement;
import whence.model.StatementAnchor;
import whence.store.CaseStore;

/// Puts decisions of one person on record.
///
/// Every method returns the number of the journal's entry; it is on the disk then. The view that
/// was given shows the case as before; a new one shows it as decided.
public final class Deciding {
  private static final Pattern DAY = Pattern.compile("\\d{4}(?:-\\d{2}(?:-\\d{2})?)?");
  private static final Pattern MINUTE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}");

  private final CaseStore store;
  private final View view;
  private final InstantSource clock;
  private final String by;
  private final @Nullable String why;
  private final @Nullable Function<String, Optional<Sha256>> documents;

  /// @param why null where nobody gave a reason
  public Deciding(
      CaseStore store, View view, InstantSource clock, String by, @Nullable String why) {
    this(store, view, clock, by, why, null);
  }

  /// @param documents tells in which document a statement stands; with it only those are opened,
  ///   without it all are
  public Deciding(
      CaseStore store,
      View view,
      InstantSource clock,
      String by,
      @Nullable String why,
      @Nullable Function<String, Optional<Sha256>> documents) {
    this.documents = documents;
    this.store = store;
    this.view = view;
    this.clock = clock;
    this.by = by;
    this.why = why;
  }

  public long confirm(Reading reading, Statement statement) {
    return review(reading, statement, Entry.Verdict.CONFIRMED, null);
  }

  public long cut(Reading reading, Statement statement) {
    return review(reading, statement, Entry.Verdict.REJECTED, null);
  }

  public long correct(Reading reading, Statement statement, Correction correction) {
    return review(reading, statement, Entry.Verdict.CORRECTED, correction);
  }

  private long review(
      Reading reading,
      Statement statement,
      Entry.Verdict verdict,
      @Nullable Correction correction) {
    return append(
        new Entry.Reviewed(StatementAnchor.to(reading, statement), verdict, correction, by, why));
  }

  /// @param source where its words stand, null where the text has none
  /// @param cue likewise
  /// @param name who that is, null where nobody knows
  /// @param kind null where the document says it in its own voice
  public long add(
      Reading reading,
      Span content,
      @Nullable Span source,
      @Nullable Span cue,
      @Nullable String name,
      @Nullable SourceKind kind,
      Stance stance) {
    return append(
        new Entry.Added(
            anchor(reading, content, "content"),
            source == null ? null : anchor(reading, source, "source"),
            cue == null ? null : anchor(reading, cue, "cue"),
            name,
            kind,
            stance,
            by,
            why));
  }

  /// An anchor for words of a text.
  public static Anchor anchor(Reading reading, Span place, String role) {
    return Anchor.to(reading.document().sha256(), reading.text(), place, role);
  }

  /// Makes claims one.
  public long merge(List<Claim> claims) {
    return append(
        new Entry.Joined(
            anchors(claims.stream().flatMap(claim -> claim.statements().stream()).toList()),
            by,
            why));
  }

  /// Takes some of a claim's statements out of it.
  public long split(Claim claim, Set<String> statements) {
    List<String> rest =
        claim.statements().stream().filter(each -> !statements.contains(each)).toList();
    return append(new Entry.Parted(anchors(statements), anchors(rest), by, why));
  }

  public long grade(Claim claim, int credibility) {
    return append(new Entry.Graded(anchors(claim.statements()), credibility, by, why));
  }

  public long reject(Claim claim) {
    return append(new Entry.Discarded(anchors(claim.statements()), by, why));
  }

  public long relate(Claim claim, Claim other, Relation relation) {
    return append(
        new Entry.Related(
            anchors(claim.statements()), anchors(other.statements()), relation, by, why));
  }

  public long identify(String one, String other, boolean same) {
    return append(new Entry.Identified(one, other, same, by, why));
  }

  public long rate(String source, Reliability reliability) {
    return append(new Entry.Rated(source, reliability, by, why));
  }

  public long withdraw(String source) {
    return append(new Entry.Withdrawn(source, by, why));
  }

  /// Whether a text is a day, a month or a year: `2031-05-04`, `2031-05`, `2031`.
  public static boolean isDay(String text) {
    return DAY.matcher(text).matches();
  }

  /// Whether a text is one of these, or a minute of a day: `2031-05-04T09:30`.
  public static boolean isDate(String text) {
    return isDay(text) || MINUTE.matcher(text).matches();
  }

  /// Enters that somebody was told a claim, or was not.
  ///
  /// @param teller null where nobody knows
  /// @param when ISO 8601, null where not known
  public long told(
      Claim claim,
      @Nullable String teller,
      List<String> to,
      @Nullable String when,
      @Nullable String through,
      Fact fact,
      Certainty certainty) {
    return append(
        new Entry.Told(
            anchors(claim.statements()), teller, to, when, through, fact, certainty, by, why));
  }

  /// Says what came of a forecast.
  ///
  /// @param evidence statements that show it
  public long settle(
      Reading reading, Statement forecast, Outcome outcome, List<StatementAnchor> evidence) {
    return append(
        new Entry.Settled(StatementAnchor.to(reading, forecast), outcome, evidence, by, why));
  }

  /// Says that somebody was asked for comment.
  ///
  /// @param asked ISO 8601, null where not known; `deadline` likewise, null where none was set
  public long request(
      String to,
      String matter,
      List<Claim> claims,
      @Nullable String asked,
      @Nullable String deadline) {
    return append(
        new Entry.Requested(
            to,
            matter,
            anchors(claims.stream().flatMap(claim -> claim.statements().stream()).toList()),
            asked,
            deadline,
            by,
            why));
  }

  /// Says what came of a request for comment.
  ///
  /// @param request number of the decision that holds it
  /// @param when ISO 8601, null where not known
  /// @param words what was answered, null where nothing was
  public long answer(long request, Answer answer, @Nullable String when, @Nullable String words) {
    return append(new Entry.Replied(request, answer, when, words, by, why));
  }

  /// Says that something the program derived is not so, or needs no more attention.
  ///
  /// @param id of what was derived
  /// @param statements ids of those it was derived from
  public long dismiss(String id, List<String> statements) {
    return append(new Entry.Dismissed(id, anchors(statements), by, why));
  }

  public long assign(String question, Collection<String> statements, Bearing bearing) {
    return append(new Entry.Assigned(question, anchors(statements), bearing, by, why));
  }

  /// @param evidence ids of statements
  public long conclude(String question, String finding, Collection<String> evidence) {
    return append(new Entry.Concluded(question, finding, anchors(evidence), by, why));
  }

  /// @param relevance null where nobody judged it
  public long fit(
      String hypothesis, Collection<String> statements, Fit fit, @Nullable Relevance relevance) {
    return append(new Entry.Fitted(hypothesis, anchors(statements), fit, relevance, by, why));
  }

  /// @param number of a decision that stands
  public long undo(long number) {
    return append(new Entry.Undone(number, by, why));
  }

  /// The decision of that number, empty where that entry is none.
  public static Optional<Decision> decision(View view, long number) {
    return view.decisions().stream().filter(each -> each.number() == number).findFirst();
  }

  private List<StatementAnchor> anchors(Collection<String> statements) {
    Set<String> wanted = new HashSet<>(statements);
    Map<String, StatementAnchor> found = new HashMap<>();
    readings(wanted)
        .forEach(reading -> {
          for (Statement statement : reading.statements()) {
            if (wanted.contains(statement.id())) {
              found.put(statement.id(), StatementAnchor.to(reading, statement));
            }
          }
        });
    List<StatementAnchor> anchors = new ArrayList<>();
    for (String statement : statements) {
      StatementAnchor anchor = found.get(statement);
      if (anchor != null) {
        anchors.add(anchor);
      }
    }
    return anchors;
  }

  private Stream<Reading> readings(Set<String> statements) {
    Function<String, Optional<Sha256>> where = documents;
    return where == null
        ? view.unconsulted()
        : statements.stream()
            .flatMap(statement -> where.apply(statement).stream())
            .distinct()
            .flatMap(document -> view.unconsulted(document).stream());
  }

  private long append(Entry.Decided entry) {
    store.journal().append(clock.instant(), List.of(entry));
    return store.journal().entries().reversed().stream()
        .filter(recorded -> recorded.entry().equals(entry))
        .findFirst()
        .orElseThrow()
        .number();
  }
}
