package whence.ask;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import whence.model.Certainty;
import whence.model.Fact;
import whence.model.Link;
import whence.model.Passage;
import whence.model.Region;
import whence.model.Span;
import whence.model.SpeakerRole;
import whence.model.Stance;
import whence.model.Statement;
import whence.model.Time;

/// The tellings that one document's sentences report.
final class ReadTellings {
  private static final int FAR = 14;

  private static final Pattern THROUGH =
      Pattern.compile(
          "(?i)\\b(?:by (?:tele)?phone|(?:over|on) the (?:tele)?phone|by (?:e-?mail|letter|fax|text"
              + "|post|memo(?:randum)?|telegram|cable|word of mouth|hand)|in (?:person|writing)"
              + "|(?:in|during) (?:a|an|the|our|that|his|her|their) (?:[\\w-]{1,20} ){0,3}(?:meeting|talk"
              + "|call|briefing|letter|e-?mail|memo|memorandum|note|conversation|conference|assembly"
              + "|interview|visit)"
              + "|at (?:a|an|the|our|that|his|her|their) (?:[\\w-]{1,20} ){0,3}(?:meeting|talk|briefing"
              + "|conference|assembly)|orally|verbally)\\b");

  private static final Pattern YES =
      Pattern.compile(
          "(?i)^\\W*(?:yes|yeah|yep|indeed|correct|certainly|that(?:'|’)?s (?:correct|right|true)"
              + "|that is (?:correct|right|true)|i (?:was|did|had|have|do|would have been)\\b(?! not)"
              + "|(?:he|she|they|we|it) (?:was|were|did|had|has|have)\\b(?! not))");

  private static final Pattern NO =
      Pattern.compile(
          "(?i)^\\W*(?:no\\b(?! doubt)|not (?:that|by|to|at|in|as|until|then|me|at all)\\b|never\\b"
              + "|i (?:was|did|had|have) not\\b|i (?:wasn|didn|hadn|haven)['’]t\\b"
              + "|(?:he|she|they|we|it) (?:was|were|did|had|has|have)(?: not|n['’]t)\\b)");

  private static final Pattern OPEN =
      Pattern.compile(
          "(?i)\\b(?:(?:do|did|does|can|could|would)(?: not|n['’]t)|cannot|no|never) (?:\\w{1,12} ){0,2}"
              + "(?:recall|remember|recollect|know|recollection|memory|idea|tell you|say|be sure|be"
              + " certain|help)\\b|\\bnot (?:sure|certain|aware)\\b|\\bunable to (?:say|recall)\\b");

  private static final Pattern QUESTION_WORD =
      Pattern.compile("(?i)\\b(?:who|whom|what|when|where|why|how|which)\\b");

  private static final Set<String> RECALL =
      TellingWords.words(
          "recall recalled remember remembered recollect recollection recollections" + " memory");

  private static final Set<String> KNOW =
      TellingWords.words("know knows knew sure certain say tell aware");

  private static final Set<String> THINK =
      TellingWords.words(
          "think thinks thought believe believes believed suppose assume assumed presume"
              + " presumed guess imagine suspect suspected expect expected probably perhaps"
              + " possibly likely allegedly maybe apparently suggest suggesting suggested"
              + " presumably alleged alleges implied");

  private static final Set<String> AFTER_COMMA = Set.of("that", "about", "to", "whether", "how");

  private static final Set<String> FAULTS =
      Set.of("problems", "problem", "issues", "issue", "faults", "errors", "difficulties");

  private static final Set<String> BELIEVED =
      Set.of("believe", "believes", "suspect", "suspects", "allegedly", "reportedly");

  private static final Set<String> DENY =
      TellingWords.words("deny denies denied denying disputes disputed untrue false");

  private static final Set<String> IF = TellingWords.words("if unless lest whenever hope hoped");

  /// A telling before it has an id.
  ///
  /// @param told the statement of what was told, null where it has none of its own
  /// @param paperAt where the paper is described, null for the document itself and for none
  /// @param itself whether what was told is what the document says
  record Found(
      Span at,
      @Nullable String by,
      List<String> to,
      @Nullable Time when,
      @Nullable String through,
      Fact fact,
      Certainty certainty,
      Statement statement,
      @Nullable Statement told,
      String text,
      String paper,
      @Nullable Span paperAt,
      boolean itself,
      boolean suggested) {}

