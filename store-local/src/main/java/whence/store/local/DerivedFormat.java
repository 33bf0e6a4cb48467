package whence.store.local;

import java.util.function.BiConsumer;
import java.util.function.Function;
import whence.model.Act;
import whence.model.AnalyticConfidence;
import whence.model.Backing;
import whence.model.Block;
import whence.model.Claim;
import whence.model.Document;
import whence.model.Family;
import whence.model.Likelihood;
import whence.model.Link;
import whence.model.Mention;
import whence.model.Page;
import whence.model.Passage;
import whence.model.Reading;
import whence.model.Region;
import whence.model.Reuse;
import whence.model.SourceKind;
import whence.model.Span;
import whence.model.SpeakerRole;
import whence.model.Stance;
import whence.model.Statement;
import whence.model.Text;
import whence.model.Time;
import whence.model.TimeExpression;
import whence.model.Weighing;

/// How what is derived is written: the components of each record in their order. It is never read
/// by another version, which derives anew (see [DerivedFile#VERSION]), and so needs no names.
///
/// Written out by hand, because a general mapper takes longer to get ready than a small case to be
/// read (measured: 150 ms of a cold start), and because a passage is its two offsets here.
final class DerivedFormat {
  private DerivedFormat() {}

  static byte[] pack(Document document) {
    Packer to = new Packer();
    document(to, document);
    return to.deflated();
  }

  static byte[] pack(Reading reading) {
    Packer to = new Packer();
    document(to, reading.document());
    text(to, reading.text());
    Passages passages = new Passages(reading.text().characters());
    to.all(reading.times(), DerivedFormat::timeExpression);
    to.all(reading.statements(), (_, it) -> statement(to, passages, it));
    to.text(reading.reader());
    return to.deflated();
  }

  static byte[] pack(Weighing weighing) {
    Packer to = new Packer();
    to.all(weighing.claims(), DerivedFormat::claim);
    to.all(weighing.reuse(), DerivedFormat::reuse);
    to.all(weighing.families(), (_, it) -> to.hash(it.origin()).all(it.documents(), Packer::hash));
    return to.deflated();
  }

  static Document document(byte[] packed) throws Unpacker.Damaged {
    return Unpacker.read(packed, DerivedFormat::document);
  }

  static Reading reading(byte[] packed) throws Unpacker.Damaged {
    return Unpacker.read(
        packed,
        from -> {
          Document document = document(from);
          Text text = text(from);
          Passages passages = new Passages(text.characters());
          return new Reading(
              document,
              text,
              from.all(DerivedFormat::timeExpression),
              from.all(it -> statement(it, passages)),
              from.text());
        });
  }

  static Weighing weighing(byte[] packed) throws Unpacker.Damaged {
    return Unpacker.read(
        packed,
        from ->
            new Weighing(
                from.all(DerivedFormat::claim),
                from.all(DerivedFormat::reuse),
                from.all(it -> new Family(it.hash(), it.all(Unpacker::hash)))));
  }

  private static void document(Packer to, Document it) {
    to.hash(it.sha256())
        .text(it.path())
        .all(it.alsoAt(), Packer::text)
        .maybe(it.title(), Packer::text)
        .maybe(it.author(), Packer::text)
        .maybe(it.publisher(), Packer::text)
        .maybe(it.republishedFrom(), Packer::text)
        .maybe(it.date(), DerivedFormat::time)
        .maybe(it.dateSource(), Packer::text)
        .text(it.mediaType())
        .maybe(it.language(), Packer::text)
        .maybe(it.pages(), Packer::whole)
        .number(it.characters())
        .all(it.handling(), Packer::text)
        .maybe(it.textHash(), Packer::hash)
        .constant(it.status())
        .maybe(it.why(), Packer::text);
  }

  private static Document document(Unpacker from) {
    return new Document(
        from.hash(),
        from.text(),
        from.all(Unpacker::text),
        from.maybe(Unpacker::text),
        from.maybe(Unpacker::text),
        from.maybe(Unpacker::text),
        from.maybe(Unpacker::text),
        from.maybe(DerivedFormat::time),
        from.maybe(Unpacker::text),
        from.text(),
        from.maybe(Unpacker::text),
        from.maybe(Unpacker::whole),
        from.whole(),
        from.all(Unpacker::text),
        from.maybe(Unpacker::hash),
        from.constant(Document.Status.class),
        from.maybe(Unpacker::text));
  }

