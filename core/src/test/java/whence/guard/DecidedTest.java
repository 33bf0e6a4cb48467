package whence.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import whence.model.Act;
import whence.model.Anchor;
import whence.model.Claim;
import whence.model.ClaimReview;
import whence.model.Correction;
import whence.model.Entry;
import whence.model.Judgements;
import whence.model.Link;
import whence.model.Passage;
import whence.model.Reading;
import whence.model.Region;
import whence.model.Relation;
import whence.model.Review;
import whence.model.Sha256;
import whence.model.SourceKind;
import whence.model.Span;
import whence.model.Stance;
import whence.model.Statement;
import whence.model.StatementAnchor;
import whence.model.Weighing;
import whence.store.MemoryStore;

/// What people decided, before and after another model and another OCR have read the page.
final class DecidedTest {
  private static final Sha256 A = Cases.document("a");
  private static final String FUND = "the fund had paid for the new bridge in full";
  private static final String QUAY = "the quay was shut for a week in March";
  private static final String TEXT =
      "Mara Lindqvist told us that "
          + FUND
          + ". Tor Abel said Ms. Lindqvist had claimed "
          + QUAY
          + ". Nobody else would talk.\n";

  private final MemoryStore store = new MemoryStore();

  private View view() {
    return new View(store, new Purpose("ann", "test"), InstantSource.fixed(Instant.EPOCH));
  }

  /// Words of the text as a machine or an OCR has it.
  private static String noisy(String words) {
    return words.replace("bridge", "bridqe").replace("week", "vveek").replace("had", "bad");
  }

  private static Statement statement(
      Reading empty,
      String id,
      String within,
      List<Link> around,
      String source,
      String cue,
      String content) {
    String text = empty.text().characters();
    List<Link> chain = new ArrayList<>(around);
    Passage by = passage(text, source);
    Passage saying = passage(text, cue);
    chain.add(
        new Link(
            Link.Role.SOURCE,
            SourceKind.PERSON,
            source,
            source,
            by.start(),
            by.end(),
            saying,
            List.of()));
    return new Statement(
        id,
        A,
        Statement.Kind.ATTRIBUTED,
        within.isEmpty() ? null : within,
        within.isEmpty() ? 0 : 1,
        Region.BODY,
        List.of(by),
        List.of(saying),
        List.of(passage(text, content)),
        chain,
        Act.SPEECH,
        Stance.ASSERTS,
        List.of(),
        null,
        List.of(),
        List.of(),
        false,
        null,
        List.of(),
        null,
        List.of(),
        0.9);
  }

  private static Passage passage(String text, String words) {
    int start = text.indexOf(words);
    assertTrue(start >= 0, words);
    return Passage.of(text, new Span(start, start + words.length()));
  }

  /// Three statements: Lindqvist's, Abel's, and within his, Lindqvist's again.
  private static Reading read(String reader, String text, String more) {
    Reading empty = Cases.reading(A, reader, text, List.of());
    boolean clean = text.contains("bridge");
    String fund = clean ? FUND : noisy(FUND);
    String quay = clean ? QUAY : noisy(QUAY);
    String outer = text.substring(text.indexOf("Ms. Lind"), text.indexOf(". Nobody"));
    List<Link> paper = List.of(Link.publisher("The Courier"));
    Statement abel = statement(empty, reader + "-abel", "", paper, "Tor Abel", "said", outer);
    return new Reading(
        empty.document(),
        empty.text(),
        List.of(),
        List.of(
            statement(empty, reader + "-fund", "", paper, "Mara Lindqvist", "told us", fund + more),
            abel,
            statement(
                empty,
                reader + "-quay",
                abel.id(),
                abel.chain(),
                "Ms. Lindqvist",
                "claimed",
                quay)),
        reader);
  }

  private Reading decided() {
    return view().reading(A).orElseThrow();
  }