  private final Speech speech;
  private final List<Found> found = new ArrayList<>();
  private final Set<Integer> seen = new HashSet<>();
  private int lastPaper = Integer.MIN_VALUE;
  private @Nullable Span lastPaperAt;

  private ReadTellings(Speech speech) {
    this.speech = speech;
  }

  static List<Found> in(Speech speech) {
    ReadTellings reading = new ReadTellings(speech);
    for (int i = 0; i < speech.outermost().size(); i++) {
      reading.read(i);
    }
    return reading.found;
  }

  private void read(int index) {
    Statement outer = speech.outermost().get(index);
    Span sentence = speech.sentence(outer);
    List<Word> words = Word.of(sentence.of(speech.text()), sentence.start());
    for (int i = 0; i < words.size(); i++) {
      Word word = words.get(i);
      if (TellingWords.PAPERS.contains(word.norm())
          && !word.norm().equals("page")
          && (i == 0 || !words.get(i - 1).norm().equals("by"))) {
        lastPaper = index;
        Phrase phrase = Phrase.before(words, i + 1);
        lastPaperAt =
            phrase == null
                ? new Span(word.start(), word.end())
                : new Span(words.get(phrase.from()).start(), word.end());
      }
      if (!seen.contains(word.start())) {
        Kind kind = Kind.of(word.norm());
        if (kind != null && seen.add(word.start())) {
          new Sentence(index, outer, words, i, kind).read();
        }
      }
    }
  }

  /// What a verb says of a telling.
  private enum Kind {
    TELL,
    TELL_TO,
    TELLING,
    SEND,
    COME,
    SEE;

    static @Nullable Kind of(String norm) {
      if (TellingWords.TOLD.contains(norm) || TellingWords.TELL.contains(norm)) {
        return TELL;
      }
      if (TellingWords.TOLD_TO.contains(norm) || TellingWords.TELL_TO.contains(norm)) {
        return TELL_TO;
      }
      if (TellingWords.TELLING.contains(norm)) {
        return TELLING;
      }
      if (TellingWords.SENT.contains(norm)
          || TellingWords.HANDED.contains(norm)
          || TellingWords.SEND.contains(norm)
          || TellingWords.HAND.contains(norm)) {
        return SEND;
      }
      if (TellingWords.CAME.contains(norm) || norm.equals("came")) {
        return COME;
      }
      if (TellingWords.SAW.contains(norm)
          || TellingWords.GOT.contains(norm)
          || TellingWords.GRASPED.contains(norm)) {
        return SEE;
      }
      return null;
    }
  }

  /// One verb in its sentence.
  private final class Sentence {
    private final int index;
    private final List<Word> words;
    private final int verb;
    private final Kind kind;
    private final Statement carrier;
    private final @Nullable Statement cued;
    private final VerbGroup group;
    private final String speaker;
    private boolean suggested;
    private @Nullable Phrase paper;

    Sentence(int index, Statement outer, List<Word> words, int verb, Kind kind) {
      this.index = index;
      this.words = words;
      this.verb = verb;
      this.kind = kind;
      int at = words.get(verb).start();
      this.cued = speech.cuedBy(at);
      this.carrier = Objects.requireNonNullElse(speech.carrier(at), outer);
      this.group = VerbGroup.before(words, verb);
      this.speaker = speech.speaker(carrier, cued);
    }

    void read() {
      boolean base =
          TellingWords.BASE.contains(words.get(verb).norm())
              || (words.get(verb).norm().equals("read") && group.did());
      if (base ? !group.did() : group.did() && !words.get(verb).norm().equals("read")) {
        return;
      }
      if (group.infinitive() || group.unreal()) {
        return;
      }
      switch (kind) {
        case TELL -> tell();
        case TELL_TO -> tellTo();
        case TELLING -> {}
        case SEND -> send();
        case COME -> come();
        case SEE -> see();
      }
    }

