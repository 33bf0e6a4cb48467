package whence.store.kit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import whence.model.Act;
import whence.model.AnalyticConfidence;
import whence.model.Anchor;
import whence.model.Answer;
import whence.model.Backing;
import whence.model.Bearing;
import whence.model.Block;
import whence.model.Certainty;
import whence.model.Claim;
import whence.model.Correction;
import whence.model.Document;
import whence.model.Entry;
import whence.model.Fact;
import whence.model.Family;
import whence.model.Fit;
import whence.model.Likelihood;
import whence.model.Link;
import whence.model.Mention;
import whence.model.Outcome;
import whence.model.Page;
import whence.model.Passage;
import whence.model.Reading;
import whence.model.Region;
import whence.model.Relation;
import whence.model.Relevance;
import whence.model.Reliability;
import whence.model.Reuse;
import whence.model.Sha256;
import whence.model.SourceKind;
import whence.model.Span;
import whence.model.SpeakerRole;
import whence.model.Stance;
import whence.model.Statement;
import whence.model.StatementAnchor;
import whence.model.Text;
import whence.model.Time;
import whence.model.TimeExpression;
import whence.model.Weighing;

/// Any value of the model, with everything in its text that a store might trip over.
public final class Arbitrary {
  private static final String[] PIECES = {
    "a",
    "Zoë said",
    "\"",
    "\\",
    "\n",
    "\r\n",
    "\t",
    "\u0000",
    "\u001b",
    "\u007f",
    "\u2028",
    "\ufeff",
    "名",
    "\ud83d\ude00",
    "\ud83d",
    "\ude00",
    "\u202e",
    "</script>",
    "'; drop table",
    " ",
    "{\"path\":",
    "\u00e9",
    "e\u0301",
    "%s",
    "../",
    "NULL"
  };

  private final Random random;

  public Arbitrary(Random random) {
    this.random = random;
  }

  public String string() {
    StringBuilder string = new StringBuilder();
    for (int i = random.nextInt(12); i > 0; i--) {
      string.append(PIECES[random.nextInt(PIECES.length)]);
    }
    return string.toString();
  }

  public byte[] bytes(int most) {
    byte[] bytes = new byte[random.nextInt(most + 1)];
    random.nextBytes(bytes);
    return bytes;
  }

  public Sha256 hash() {
    return Sha256.of(bytes(32));
  }

  public Instant instant() {
    return Instant.ofEpochSecond(random.nextLong(4_000_000_000L), random.nextInt(1_000_000_000));
  }

  public Entry entry() {
    return switch (random.nextInt(23)) {
      case 0 -> new Entry.Acquired(string(), hash(), random.nextLong(1L << 40), maybe(this::hash));
      case 1 -> new Entry.Refused(string(), string());
      case 2 ->
          new Entry.Reviewed(
              held(), one(Entry.Verdict.values()), correction(), string(), maybe(this::string));
      case 3 -> new Entry.Removed(hash(), string(), string());
      case 4 ->
          new Entry.Added(
              anchor(),
              maybe(this::anchor),
              maybe(this::anchor),
              maybe(this::string),
              maybe(() -> one(SourceKind.values())),
              one(Stance.values()),
              string(),
              maybe(this::string));
      case 5 -> new Entry.Joined(some(this::held), string(), maybe(this::string));
      case 6 -> new Entry.Parted(some(this::held), some(this::held), string(), null);
      case 7 -> new Entry.Graded(some(this::held), 1 + random.nextInt(6), string(), string());
      case 8 -> new Entry.Discarded(some(this::held), string(), maybe(this::string));
      case 9 ->
          new Entry.Related(
              some(this::held), some(this::held), one(Relation.values()), string(), null);
      case 10 -> new Entry.Identified(string(), string(), random.nextBoolean(), string(), null);
      case 11 -> new Entry.Rated(string(), one(Reliability.values()), string(), string());
      case 12 -> new Entry.Undone(random.nextLong(1L << 40), string(), maybe(this::string));
      case 13 -> new Entry.Withdrawn(string(), string(), maybe(this::string));
      case 14 ->
          new Entry.Settled(
              held(), one(Outcome.values()), some(this::held), string(), maybe(this::string));
      case 15 ->
          new Entry.Told(
              some(this::held),
              maybe(this::string),
              some(this::string),
              maybe(this::string),
              maybe(this::string),
              one(Fact.values()),
              one(Certainty.values()),
              string(),
              maybe(this::string));
      case 16 ->
          new Entry.Requested(
              string(),
              string(),
              some(this::held),
              maybe(this::string),
              maybe(this::string),
              string(),
              maybe(this::string));
      case 17 ->
          new Entry.Replied(
              random.nextLong(1L << 40),
              one(Answer.values()),
              maybe(this::string),
              maybe(this::string),
              string(),
              maybe(this::string));
      case 18 ->
          new Entry.Fitted(
              string(),
              some(this::held),
              one(Fit.values()),
              maybe(() -> one(Relevance.values())),
              string(),
              maybe(this::string));
      case 19 ->
          new Entry.Assigned(
              string(), some(this::held), one(Bearing.values()), string(), maybe(this::string));
      case 20 ->
          new Entry.Concluded(string(), string(), some(this::held), string(), maybe(this::string));
      case 21 -> new Entry.Dismissed(string(), some(this::held), string(), maybe(this::string));
      default -> new Entry.Consulted(hash(), string(), string());
    };
  }

