package whence.ask.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import whence.ask.check.Checked.Behind;
import whence.model.Claim;
import whence.model.Link;
import whence.model.Reading;
import whence.model.Span;
import whence.model.Statement;
import whence.model.Weighing;

/// Holds a draft against the record, a sentence at a time.
public final class DraftCheck {
  private static final String SAID_BY = "on record it is said by ";
  private static final int LOOKED_AT = 12;
  private static final int SHOWN = 3;

  /// With fewer words outside its quotation marks, a sentence only says whose they are.
  private static final int FEWEST_WORDS = 3;

  /// Of so few ordinary words one more or less says nothing.
  private static final int FEWEST_TOLD = 4;

  /// With less of its words in any sentence on record, nothing bears it.
  private static final double BORNE = 0.3;

  /// With fewer of its ordinary words anywhere on record, it is of something else.
  private static final double KNOWN = 0.5;

  /// What came of asking somebody.
  ///
  /// @param whom full name
  /// @param statement that shows it, null where a person entered it
  public record Heard(String whom, @Nullable String statement) {}

  /// What on record means nearly the same as a sentence, in other words.
  @FunctionalInterface
  public interface Meaning {
    /// Best first; none where nothing comes near enough.
    List<Behind> nearest(String sentence);
  }

  private final Papers papers;
  private final List<Heard> heard;
  private final Meaning meaning;
  private final Quotations quotations;
  private final Values values;
  private final Certainty certainty;
  private final Attributions attributions;

  /// @param readings of the record, in a canonical order
  public DraftCheck(List<Reading> readings, Weighing weighing) {
    this(readings, weighing, List.of(), _ -> List.of());
  }

  /// @param readings of the record, in a canonical order
  /// @param heard whose replies, refusals and silences are on record
  /// @param meaning looked at only where no words are found
  public DraftCheck(List<Reading> readings, Weighing weighing, List<Heard> heard, Meaning meaning) {
    this.heard = List.copyOf(heard);
    this.meaning = meaning;
    this.papers = new Papers(readings);
    Map<String, Claim> claimOf = new HashMap<>();
    for (Claim claim : weighing.claims()) {
      claim.statements().forEach(statement -> claimOf.put(statement, claim));
    }
    this.quotations = new Quotations(papers);
    this.values = new Values(papers);
    this.certainty = new Certainty(papers, claimOf);
    this.attributions = new Attributions(papers);
  }

  /// @param reading of the draft, which is no part of the record
  public Checked check(Reading reading) {
    Draft draft = new Draft(reading);
    List<Span> quoted = new ArrayList<>();
    draft.sentences().forEach(sentence -> quoted.addAll(draft.quotations(sentence)));
    List<Checked.Sentence> sentences = new ArrayList<>();
    List<Finding> findings = new ArrayList<>();
    for (Span sentence : draft.sentences()) {
      if (quoted.stream().noneMatch(span -> holds(span, sentence))) {
        sentences.add(check(draft, sentence, quoted, findings));
      }
    }
    Unheard.check(
        draft, sentences.stream().map(Checked.Sentence::place).toList(), heard, papers, findings);
    findings.sort(
        Comparator.comparing(Finding::place)
            .thenComparing(Finding::fault)
            .thenComparing(Finding::why));
    return new Checked(sentences, findings);
  }

  private static boolean holds(Span outer, Span inner) {
    return outer.start() <= inner.start() && inner.end() <= outer.end();
  }

  private Checked.Sentence check(
      Draft draft, Span sentence, List<Span> quoted, List<Finding> findings) {
    String text = draft.text();
    List<Word> all = Words.of(text, sentence);
    Nearest nearest = new Nearest(papers.like(all, LOOKED_AT));
    List<Word> own =
        all.stream()
            .filter(word -> quoted.stream().noneMatch(span -> holds(span, word.place())))
            .toList();
    List<Span> quotes = draft.quotations(sentence);
    int before = findings.size();
    List<Values.Differs> differing = values.check(own, nearest);
    for (Span quote : quotes) {
      quotation(draft, sentence, quote, differing, findings);
    }
    if (quotes.isEmpty()) {
      attribution(draft, sentence, nearest, differing, findings);
    }
    for (Values.Differs differs : differing) {
      findings.add(
          finding(
              draft,
              differs.place(),
              differs.fault(),
              differs.record(),
              differs.unit(),
              why(differs)));
    }
    long telling = own.stream().filter(Word::tells).count();
    if (telling >= FEWEST_WORDS) {
      Nearest nearestOwn = quotes.isEmpty() ? nearest : new Nearest(papers.like(own, LOOKED_AT));
      certainty
          .check(
              outside(text, sentence, quoted), sentence.of(text), sentence.start(), own, nearestOwn)
          .ifPresent(stronger ->
              findings.add(
                  finding(
                      draft,
                      sentence,
                      stronger.fault(),
                      stronger.unit() == null ? null : stronger.unit().text(),
                      stronger.unit(),
                      stronger.why())));
    }
    List<Behind> meant = List.of();
    if (findings.size() == before && quotes.isEmpty() && !isBorne(own, nearest)) {
      meant = meaning.nearest(sentence.of(text));
      if (meant.isEmpty()) {
        findings.add(
            finding(draft, sentence, Fault.NO_EVIDENCE, null, null, "nothing on record bears it"));
      }
    }
    List<Behind> behind = new ArrayList<>(meant);
    nearest.matches().stream()
        .filter(match -> match.share() >= BORNE)
        .limit(SHOWN)
        .map(match ->
            new Behind(
                match.unit().reading().document().sha256(),
                match.unit().place(),
                match.unit().text(),
                match.share(),
                Papers.ids(match.unit()),
                false))
        .forEach(behind::add);
    return new Checked.Sentence(draft.line(sentence.start()), sentence, sentence.of(text), behind);
  }