    private void tell() {
      if (group.passive()) {
        if (group.subject() == null || !isHearer(group.subject())) {
          return;
        }
        int next = verb + 1;
        String by = cued == null ? null : named(cued.innermost());
        if (next < words.size() && words.get(next).norm().equals("by")) {
          Phrase agent = Phrase.at(words, next + 1);
          if (agent != null) {
            by = agentName(agent);
            next = agent.to();
          }
        }
        add(by, group.subject(), Fact.RECEIVED, next);
        return;
      }
      Phrase hearer = Phrase.at(words, verb + 1);
      if (hearer == null || hearer.isPaper(words)) {
        return;
      }
      if (hearer.isPronoun(words)
          && Set.of("that", "it", "this", "who", "which", "these", "those")
              .contains(hearer.first(words))) {
        return;
      }
      if (!isHearer(hearer)) {
        return;
      }
      add(teller(), hearer, Fact.RECEIVED, hearer.to());
    }

    private void tellTo() {
      int to = -1;
      for (int i = verb + 1; i < words.size() && i <= verb + 4; i++) {
        String bare = Phrase.bare(words.get(i).norm());
        if (bare.equals("we")
            || bare.equals("i")
            || bare.equals("he")
            || bare.equals("she")
            || bare.equals("they")
            || bare.equals("you")) {
          return;
        }
        if (words.get(i).norm().equals("with") && FAULTS.contains(words.get(i - 1).norm())) {
          continue;
        }
        if (words.get(i).norm().equals("to")
            || (words.get(i).norm().equals("with") && words.get(verb).norm().startsWith("raise"))) {
          to = i;
          break;
        }
        if (!words.get(i).isWord()
            || (TellingWords.OPENERS.contains(words.get(i).norm()) && i > verb + 1)) {
          return;
        }
      }
      if (to < 0 || TellingWords.BEFORE_TO.contains(words.get(to - 1).norm())) {
        return;
      }
      Phrase hearer = Phrase.at(words, to + 1);
      if (hearer == null
          || !isHearer(hearer)
          || group.passive()
          || (group.subject() == null && cued == null)) {
        return;
      }
      if (!isPerson(hearer)) {
        return;
      }
      Phrase raised = Phrase.at(words, verb + 1);
      raised = raised != null && raised.to() == to ? raised : null;
      if (raised != null && raised.first(words).equals("this")) {
        paper = raised;
      }
      Span told = told(hearer.to());
      boolean line = words.get(verb).norm().startsWith("report") && raised == null;
      if (line && (told == null || told.of(speech.text()).startsWith("to "))) {
        // whose staff they are, not what they said
        return;
      }
      boolean writes = words.get(verb).norm().startsWith("wr");
      add(teller(), hearer, writes ? Fact.SENT : Fact.RECEIVED, hearer.to());
    }

    private void send() {
      boolean sends =
          TellingWords.SENT.contains(words.get(verb).norm())
              || TellingWords.SEND.contains(words.get(verb).norm());
      Fact fact = sends ? Fact.SENT : Fact.RECEIVED;
      if (group.passive()) {
        Phrase subject = group.subject();
        if (subject == null) {
          return;
        }
        if (isThing(subject)) {
          paper = subject;
          Phrase possessor = possessor(subject);
          Phrase receiver = receiver(verb + 1);
          if (receiver != null) {
            add(null, receiver, fact, receiver.to());
          } else if (possessor != null && head(subject).equals("copy")) {
            add(null, possessor, fact, verb + 1);
          }
          return;
        }
        Phrase thing = Phrase.at(words, verb + 1);
        if (thing != null && thing.isPaper(words) && isPerson(subject)) {
          paper = thing;
          add(null, subject, fact, thing.to());
        }
        return;
      }
      if (group.subject() == null) {
        return;
      }
      Phrase first = Phrase.at(words, verb + 1);
      if (first == null) {
        return;
      }
      if (isThing(first)) {
        paper = first;
        Phrase receiver = receiver(first.to());
        if (receiver != null) {
          add(teller(), receiver, fact, receiver.to());
        }
        return;
      }
      Phrase second = Phrase.at(words, first.to());
      boolean copied = words.get(verb).norm().startsWith("cop") && sends;
      if (isPerson(first) && second != null && second.isPaper(words)) {
        paper = second;
        add(teller(), first, fact, second.to());
      } else if (copied && isPerson(first)) {
        add(teller(), first, fact, first.to());
      }
    }