  private static void text(Packer to, Text it) {
    to.hash(it.hash())
        .text(it.characters())
        .all(
            it.pages(),
            (_, page) -> to.number(page.number()).number(page.start()).number(page.end()))
        .all(
            it.blocks(),
            (_, block) -> to.constant(block.region()).number(block.start()).number(block.end()));
  }

  private static Text text(Unpacker from) {
    return new Text(
        from.hash(),
        from.text(),
        from.all(it -> new Page(it.whole(), it.whole(), it.whole())),
        from.all(it -> new Block(it.constant(Region.class), it.whole(), it.whole())));
  }

  private static void timeExpression(Packer to, TimeExpression it) {
    time(to, it.time());
    to.constant(it.type());
  }

  private static TimeExpression timeExpression(Unpacker from) {
    return new TimeExpression(time(from), from.constant(TimeExpression.Type.class));
  }

  private static void time(Packer to, Time it) {
    to.maybe(it.text(), Packer::text)
        .maybe(it.value(), Packer::text)
        .maybe(it.start(), Packer::whole)
        .maybe(it.end(), Packer::whole);
  }

  private static Time time(Unpacker from) {
    return new Time(
        from.maybe(Unpacker::text),
        from.maybe(Unpacker::text),
        from.maybe(Unpacker::whole),
        from.maybe(Unpacker::whole));
  }

  private static void statement(Packer to, Passages passages, Statement it) {
    to.text(it.id())
        .hash(it.document())
        .constant(it.kind())
        .maybe(it.within(), Packer::text)
        .number(it.depth())
        .constant(it.region())
        .all(it.source(), passages)
        .all(it.cue(), passages)
        .all(it.content(), passages)
        .all(it.chain(), (_, link) -> link(to, passages, link))
        .constant(it.act())
        .constant(it.stance())
        .all(it.likelihood(), (_, likelihood) -> likelihood(to, passages, likelihood))
        .maybe(it.analyticConfidence(), Packer::constant)
        .all(it.hedges(), passages)
        .all(it.backing(), Packer::constant)
        .flag(it.forecast())
        .maybe(it.said(), DerivedFormat::time)
        .all(it.about(), DerivedFormat::time)
        .maybe(it.speakerRole(), Packer::constant)
        .all(
            it.mentions(),
            (_, mention) ->
                to.text(mention.name())
                    .constant(mention.kind())
                    .number(mention.start())
                    .number(mention.end()))
        .decimal(it.score());
  }

  private static Statement statement(Unpacker from, Passages passages) {
    return new Statement(
        from.text(),
        from.hash(),
        from.constant(Statement.Kind.class),
        from.maybe(Unpacker::text),
        from.whole(),
        from.constant(Region.class),
        from.all(passages),
        from.all(passages),
        from.all(passages),
        from.all(it -> link(it, passages)),
        from.constant(Act.class),
        from.constant(Stance.class),
        from.all(it -> likelihood(it, passages)),
        from.maybe(it -> it.constant(AnalyticConfidence.class)),
        from.all(passages),
        from.all(it -> it.constant(Backing.class)),
        from.flag(),
        from.maybe(DerivedFormat::time),
        from.all(DerivedFormat::time),
        from.maybe(it -> it.constant(SpeakerRole.class)),
        from.all(
            it -> new Mention(it.text(), it.constant(Mention.Kind.class), it.whole(), it.whole())),
        from.decimal());
  }

  private static void link(Packer to, Passages passages, Link it) {
    to.constant(it.role())
        .constant(it.kind())
        .maybe(it.name(), Packer::text)
        .maybe(it.as(), Packer::text)
        .maybe(it.start(), Packer::whole)
        .maybe(it.end(), Packer::whole)
        .maybe(it.cue(), passages)
        .all(it.backing(), Packer::constant);
  }