  /// Whether enough of what it tells, names and figures apart, stands together on record.
  private boolean isBorne(List<Word> words, Nearest nearest) {
    List<Word> told =
        words.stream().filter(word -> word.tells() && !word.capital() && !word.isValue()).toList();
    Set<Papers.Unit> there = new LinkedHashSet<>();
    for (Papers.Match match : nearest.matches()) {
      if (match.share() >= Nearest.BESIDE_THE_BEST * nearest.share()) {
        there.addAll(papers.around(match.unit(), 1));
      }
    }
    return nearest.share() >= BORNE
        && (told.size() < FEWEST_WORDS || papers.shareAnywhere(told) >= KNOWN)
        && (told.size() < FEWEST_TOLD || papers.share(told, there) >= BORNE);
  }

  private static String why(Values.Differs differs) {
    return differs.record() == null
        ? "it stands nowhere near what the record says of this"
        : "the record has “" + differs.record() + "”";
  }

  private void quotation(
      Draft draft,
      Span sentence,
      Span quote,
      List<Values.Differs> differing,
      List<Finding> findings) {
    String words = quote.of(draft.text());
    Optional<Quotations.Found> looked = quotations.find(words);
    if (looked.isEmpty()) {
      return;
    }
    Quotations.Found found = looked.get();
    Papers.Unit nearest = found.nearest();
    if (found.merged()) {
      findings.add(
          finding(
              draft,
              quote,
              Fault.MERGED_SPEAKERS,
              nearest == null ? null : nearest.text(),
              nearest,
              "its parts are not one speaker's"));
    } else if (!found.verbatim()) {
      findings.add(
          finding(
              draft,
              quote,
              Fault.MISQUOTED,
              nearest == null ? null : nearest.text(),
              nearest,
              nearest == null ? "no such words are on record" : "the record has it otherwise"));
    }
    List<Papers.Place> places =
        found.verbatim()
            ? found.places()
            : nearest == null || found.merged()
                ? List.of()
                : List.of(new Papers.Place(nearest.reading(), nearest.place()));
    Link speaker = places.isEmpty() ? null : speaker(draft, sentence, quote);
    if (speaker != null
        && speaker.start() != null
        && speaker.end() != null
        && !isMisspelt(speaker, differing)) {
      Span named = new Span(speaker.start(), speaker.end());
      attributions
          .ofQuotation(speaker, places)
          .ifPresent(who -> {
            Papers.Place place = places.getFirst();
            findings.add(
                new Finding(
                    draft.line(named.start()),
                    named,
                    Fault.MISATTRIBUTED,
                    named.of(draft.text()),
                    place.text(),
                    place.reading().document().sha256(),
                    Papers.at(place.reading(), place.span()).stream().map(Statement::id).toList(),
                    SAID_BY + who));
          });
    }
  }

  private static @Nullable Link speaker(Draft draft, Span sentence, Span quote) {
    // who says it may be named in a later sentence than the one that opens the quotation
    Span whole = new Span(sentence.start(), Math.max(sentence.end(), quote.end()));
    for (Statement statement : draft.statements(whole)) {
      boolean says =
          statement.content().stream()
              .anyMatch(passage -> new Span(passage.start(), passage.end()).overlaps(quote));
      Link speaker = says ? Attributions.speaker(statement) : null;
      if (speaker != null) {
        return speaker;
      }
    }
    return null;
  }

  /// Whether the name itself is what is wrong.
  private static boolean isMisspelt(Link speaker, List<Values.Differs> differing) {
    return speaker.start() != null
        && speaker.end() != null
        && differing.stream()
            .anyMatch(differs ->
                differs.fault() == Fault.NAME
                    && differs.place().overlaps(new Span(speaker.start(), speaker.end())));
  }

  private void attribution(
      Draft draft,
      Span sentence,
      Nearest nearest,
      List<Values.Differs> differing,
      List<Finding> findings) {
    for (Statement statement : draft.statements(sentence)) {
      Link speaker = Attributions.speaker(statement);
      if (speaker == null || isMisspelt(speaker, differing)) {
        continue;
      }
      Optional<String> other = attributions.ofContent(speaker, nearest);
      if (other.isPresent()) {
        findings.add(
            finding(
                draft,
                sentence,
                Fault.MISATTRIBUTED,
                nearest.best().text(),
                nearest.best(),
                SAID_BY + other.get()));
        return;
      }
    }
  }

  private static String outside(String text, Span sentence, List<Span> quoted) {
    StringBuilder own = new StringBuilder(sentence.of(text));
    for (Span quote : quoted) {
      for (int i = Math.max(quote.start(), sentence.start());
          i < Math.min(quote.end(), sentence.end());
          i++) {
        own.setCharAt(i - sentence.start(), ' ');
      }
    }
    return own.toString();
  }

  private static Finding finding(
      Draft draft,
      Span place,
      Fault fault,
      @Nullable String record,
      Papers.@Nullable Unit unit,
      String why) {
    return new Finding(
        draft.line(place.start()),
        place,
        fault,
        place.of(draft.text()),
        record,
        unit == null ? null : unit.reading().document().sha256(),
        unit == null ? List.of() : Papers.ids(unit),
        why);
  }
}