    private void come() {
      Phrase subject = group.subject();
      if (subject == null || !isThing(subject) || group.passive()) {
        return;
      }
      if (subject.from() > 0 && words.get(subject.from() - 1).norm().equals("when")) {
        // "when it came to"
        return;
      }
      int next = verb + 1;
      if (words.get(verb).norm().equals("came")) {
        if (next >= words.size() || !words.get(next).norm().equals("to")) {
          return;
        }
        next++;
      }
      Phrase receiver = Phrase.at(words, next);
      if (receiver == null || !isPerson(receiver)) {
        return;
      }
      paper = subject;
      add(null, receiver, Fact.RECEIVED, receiver.to());
    }

    private void see() {
      if (group.passive() || group.subject() == null || !isPerson(group.subject())) {
        return;
      }
      Phrase thing = Phrase.at(words, verb + 1);
      boolean clock = thing != null && head(thing).equals("minutes");
      if (thing == null || !isThing(thing) || clock || goesOnAsClause(thing) || isBesides()) {
        return;
      }
      String norm = words.get(verb).norm();
      SpeakerRole role = speech.outermost().get(index).speakerRole();
      String seer = group.subject().first(words);
      if ((role == SpeakerRole.COUNSEL || role == SpeakerRole.CHAIR)
          && (seer.equals("i") || seer.equals("we"))) {
        // counsel looks at the papers of the hearing
        return;
      }
      Fact fact =
          TellingWords.GOT.contains(norm)
              ? Fact.RECEIVED
              : TellingWords.GRASPED.contains(norm) ? Fact.UNDERSTOOD : Fact.READ;
      paper = thing;
      add(null, group.subject(), fact, thing.to());
    }

    /// "Customers are told …" tells of no one time.
    private boolean isHabit() {
      for (int i = group.from(); i < verb; i++) {
        String norm = words.get(i).norm();
        if (norm.equals("are") || norm.equals("is")) {
          String subject = group.subject() == null ? "" : group.subject().first(words);
          return !group.perfect() && !subject.equals("we");
        }
      }
      return false;
    }

    /// "As far as I understood it", "do you see it".
    private boolean isBesides() {
      int from = Objects.requireNonNull(group.subject()).from();
      String before = from == 0 ? "" : words.get(from - 1).norm();
      return before.equals("as") || before.equals("do") || before.equals("when");
    }

    /// "understood it was so", "understand that": no paper.
    private boolean goesOnAsClause(Phrase thing) {
      if (!thing.isPronoun(words)) {
        return false;
      }
      String next = thing.to() < words.size() ? words.get(thing.to()).norm() : "";
      return !thing.first(words).equals("it")
          || TellingWords.BE.contains(next)
          || TellingWords.HAVE.contains(next)
          || TellingWords.MODAL.contains(next);
    }

    private String head(Phrase phrase) {
      return phrase.head(words);
    }

    private @Nullable Phrase possessor(Phrase phrase) {
      for (int i = phrase.from(); i < phrase.to(); i++) {
        if (words.get(i).norm().endsWith("'s")) {
          return new Phrase(phrase.from(), i + 1);
        }
      }
      return null;
    }

    /// Behind "to", or "to inform", in what is left of the clause.
    private @Nullable Phrase receiver(int from) {
      for (int i = from; i < words.size() && i < from + FAR && !words.get(i).isStop(); i++) {
        if (!words.get(i).norm().equals("to")) {
          continue;
        }
        int next = i + 1;
        boolean inform = next < words.size() && TellingWords.TELL.contains(words.get(next).norm());
        Phrase receiver = Phrase.at(words, inform ? next + 1 : next);
        return receiver != null && isPerson(receiver) ? receiver : null;
      }
      return null;
    }

    /// A paper by its words, or "it" soon behind one.
    private boolean isThing(Phrase phrase) {
      if (phrase.isPronoun(words)) {
        String norm = phrase.first(words);
        return (norm.equals("it") || norm.equals("this") || norm.equals("that"))
            && lastPaperAt != null
            && index - lastPaper <= (carrier.speakerRole() == null ? 3 : 6);
      }
      return phrase.isPaper(words) || (head(phrase).equals("page") || head(phrase).equals("copy"));
    }