  private static Link link(Unpacker from, Passages passages) {
    return new Link(
        from.constant(Link.Role.class),
        from.constant(SourceKind.class),
        from.maybe(Unpacker::text),
        from.maybe(Unpacker::text),
        from.maybe(Unpacker::whole),
        from.maybe(Unpacker::whole),
        from.maybe(passages),
        from.all(it -> it.constant(Backing.class)));
  }

  private static void likelihood(Packer to, Passages passages, Likelihood it) {
    passages.accept(to, it.words());
    to.maybe(it.scale(), Packer::text)
        .maybe(it.low(), Packer::decimal)
        .maybe(it.high(), Packer::decimal);
  }

  private static Likelihood likelihood(Unpacker from, Passages passages) {
    return new Likelihood(
        passages.apply(from),
        from.maybe(Unpacker::text),
        from.maybe(Unpacker::decimal),
        from.maybe(Unpacker::decimal));
  }

  private static void claim(Packer to, Claim it) {
    to.text(it.id())
        .text(it.text())
        .all(it.statements(), Packer::text)
        .number(it.documents())
        .number(it.origins().atLeast())
        .number(it.origins().atMost())
        .all(it.origins().why(), Packer::text)
        .number(it.grade().credibility())
        .text(it.grade().why())
        .all(it.deniedBy(), Packer::text)
        .all(it.contradicts(), Packer::text)
        .all(it.doubtedBy(), Packer::text)
        .all(it.selfContradictions(), DerivedFormat::selfContradiction)
        .all(it.inOtherWords(), Packer::text);
  }

  private static void selfContradiction(Packer to, Claim.SelfContradiction it) {
    to.text(it.source())
        .flag(it.sure())
        .all(it.says(), DerivedFormat::said)
        .all(it.against(), DerivedFormat::said)
        .text(it.why());
  }

  private static Claim.SelfContradiction selfContradiction(Unpacker from) {
    return new Claim.SelfContradiction(
        from.text(),
        from.flag(),
        from.all(DerivedFormat::said),
        from.all(DerivedFormat::said),
        from.text());
  }

  private static void said(Packer to, Claim.Said it) {
    to.text(it.statement()).text(it.claim()).maybe(it.on(), Packer::text);
  }

  private static Claim.Said said(Unpacker from) {
    return new Claim.Said(from.text(), from.text(), from.maybe(Unpacker::text));
  }

  private static Claim claim(Unpacker from) {
    return new Claim(
        from.text(),
        from.text(),
        from.all(Unpacker::text),
        from.whole(),
        new Claim.Origins(from.whole(), from.whole(), from.all(Unpacker::text)),
        new Claim.Grade(from.whole(), from.text()),
        from.all(Unpacker::text),
        from.all(Unpacker::text),
        from.all(Unpacker::text),
        from.all(DerivedFormat::selfContradiction),
        from.all(Unpacker::text));
  }

  private static void reuse(Packer to, Reuse it) {
    to.hash(it.from())
        .hash(it.to())
        .constant(it.direction())
        .constant(it.kind())
        .decimal(it.share())
        .all(
            it.passages(),
            (_, match) ->
                to.number(match.fromStart())
                    .number(match.fromEnd())
                    .number(match.toStart())
                    .number(match.toEnd()));
  }

  private static Reuse reuse(Unpacker from) {
    return new Reuse(
        from.hash(),
        from.hash(),
        from.constant(Reuse.Direction.class),
        from.constant(Reuse.Kind.class),
        from.decimal(),
        from.all(it -> new Reuse.Match(it.whole(), it.whole(), it.whole(), it.whole())));
  }

  /// Passages of one text: two offsets, and the characters only where they are not the text's.
  private record Passages(String characters)
      implements BiConsumer<Packer, Passage>, Function<Unpacker, Passage> {
    @Override
    public void accept(Packer to, Passage it) {
      boolean exact =
          it.end() <= characters.length() && characters.startsWith(it.text(), it.start());
      to.number(it.start()).maybe(exact ? null : it.text(), Packer::text);
      if (exact) {
        to.number(it.end());
      }
    }

    @Override
    public Passage apply(Unpacker from) {
      int start = from.whole();
      String other = from.maybe(Unpacker::text);
      return other == null
          ? Passage.of(characters, new Span(start, from.whole()))
          : new Passage(start, start + other.length(), other);
    }
  }
}