  private static Statement named(Reading reading, String id) {
    return reading.statements().stream()
        .filter(statement -> statement.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private void journal(Entry entry) {
    Cases.journal(store, entry);
  }

  private static StatementAnchor anchor(Reading reading, int statement) {
    return StatementAnchor.to(reading, reading.statements().get(statement));
  }

  private static Entry.Reviewed cut(Reading reading, int statement) {
    return new Entry.Reviewed(
        anchor(reading, statement), Entry.Verdict.REJECTED, null, "ann", "because");
  }

  @Test
  void aModelThatDrawsTheLineSomeWordsFurtherKeepsTheDecision() {
    Reading first = read("one", TEXT, "");
    journal(cut(first, 0));
    Reading second = read("two", TEXT, ". Tor Abel");
    store.readings().put(second);
    assertEquals(List.of(), view().orphans());
    assertEquals(Review.State.REJECTED, view().review(named(decided(), "two-fund")).state());
    assertEquals(Review.NONE, view().review(named(decided(), "two-abel")));
  }

  @Test
  void whatSomebodySaysOfAStatementIsNotTakenForIt() {
    Reading first = read("one", TEXT, "");
    journal(cut(first, 2));
    Reading all = read("two", TEXT, "");
    Reading second =
        new Reading(all.document(), all.text(), all.times(), all.statements().subList(0, 2), "two");
    store.readings().put(second);
    assertEquals(1, view().orphans().size(), "the inner statement is not read any more");
    assertEquals(Review.NONE, view().review(second.statements().get(1)));
  }

  @Test
  void aPageScannedAnewKeepsTheDecision() {
    Reading first = read("one", TEXT, "");
    journal(cut(first, 0));
    journal(cut(first, 2));
    store.readings().put(read("two", "p. 7\n" + noisy(TEXT), ""));
    assertEquals(List.of(), view().orphans());
    assertEquals(Review.State.REJECTED, view().review(named(decided(), "two-fund")).state());
    assertEquals(Review.State.REJECTED, view().review(named(decided(), "two-quay")).state());
    assertEquals(Review.NONE, view().review(named(decided(), "two-abel")));
  }

  @Test
  void aCorrectionChangesTheStatementAndWhatStandsWithinIt() {
    Reading first = read("one", TEXT, "");
    store.readings().put(first);
    journal(
        new Entry.Reviewed(
            anchor(first, 1),
            Entry.Verdict.CORRECTED,
            new Correction("Tora Abel", SourceKind.GROUP, Stance.DENIES, null),
            "ann",
            "because"));
    Statement outer = named(decided(), "one-abel");
    assertEquals("Tora Abel", outer.innermost().name());
    assertEquals(SourceKind.GROUP, outer.innermost().kind());
    assertEquals(Stance.DENIES, outer.stance());
    Statement inner = named(decided(), "one-quay");
    assertEquals(
        List.of("The Courier", "Tora Abel", "Ms. Lindqvist"),
        inner.chain().stream().map(Link::name).toList());
    assertEquals(Stance.ASSERTS, inner.stance());
    assertEquals(first.statements().getFirst(), named(decided(), "one-fund"));
  }

  @Test
  void correctedWordsAreFoundInANewScan() {
    Reading first = read("one", TEXT, "");
    Anchor words =
        Anchor.to(
            A, first.text(), passage(TEXT, "paid for the new bridge in full").span(), "content");
    journal(
        new Entry.Reviewed(
            anchor(first, 0),
            Entry.Verdict.CORRECTED,
            new Correction(null, null, null, words),
            "ann",
            "because"));
    store.readings().put(read("two", noisy(TEXT), ""));
    assertEquals(
        List.of("paid for the new bridqe in full"),
        named(decided(), "two-fund").content().stream().map(Passage::text).toList());
  }

  private static Entry.Added added(Reading reading, String content, String source, String cue) {
    return new Entry.Added(
        Anchor.to(A, reading.text(), passage(TEXT, content).span(), "content"),
        Anchor.to(A, reading.text(), passage(TEXT, source).span(), "source"),
        Anchor.to(A, reading.text(), passage(TEXT, cue).span(), "cue"),
        "Mara Lindqvist",
        SourceKind.PERSON,
        Stance.ASSERTS,
        "ann",
        "missed");
  }

  @Test
  void anAddedStatementStaysThroughAnotherModelAndAnotherScan() {
    Reading first = read("one", TEXT, "");
    Reading without =
        new Reading(
            first.document(), first.text(), first.times(), first.statements().subList(0, 2), "one");
    store.readings().put(without);
    journal(added(without, QUAY, "Ms. Lindqvist", "claimed"));
    String id = view().statementAdded(1).orElseThrow();
    Statement there = named(decided(), id);
    assertEquals(QUAY, there.contentText());
    assertEquals("one-abel", there.within());
    assertEquals(
        List.of("The Courier", "Tor Abel", "Mara Lindqvist"),
        there.chain().stream().map(Link::name).toList());
    assertEquals(Review.State.CONFIRMED, view().review(there).state());
    assertEquals("ann", view().review(there).by());

    String text = "Page 2\n\n" + noisy(TEXT).replace(" for a ", " for\na ");
    Reading empty = Cases.reading(A, "two", text, List.of());
    store.readings().put(empty);
    Statement later = named(decided(), id);
    assertEquals(noisy(QUAY).replace(" for a ", " for\na "), later.contentText());
    assertEquals("Ms. Lindqvist", later.source().getFirst().text());
    assertEquals(List.of(), view().orphans());

    store.readings().put(Cases.reading(A, "two", "Something else altogether.", List.of()));
    assertEquals(List.of(), decided().statements());
    assertEquals(List.of(1L), view().orphans().stream().map(Decision::number).toList());
  }

  @Test
  void whatIsUndoneIsAsIfItHadNotBeenAndCanComeBack() {
    Reading first = read("one", TEXT, "");
    store.readings().put(first);
    Sha256 before = view().state();
    journal(cut(first, 0));
    Sha256 cut = view().state();
    assertNotEquals(before, cut);
    journal(new Entry.Undone(1, "bob", "misread"));
    assertEquals(before, view().state());
    assertEquals(Review.NONE, view().review(first.statements().getFirst()));
    assertTrue(view().isUndone(1));
    journal(new Entry.Undone(2, "ann", "no, I was right"));
    assertEquals(cut, view().state());
    assertEquals(Review.State.REJECTED, view().review(first.statements().getFirst()).state());
    assertEquals(3, view().decisions().size());
  }

  @Test
  void ofMergingAndSplittingTheLaterHolds() {
    Reading first = read("one", TEXT, "");
    store.readings().put(first);
    List<StatementAnchor> both = List.of(anchor(first, 0), anchor(first, 2));
    journal(new Entry.Joined(both, "ann", null));
    assertEquals(List.of(Set.of("one-fund", "one-quay")), view().judgements().together());

    journal(new Entry.Parted(both.subList(0, 1), both.subList(1, 2), "bob", null));
    assertEquals(List.of(), view().judgements().together());
    assertEquals(
        List.of(new Judgements.Apart(Set.of("one-fund"), Set.of("one-quay"))),
        view().judgements().apart());

    journal(new Entry.Joined(both, "ann", null));
    assertEquals(1, view().judgements().together().size());
    assertEquals(List.of(new Judgements.Apart(Set.of(), Set.of())), view().judgements().apart());

    journal(new Entry.Undone(3, "bob", null));
    assertEquals(List.of(), view().judgements().together());
  }

  @Test
  void claimsAreDecidedOnByTheStatementsTheyAreMadeOf() {
    Reading first = read("one", TEXT, "");
    journal(new Entry.Graded(List.of(anchor(first, 0)), 2, "ann", "saw the books"));
    journal(new Entry.Discarded(List.of(anchor(first, 1)), "ann", null));
    journal(
        new Entry.Related(
            List.of(anchor(first, 0)),
            List.of(anchor(first, 2)),
            Relation.SUPPORTS,
            "bob",
            "same day"));
    // Another model, another scan, and the graded claim has won a statement.
    store.readings().put(read("two", noisy(TEXT), ""));
    Weighing weighing =
        new Weighing(
            List.of(
                claim("c1", "two-fund", "elsewhere"),
                claim("c2", "two-abel"),
                claim("c3", "two-quay")),
            List.of(),
            List.of());
    var reviews = view().reviews(weighing);
    assertEquals(
        new ClaimReview.Grading(2, "ann", "saw the books", 1), reviews.get("c1").grading());
    assertEquals(new ClaimReview.Rejection("ann", null), reviews.get("c2").rejection());
    assertEquals(
        List.of(new ClaimReview.Tie("c1", Relation.SUPPORTS, false, "bob", "same day")),
        reviews.get("c3").ties());
    Claim graded = view().judged(weighing).claims().getFirst();
    assertEquals(2, graded.grade().credibility());
    assertEquals(
        "ann graded it 2: saw the books. 1 statement has come to it since. By the rules it is 6: "
            + "by rule",
        graded.grade().why());
    assertNull(reviews.get("c3").grading());
  }

  private static Claim claim(String id, String... statements) {
    return new Claim(
        id,
        "text",
        List.of(statements),
        1,
        new Claim.Origins(1, 1, List.of()),
        new Claim.Grade(6, "by rule"),
        List.of(),
        List.of());
  }

  @Test
  void decisionsOnARemovedDocumentAreNeitherInForceNorOrphaned() {
    Reading first = read("one", TEXT, "");
    Cases.acquire(store, "a.txt", A);
    journal(new Entry.Graded(List.of(anchor(first, 0)), 2, "ann", null));
    journal(added(first, QUAY, "Ms. Lindqvist", "claimed"));
    journal(new Entry.Removed(A, "ann", "privileged"));
    assertEquals(List.of(), view().orphans());
    assertEquals(2, view().decisions().size());
  }
}