    private boolean isHearer(Phrase phrase) {
      if (phrase.isPronoun(words)) {
        return !Set.of("it", "this", "that", "which", "these", "those")
            .contains(phrase.first(words));
      }
      return !TellingWords.NO_HEARER.contains(head(phrase)) && !phrase.isPaper(words);
    }

    private boolean isPerson(Phrase phrase) {
      if (phrase.isPronoun(words)) {
        return !Set.of("it", "this", "that", "which", "these", "those")
            .contains(phrase.first(words));
      }
      Word first = words.get(phrase.from());
      return !phrase.isPaper(words)
          && !TellingWords.NO_HEARER.contains(head(phrase))
          && ((first.isCapital() && phrase.from() > 0)
              || TellingWords.DETERMINERS.contains(first.norm())
              || speech.mention(span(phrase)) != null);
    }

    private Span span(Phrase phrase) {
      return new Span(words.get(phrase.from()).start(), words.get(phrase.to() - 1).end());
    }

    private @Nullable String teller() {
      if (cued != null && !cued.source().isEmpty()) {
        return named(cued.innermost());
      }
      return group.subject() == null ? null : agentName(group.subject());
    }

    private @Nullable String named(Link link) {
      String name = speech.name(link);
      String plain = name == null ? "" : name.toLowerCase(Locale.ROOT);
      return TellingWords.NOBODY.contains(plain)
              || plain.startsWith("no ")
              || TellingWords.ANYBODY.contains(plain)
          ? null
          : name;
    }

    private @Nullable String agentName(Phrase phrase) {
      List<String> names = names(phrase);
      return names.isEmpty() ? null : names.getFirst();
    }

    /// Whether words stand in what a speaker in a hearing reads out: its *I* is another's.
    private boolean readsOut(Span at) {
      return speech.outermost().get(index).region() == Region.TURN && speech.isQuoted(at.start());
    }

    /// Whether somebody tells who is not the one who says so.
    private boolean tellsAsThird() {
      Phrase subject = group.subject();
      return subject != null && !subject.isPronoun(words);
    }

    /// Who a phrase is about; empty where that stays open.
    private List<String> names(Phrase phrase) {
      if (phrase.isOne(words)) {
        return List.of();
      }
      Span span = span(phrase);
      if (phrase.isPronoun(words)) {
        String norm = phrase.first(words);
        String name =
            switch (norm) {
              case "i", "me", "we", "us", "myself" ->
                  speaker.isEmpty() || readsOut(span) ? null : speaker;
              case "you" -> readsOut(span) ? null : speech.addressee(carrier, index);
              case "he", "she" -> speech.pronoun(carrier, span, index);
              case "him", "her" -> speech.object(carrier, tellsAsThird());
              default -> null;
            };
        return name == null ? List.of() : List.of(name);
      }
      String mention = speech.mention(span);
      if (mention != null) {
        return List.of(mention);
      }
      String text = span.of(speech.text()).replaceAll("[\\s>]++", " ");
      String plain =
          text.endsWith("'s") || text.endsWith("’s") ? text.substring(0, text.length() - 2) : text;
      return TellingWords.ANYBODY.contains(phrase.head(words)) ? List.of() : List.of(plain);
    }

