package whence.read;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import whence.model.Act;
import whence.model.AnalyticConfidence;
import whence.model.Backing;
import whence.model.Document;
import whence.model.Likelihood;
import whence.model.Link;
import whence.model.Passage;
import whence.model.Sha256;
import whence.model.SourceKind;
import whence.model.Span;
import whence.model.SpeakerRole;
import whence.model.Stance;
import whence.model.Statement;
import whence.model.Text;
import whence.model.Time;
import whence.model.TimeExpression;

/// Turns sayings into statements, from the front of a document to its back: resolves who speaks,
/// computes chains, and reads stance, likelihood, backing and times.
final class Statements {
  private static final Set<String> BETWEEN =
      Set.of(
          ("also has have had would could will may might must should can still then always never not did does do"
                  + " already now just is was are were been 'd 've 'll ,")
              .split(" "));

  private final Document document;
  private final Text text;
  private final String characters;
  private final Layout layout;
  private final Names names;
  private final Clocks clocks;
  private final @Nullable Scale scale;
  private final Floor floor;
  private final Sources sources;
  private final List<Statement> statements = new ArrayList<>();
  private final Set<String> ids = new HashSet<>();

  Statements(
      Document document,
      Text text,
      Layout layout,
      List<Span> sentences,
      Names names,
      List<TimeExpression> times,
      List<Spoken> spoken) {
    this.document = document;
    this.text = text;
    this.characters = text.characters();
    this.layout = layout;
    this.names = names;
    this.clocks = new Clocks(document.date(), sentences, times);
    this.scale = Scales.declaredIn(characters);
    this.floor = new Floor(characters, spoken);
    this.sources = new Sources(characters, names, floor, author(), issuer());
  }

  private Who author() {
    String author = document.author();
    boolean several = author != null && author.matches(".*(?: and | & |[,;]).*");
    return author == null || several ? Who.UNKNOWN : new Who(SourceKind.PERSON, author);
  }

  /// Whose "we" a report's is: who issued it, where no person is said to have written it. A
  /// columnist's "we" may be anybody.
  private Who issuer() {
    String issuer = document.publisher();
    boolean itsOwn = document.author() == null || document.author().equals(issuer);
    return issuer != null && itsOwn ? new Who(SourceKind.ORGANIZATION, issuer) : Who.UNKNOWN;
  }

  /// The enclosing level that a statement stands in.
  ///
  /// @param who says it, null at the outermost level
  /// @param speaking whose words they are
  private record Level(
      @Nullable String within,
      int depth,
      List<Link> chain,
      @Nullable Who who,
      Speaking speaking,
      Set<Backing> backing) {}

  List<Statement> of(List<Saying> sayings) {
    Level outermost = new Level(null, 0, publishers(), null, Speaking.NOBODY, Set.of());
    for (Saying saying : sayings) {
      add(saying, outermost);
    }
    statements.sort(
        Comparator.comparing(Statement::extent)
            .thenComparingInt(Statement::depth)
            .thenComparing(Statement::id));
    return statements;
  }

  /// A republisher stands before the publisher whose text it took.
  private List<Link> publishers() {
    List<Link> links = new ArrayList<>();
    links.add(Link.publisher(document.publisher()));
    if (document.republishedFrom() != null) {
      links.add(Link.publisher(document.republishedFrom()));
    }
    return links;
  }

  private void add(Saying found, Level level) {
    Saying saying = withSource(found);
    List<Passage> content = passages(saying.content());
    List<Link> chain = new ArrayList<>(level.chain());
    Set<Backing> backing = EnumSet.noneOf(Backing.class);
    backing.addAll(level.backing());
    Who who = level.who() == null ? Who.UNKNOWN : level.who();
    if (saying.kind() == Statement.Kind.ATTRIBUTED) {
      who = who(saying, level);
      Link link = link(saying, who);
      chain.add(link);
      backing.addAll(link.backing());
      Span citing = saying.citing();
      if (citing != null) {
        Who cited =
            sources.resolve(citing, saying.extent().start(), new Speaking(who, null, null), false);
        Link second = link(cited, citing, null, BackingGrammar.of(characters, citing));
        chain.add(second);
        backing.addAll(second.backing());
      }
    }
    String id = id(saying, level.depth());
    if (!ids.add(id)) {
      return;
    }
    Time said = clocks.said(saying);
    statements.add(statement(id, saying, level, content, chain, backing, said));
    boolean oneself = who.equals(level.speaking().first());
    if (saying.speaker() == null
        && !oneself
        && (level.depth() == 0 || level.speaking().self() == null)) {
      floor.spoke(who, saying.extent().end());
    }
    Level inside =
        new Level(
            id, level.depth() + 1, List.copyOf(chain), who, inside(saying, level, who), backing);
    saying.inner().stream().sorted(Saying.ORDER).forEach(inner -> add(inner, inside));
  }