  private StatementAnchor held() {
    return new StatementAnchor(string(), anchor());
  }

  private @Nullable Correction correction() {
    Correction correction =
        new Correction(
            maybe(this::string),
            maybe(() -> one(SourceKind.values())),
            maybe(() -> one(Stance.values())),
            maybe(this::anchor));
    return correction.isNothing() ? null : correction;
  }

  public List<Entry> entries(int most) {
    return listOf(random.nextInt(most + 1), this::entry);
  }

  public Anchor anchor() {
    int start = random.nextInt(1000);
    return new Anchor(
        hash(),
        hash(),
        start,
        start + random.nextInt(100),
        string(),
        string(),
        string(),
        maybe(this::string),
        maybe(this::string));
  }

  public Reading reading() {
    return reading(hash());
  }

  public Reading reading(Sha256 name) {
    String characters = string() + string() + "." + string();
    Text text =
        Text.of(
            characters,
            some(() -> new Page(random.nextInt(9), 0, characters.length())),
            some(() -> new Block(one(Region.values()), 0, characters.length())));
    return new Reading(
        document(name, text),
        text,
        some(() -> new TimeExpression(time(text), one(TimeExpression.Type.values()))),
        some(() -> statement(name, text)),
        string());
  }

  private Document document(Sha256 name, Text text) {
    Document.Status status = one(Document.Status.values());
    return new Document(
        name,
        string(),
        some(this::string),
        maybe(this::string),
        maybe(this::string),
        maybe(this::string),
        maybe(this::string),
        maybe(() -> Time.fromMetadata(string())),
        maybe(this::string),
        string(),
        maybe(this::string),
        maybe(() -> random.nextInt()),
        text.characters().length(),
        some(this::string),
        maybe(text::hash),
        status,
        status == Document.Status.READ ? null : string());
  }

  public Statement statement(Sha256 document, Text text) {
    return new Statement(
        string(),
        document,
        one(Statement.Kind.values()),
        maybe(this::string),
        random.nextInt(4),
        one(Region.values()),
        some(() -> passage(text)),
        some(() -> passage(text)),
        some(() -> passage(text)),
        listOf(1 + random.nextInt(3), () -> link(text)),
        one(Act.values()),
        one(Stance.values()),
        some(() ->
            new Likelihood(
                passage(text),
                maybe(this::string),
                maybe(random::nextDouble),
                maybe(random::nextDouble))),
        maybe(() -> one(AnalyticConfidence.values())),
        some(() -> passage(text)),
        some(() -> one(Backing.values())),
        random.nextBoolean(),
        maybe(() -> time(text)),
        some(() -> time(text)),
        maybe(() -> one(SpeakerRole.values())),
        some(() -> new Mention(string(), one(Mention.Kind.values()), 0, random.nextInt(99))),
        random.nextDouble());
  }

  private Claim.Said said() {
    return new Claim.Said(string(), string(), maybe(this::string));
  }

  public Weighing weighing() {
    return new Weighing(
        some(() ->
            new Claim(
                string(),
                string(),
                some(this::string),
                random.nextInt(9),
                new Claim.Origins(1, 1 + random.nextInt(3), some(this::string)),
                new Claim.Grade(1 + random.nextInt(6), string()),
                some(this::string),
                some(this::string),
                some(this::string),
                some(() ->
                    new Claim.SelfContradiction(
                        string(),
                        random.nextBoolean(),
                        some(this::said),
                        some(this::said),
                        string())),
                some(this::string))),
        some(() ->
            new Reuse(
                hash(),
                hash(),
                one(Reuse.Direction.values()),
                one(Reuse.Kind.values()),
                random.nextDouble(),
                some(() -> new Reuse.Match(1, random.nextInt(9), 3, 4)))),
        some(() -> new Family(hash(), some(this::hash))));
  }

  private Link link(Text text) {
    return new Link(
        one(Link.Role.values()),
        one(SourceKind.values()),
        maybe(this::string),
        maybe(this::string),
        maybe(() -> random.nextInt(99)),
        maybe(() -> random.nextInt(99)),
        maybe(() -> passage(text)),
        some(() -> one(Backing.values())));
  }

  private Time time(Text text) {
    return Time.of(passage(text), maybe(this::string));
  }

  private Passage passage(Text text) {
    int start = random.nextInt(text.characters().length());
    int end = start + random.nextInt(text.characters().length() - start + 1);
    return text.passage(new Span(start, end));
  }

  private <T> T one(T[] values) {
    return values[random.nextInt(values.length)];
  }

  private <T> @Nullable T maybe(Supplier<T> value) {
    return random.nextBoolean() ? value.get() : null;
  }

  private <T> List<T> some(Supplier<T> value) {
    return listOf(random.nextInt(4), value);
  }

  private static <T> List<T> listOf(int length, Supplier<T> value) {
    List<T> values = new ArrayList<>(length);
    for (int i = 0; i < length; i++) {
      values.add(value.get());
    }
    return values;
  }
}