    /// @param next index of the first word behind the verb and who it is about
    private void add(@Nullable String by, Phrase hearer, Fact fact, int next) {
      boolean denied = group.not() || hearer.isOne(words);
      if (kind == Kind.SEND && group.subject() != null) {
        // "it is not a letter that was sent to you"
        int from = group.subject().from();
        for (int i = Math.max(0, from - 5); i < from && group.passive(); i++) {
          denied = denied || words.get(i).norm().equals("not");
        }
      }
      Certainty certainty = denied ? Certainty.DENIED : Certainty.STATED;
      suggested = group.hedged() || isHabit();
      certainty = around(certainty);
      if (certainty == null) {
        return;
      }
      boolean question = group.asked() || endsInQuestion();
      if (question) {
        certainty = answered(certainty);
        if (certainty == null) {
          return;
        }
      }
      Span text = told(next);
      if (text != null && kind == Kind.TELL && paper == null) {
        paper = paperIn(text);
      }
      List<String> to = names(hearer);
      if (by == null && to.isEmpty()) {
        return;
      }
      if (by != null && to.contains(by)) {
        by = null;
      }
      suggested = suggested || believedBehind();
      if (paper != null && paper.isPronoun(words)) {
        lastPaper = index;
      }
      Span at = new Span(words.get(verb).start(), words.get(verb).end());
      Span until = text == null ? new Span(words.getLast().end(), words.getLast().end()) : text;
      boolean before =
          paper != null
              && kind != Kind.TELL_TO
              && (paper.isPronoun(words) || head(paper).equals("page"));
      Span paperAt = paper == null ? null : before ? lastPaperAt : span(paper);
      found.add(
          new Found(
              at,
              by,
              to,
              speech.time(
                  new Span(words.getFirst().start(), words.getLast().end()),
                  at.end(),
                  (cued != null || opensContent(next)) ? until.start() : words.getLast().end(),
                  carrier.region() == Region.TURN || carrier.speakerRole() != null),
              through(until.start()),
              fact,
              certainty,
              cued != null ? cued : carrier,
              cued,
              text == null ? "" : text.of(speech.text()),
              paperAt == null ? "" : paperAt.of(speech.text()),
              paperAt,
              (kind == Kind.TELL_TO && paper != null) || isOwnCopy(),
              suggested));
    }

    private boolean opensContent(int next) {
      return next < words.size() && words.get(next).norm().equals("that");
    }

    private boolean endsInQuestion() {
      return words.getLast().text().equals("?")
          || (words.size() > 1 && words.get(words.size() - 2).text().equals("?"));
    }

    /// What stands around the verb: "I do not recall that …", "if …", "denied that …". Null where
    /// it is no telling.
    private @Nullable Certainty around(Certainty plain) {
      Certainty certainty = plain;
      int subject = group.subject() == null ? group.from() : group.subject().from();
      int start = subject;
      while (start > 0 && !words.get(start - 1).isStop()) {
        start--;
      }
      int notAt = -FAR;
      boolean asks = false;
      for (Statement each : speech.nest(carrier)) {
        asks = asks || each.stance() == Stance.ASKS || each.stance() == Stance.DECLINES;
        if (each.stance() == Stance.DENIES) {
          certainty = certainty == Certainty.DENIED ? Certainty.STATED : Certainty.DENIED;
        }
        suggested = suggested || each.stance() == Stance.DOUBTS || thinks(each);
      }
      for (int i = start; i < subject; i++) {
        String norm = words.get(i).norm();
        boolean not = i - notAt <= 3;
        if (IF.contains(norm)) {
          return null;
        }
        if (TellingWords.NOT.contains(norm)
            || norm.equals("can't")
            || norm.equals("cannot")
            || norm.equals("no")) {
          notAt = i;
          not = true;
        }
        if (not && (RECALL.contains(norm) || KNOW.contains(norm))) {
          certainty = Certainty.UNKNOWN;
        } else if (DENY.contains(norm) && certainty == plain) {
          certainty = certainty == Certainty.DENIED ? Certainty.STATED : Certainty.DENIED;
        } else if (THINK.contains(norm)) {
          suggested = true;
          if (not && certainty == Certainty.STATED) {
            certainty = Certainty.DENIED;
          }
        }
        if (norm.equals("whether")) {
          certainty = asks || certainty != Certainty.UNKNOWN ? Certainty.ASKED : Certainty.UNKNOWN;
        }
      }
      return certainty;
    }

    /// ", analysts believe" behind it.
    private boolean believedBehind() {
      boolean comma = false;
      for (int i = verb + 1; i < words.size(); i++) {
        comma = comma || words.get(i).text().equals(",");
        if (comma && BELIEVED.contains(words.get(i).norm())) {
          return true;
        }
      }
      return false;
    }

    private static boolean thinks(Statement statement) {
      return statement.cue().stream()
          .flatMap(cue -> Word.of(cue.text(), 0).stream())
          .anyMatch(word -> THINK.contains(word.norm()));
    }