  /// Whose words a saying's content is: a turn's are its speaker's own; what is told indirectly
  /// keeps the *I* and *you* of the one who tells it.
  private Speaking inside(Saying saying, Level level, Who who) {
    Saying.Speaker speaker = saying.speaker();
    if (speaker != null) {
      Who addressee =
          speaker.addressee() == null ? null : new Who(SourceKind.PERSON, speaker.addressee());
      return new Speaking(null, who, addressee);
    }
    if (isDirect(saying)) {
      return new Speaking(who, who, null);
    }
    // whoever says "I think" goes on to say "I", and *he* is somebody else
    Who first = level.speaking().first();
    return new Speaking(who.equals(first) ? null : who, first, level.speaking().second());
  }

  /// "He said, I never saw it": a comma or colon between the words of saying and what is said.
  private boolean isDirect(Saying saying) {
    if (saying.cue().isEmpty() || saying.content().isEmpty()) {
      return false;
    }
    int end = saying.cue().getLast().end();
    int start = saying.content().getFirst().start();
    return end < start && characters.substring(end, start).matches("\\s*[,:]\\s*");
  }

  /// Where a saying has a cue but no source, the pronoun or name right before the cue is its
  /// subject.
  private Saying withSource(Saying saying) {
    if (!saying.source().isEmpty() || saying.cue().isEmpty() || saying.speaker() != null) {
      return saying;
    }
    if (Told.isCueOfTold(characters, saying.cue().getFirst())) {
      return saying;
    }
    int cue = saying.cue().getFirst().start();
    Span before = new Span(Math.max(0, cue - 40), cue);
    List<Token> tokens = new ArrayList<>(Token.of(characters, before));
    for (int skipped = 0;
        skipped < 4 && !tokens.isEmpty() && isBetween(tokens.getLast());
        skipped++) {
      tokens.removeLast();
    }
    if (tokens.isEmpty()) {
      return saying;
    }
    Span last = new Span(tokens.getLast().start(), tokens.getLast().end());
    List<Names.Name> named = names.within(before);
    Span subject =
        Pronouns.isPersonal(tokens.getLast().norm())
            ? last
            : !named.isEmpty() && named.getLast().span().end() == last.end()
                ? named.getLast().span()
                : null;
    boolean free = subject != null && saying.content().stream().noneMatch(subject::overlaps);
    return free && subject != null ? saying.withSource(subject) : saying;
  }

  /// What may stand between a subject and its verb: adverbs and auxiliaries.
  private static boolean isBetween(Token token) {
    return token.norm().endsWith("ly") || BETWEEN.contains(token.norm());
  }

  private Who who(Saying saying, Level level) {
    Saying.Speaker speaker = saying.speaker();
    if (speaker != null) {
      return speaker.name() == null ? Who.UNKNOWN : new Who(SourceKind.PERSON, speaker.name());
    }
    if (!saying.source().isEmpty()) {
      return sources.resolve(
          saying.source().getFirst(),
          saying.extent().start(),
          level.speaking(),
          level.depth() == 0);
    }
    boolean loneQuotation = saying.cue().isEmpty() && level.depth() == 0;
    return loneQuotation ? floor.continuing(saying.extent().start()) : Who.UNKNOWN;
  }

  private Link link(Saying saying, Who who) {
    Passage cue = saying.cue().isEmpty() ? null : text.passage(saying.cue().getFirst());
    Set<Backing> backing = EnumSet.noneOf(Backing.class);
    for (List<Span> part : List.of(saying.source(), saying.cue())) {
      part.forEach(span -> backing.addAll(BackingGrammar.of(characters, span)));
    }
    Span as = saying.source().isEmpty() ? null : saying.source().getFirst();
    return link(who, as, cue, List.copyOf(backing));
  }