    /// What the answer to a question makes of it; null where it tells nothing.
    private @Nullable Certainty answered(Certainty plain) {
      int subject = group.subject() == null ? group.from() : group.subject().from();
      int start = subject;
      while (start > 0 && !words.get(start - 1).isStop()) {
        start--;
      }
      for (int i = start; i < subject; i++) {
        if (QUESTION_WORD.matcher(words.get(i).norm()).matches()) {
          return null;
        }
      }
      if (group.subject() != null
          && QUESTION_WORD.matcher(words.get(group.subject().from()).norm()).matches()) {
        return null;
      }
      if (carrier.speakerRole() == null) {
        return plain == Certainty.STATED || plain == Certainty.DENIED ? Certainty.ASKED : plain;
      }
      String answer = speech.answer(index);
      if (answer == null) {
        return Certainty.ASKED;
      }
      if (YES.matcher(answer).find()) {
        return plain;
      }
      if (NO.matcher(answer).find()) {
        return plain == Certainty.STATED ? Certainty.DENIED : plain;
      }
      if (OPEN.matcher(answer).find()) {
        return Certainty.UNKNOWN;
      }
      return Certainty.ASKED;
    }

    /// The words of what was told.
    private @Nullable Span told(int next) {
      if (cued != null && !cued.content().isEmpty()) {
        return new Span(cued.content().getFirst().start(), cued.content().getLast().end());
      }
      if (kind == Kind.SEE || kind == Kind.COME) {
        return null;
      }
      int limit = limit();
      int from = -1;
      boolean comma = false;
      for (int i = next; i < words.size() && i < next + FAR; i++) {
        Word word = words.get(i);
        if (word.isStop() || word.start() >= limit) {
          break;
        }
        comma = comma || word.text().equals(",");
        boolean opens =
            (kind == Kind.SEND || comma)
                ? AFTER_COMMA.contains(word.norm()) && (comma || !word.norm().equals("to"))
                : TellingWords.OPENERS.contains(word.norm());
        if (opens && !isTime(i)) {
          from = i;
          break;
        }
      }
      if (from < 0) {
        return null;
      }
      int to = from;
      while (to < words.size() && !words.get(to).isStop() && words.get(to).start() < limit) {
        to++;
      }
      return to > from + 1 ? new Span(words.get(from).start(), words.get(to - 1).end()) : null;
    }

    /// "The mayor's copy" on a paper's own list of who gets one.
    private boolean isOwnCopy() {
      return paper != null
          && carrier.kind() == Statement.Kind.OWN
          && !speech.isHearing()
          && speech.document().publisher() == null
          && head(paper).startsWith("cop")
          && possessor(paper) != null;
    }

    private boolean isTime(int i) {
      String norm = words.get(i).norm();
      return (norm.equals("on") || norm.equals("that"))
          && (speech.isTime(words, i + 1) || speech.isTime(words, i + 2));
    }

    /// The paper that somebody was told of: "of the estimate". Null where it is something else.
    private @Nullable Phrase paperIn(Span text) {
      for (int i = verb + 1; i + 1 < words.size(); i++) {
        if (words.get(i).start() == text.start()) {
          String opener = words.get(i).norm();
          Phrase phrase =
              opener.equals("of") || opener.equals("on") || opener.equals("about")
                  ? Phrase.at(words, i + 1)
                  : null;
          return phrase != null && !phrase.isPronoun(words) && phrase.isPaper(words)
              ? phrase
              : null;
        }
      }
      return null;
    }

    /// Where the words end that hold the telling: what stands behind them is another's.
    private int limit() {
      int at = words.get(verb).start();
      return carrier.content().stream()
          .filter(_ -> carrier.content().getFirst().start() <= at)
          .mapToInt(Passage::end)
          .filter(end -> end > at)
          .max()
          .orElse(Integer.MAX_VALUE);
    }

    private @Nullable String through(int until) {
      Span clause = new Span(words.getFirst().start(), words.getLast().end());
      Matcher matcher = THROUGH.matcher(speech.text()).region(clause.start(), clause.end());
      String before = null;
      while (matcher.find()) {
        if (matcher.start() >= words.get(verb).end()
            && (matcher.start() < until || paper != null)) {
          return matcher.group().replaceAll("\\s++", " ");
        }
        if (matcher.end() <= words.get(verb).start()) {
          before = matcher.group().replaceAll("\\s++", " ");
        }
      }
      if (before != null && cued == null) {
        return before;
      }
      return null;
    }
  }
}