  private Link link(Who who, @Nullable Span as, @Nullable Passage cue, List<Backing> backing) {
    return new Link(
        Link.Role.SOURCE,
        who.kind(),
        who.name(),
        as == null ? null : as.of(characters),
        as == null ? null : as.start(),
        as == null ? null : as.end(),
        cue,
        backing);
  }

  private Statement statement(
      String id,
      Saying saying,
      Level level,
      List<Passage> content,
      List<Link> chain,
      Set<Backing> backing,
      @Nullable Time said) {
    List<Likelihood> likelihood = new ArrayList<>();
    List<Passage> hedges = new ArrayList<>();
    AnalyticConfidence confidence = null;
    boolean forecast = false;
    Span cue = saying.cue().isEmpty() ? null : saying.cue().getFirst();
    for (Passage passage : content) {
      likelihood.addAll(Estimative.of(characters, passage.span(), scale));
      hedges.addAll(Hedges.of(characters, passage.span()));
      confidence =
          confidence == null ? Estimative.confidence(characters, passage.span()) : confidence;
      forecast |= Forecasts.isForecast(characters, passage.span(), cue);
    }
    for (Span span : saying.cue()) {
      likelihood.addAll(0, Estimative.of(characters, span, scale));
      hedges.addAll(0, Hedges.of(characters, span));
      AnalyticConfidence stated = Estimative.confidence(characters, span);
      confidence = stated == null ? confidence : stated;
    }
    Stance stance = stance(saying);
    boolean own = saying.kind() == Statement.Kind.OWN;
    Set<Backing> all = EnumSet.noneOf(Backing.class);
    all.addAll(backing);
    if (own) {
      content.forEach(passage -> all.addAll(BackingGrammar.of(characters, passage.span())));
    }
    return new Statement(
        id,
        document.sha256(),
        saying.kind(),
        level.within(),
        level.depth(),
        saying.region(),
        passages(saying.source()),
        passages(saying.cue()),
        content,
        chain,
        own ? Act.REPORT : Cues.act(characters, saying.cue()),
        stance,
        likelihood,
        confidence,
        hedges,
        List.copyOf(all),
        forecast && stance != Stance.ASKS,
        said,
        clocks.about(saying),
        role(saying),
        mentions(saying),
        saying.score());
  }

  private Stance stance(Saying saying) {
    if (saying.speaker() != null) {
      boolean question = characters.charAt(saying.extent().end() - 1) == '?';
      return question ? Stance.ASKS : Stance.ASSERTS;
    }
    return saying.kind() == Statement.Kind.OWN
        ? Stance.ASSERTS
        : Cues.stance(characters, saying.cue(), saying.content());
  }

  private static @Nullable SpeakerRole role(Saying saying) {
    Saying.Speaker speaker = saying.speaker();
    return speaker == null ? null : speaker.role();
  }

  private List<whence.model.Mention> mentions(Saying saying) {
    List<whence.model.Mention> mentions = new ArrayList<>();
    for (List<Span> part : List.of(saying.source(), saying.cue(), saying.content())) {
      part.forEach(span -> mentions.addAll(names.mentions(characters, span)));
    }
    mentions.sort(Comparator.comparingInt(whence.model.Mention::start));
    return mentions.stream().distinct().toList();
  }

  /// The passages of spans, markup left out.
  private List<Passage> passages(List<Span> spans) {
    List<Passage> passages = new ArrayList<>();
    for (Span span : spans) {
      Span open = null;
      for (Span piece : layout.readable(span)) {
        boolean joined = open != null && characters.substring(open.end(), piece.start()).isBlank();
        if (joined && open != null) {
          open = new Span(open.start(), piece.end());
        } else {
          if (open != null) {
            passages.add(text.passage(open));
          }
          open = piece;
        }
      }
      if (open != null) {
        passages.add(text.passage(open));
      }
    }
    passages.sort(Comparator.naturalOrder());
    return passages;
  }

  /// Made from what the statement is anchored to, so that reading again gives the same id.
  private String id(Saying saying, int depth) {
    String anchor =
        String.join(
            "|",
            document.sha256().hex(),
            text.hash().hex(),
            saying.kind().name(),
            Integer.toString(depth),
            saying.source().toString(),
            saying.cue().toString(),
            saying.content().toString());
    return "s" + Sha256.of(anchor).hex().substring(0, 16);
  }
}
