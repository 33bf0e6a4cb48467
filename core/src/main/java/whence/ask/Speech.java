package whence.ask;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import whence.model.CodePoints;
import whence.model.Document;
import whence.model.Link;
import whence.model.Mention;
import whence.model.Passage;
import whence.model.Reading;
import whence.model.Region;
import whence.model.SourceKind;
import whence.model.Span;
import whence.model.SpeakerRole;
import whence.model.Stance;
import whence.model.Statement;
import whence.model.Time;
import whence.model.TimeExpression;

/// Who speaks to whom in one document, by place.
final class Speech {
  private static final int LONGEST_SENTENCE = 1500;
  private static final int NEAR = 8;
  private static final int HEAD = 400;
  private static final Set<String> THIRD = Set.of("he", "she", "they", "it");

  private static final Pattern NAMED_DATE = Pattern.compile("\\d{4}");

  private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";

  private static final Pattern DAY_AND_MONTH =
      Pattern.compile(
          "(?i)(?:(?<before>\\d{1,2})(?:st|nd|rd|th)? )?"
              + "(?<month>(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6})\\.?"
              + "(?: (?<behind>\\d{1,2})(?:st|nd|rd|th)?)?");

  private final Document document;
  private final String text;
  private final List<Statement> outermost = new ArrayList<>();
  private final Map<String, Statement> byId = new HashMap<>();
  private final List<Statement> byDepth;
  private final List<Mention> mentions;
  private final List<TimeExpression> times;
  private final int[] starts;
  private final Map<Integer, Optional<MailHead>> heads = new HashMap<>();

  /// @param statements those that nobody rejected
  Speech(Reading reading, List<Statement> statements) {
    this.document = reading.document();
    this.text = reading.text().characters();
    Comparator<Statement> order =
        Comparator.comparing(Statement::extent).thenComparing(Statement::id, CodePoints.ORDER);
    List<Statement> all = statements.stream().sorted(order).toList();
    for (Statement statement : all) {
      byId.put(statement.id(), statement);
      if (statement.depth() == 0) {
        outermost.add(statement);
      }
    }
    this.byDepth = all;
    this.starts = all.stream().mapToInt(statement -> statement.extent().start()).toArray();
    this.mentions =
        all.stream()
            .flatMap(statement -> statement.mentions().stream())
            .distinct()
            .sorted(Comparator.comparingInt(Mention::start).thenComparingInt(Mention::end))
            .toList();
    String year = yearOfHead(reading);
    this.times =
        reading.times().stream()
            .filter(time -> time.time().start() != null)
            .map(time -> year == null ? time : inYear(time, year))
            .sorted(Comparator.comparingInt(time -> Objects.requireNonNull(time.time().start())))
            .toList();
  }

  /// The first whole date at the head of a paper whose own date nobody knows; null for others.
  private static @Nullable String yearOfHead(Reading reading) {
    if (reading.document().date() != null) {
      return null;
    }
    return reading.times().stream()
        .map(TimeExpression::time)
        .filter(time -> time.start() != null && time.start() < HEAD)
        .map(Time::value)
        .filter(value -> value != null && value.length() >= 10 && Dates.sorts(value))
        .findFirst()
        .orElse(null);
  }

  /// A day without a year is the last one before the paper was written.
  private static TimeExpression inYear(TimeExpression expression, String written) {
    Time time = expression.time();
    String value = time.value() == null ? dayOfAnyYear(time.text()) : time.value();
    if (value == null || !value.startsWith("XXXX-")) {
      return expression;
    }
    int year = Integer.parseInt(written.substring(0, 4));
    String rest = value.substring(4);
    boolean later = (written.substring(0, 4) + rest).compareTo(written) > 0;
    return new TimeExpression(
        new Time(time.text(), (later ? year - 1 : year) + rest, time.start(), time.end()),
        expression.type());
  }

  /// *28 August* as `XXXX-08-28`; null for anything else.
  private static @Nullable String dayOfAnyYear(@Nullable String words) {
    Matcher day = DAY_AND_MONTH.matcher(words == null ? "" : words);
    if (!day.matches() || (day.group("before") == null && day.group("behind") == null)) {
      return null;
    }
    String number = day.group("before") != null ? day.group("before") : day.group("behind");
    int month = MONTHS.indexOf(day.group("month").substring(0, 3).toLowerCase(Locale.ROOT)) / 3 + 1;
    return String.format(Locale.ROOT, "XXXX-%02d-%02d", month, Integer.parseInt(number));
  }

  /// Sentences that hold a word, the first few, as one text.
  List<Span> sentencesWith(String word, int most) {
    List<Span> found = new ArrayList<>();
    for (Statement statement : outermost) {
      if (found.size() < most && statement.contentText().toLowerCase(Locale.ROOT).contains(word)) {
        found.add(sentence(statement));
      }
    }
    return found;
  }

  boolean isHearing() {
    return outermost.stream().anyMatch(statement -> statement.speakerRole() != null);
  }

  Document document() {
    return document;
  }

  /// What the mail headers say that were looked at, by where their senders stand.
  Map<Integer, Optional<MailHead>> heads() {
    return heads;
  }

  List<Statement> statements() {
    return byDepth;
  }

  String text() {
    return text;
  }

  List<Statement> outermost() {
    return outermost;
  }

  /// The whole sentence of a statement: a turn's and a mail's are whole as they are.
  Span sentence(Statement statement) {
    if (statement.cue().isEmpty() && !statement.content().isEmpty()) {
      // its source is a label or a header line, perhaps far above
      return cut(
          new Span(statement.content().getFirst().start(), statement.content().getLast().end()));
    }
    Span extent = statement.extent();
    int from = extent.start();
    while (from > 0 && extent.start() - from < LONGEST_SENTENCE / 4 && !endsBefore(from)) {
      from--;
    }
    int to = extent.end();
    while (to < text.length() && to - extent.end() < LONGEST_SENTENCE / 4 && !endsBefore(to)) {
      to++;
    }
    return cut(new Span(from, to));
  }

  private static Span cut(Span span) {
    return span.length() <= LONGEST_SENTENCE
        ? span
        : new Span(span.start(), span.start() + LONGEST_SENTENCE);
  }

  private boolean endsBefore(int at) {
    char before = text.charAt(at - 1);
    return (before == '\n' && at > 1 && text.charAt(at - 2) == '\n')
        || (Character.isWhitespace(before)
            && at > 1
            && ".?!”\"".indexOf(text.charAt(at - 2)) >= 0
            && (at > 2
                && (".?!".indexOf(text.charAt(at - 2)) >= 0
                    || ".?!".indexOf(text.charAt(at - 3)) >= 0))
            && at < text.length()
            && !Character.isLowerCase(text.charAt(at)));
  }

  /// The outermost statement that holds a place, else the last before it, else the first.
  Statement near(int at) {
    Statement nearest = outermost.getFirst();
    for (Statement statement : outermost) {
      int start =
          statement.content().isEmpty()
              ? statement.extent().start()
              : statement.content().getFirst().start();
      if (start > at) {
        break;
      }
      nearest = statement;
    }
    return nearest;
  }

  /// People whom the document names, its mails' senders and receivers among them.
  List<String> people() {
    List<String> people = new ArrayList<>();
    for (Mention mention : mentions) {
      if (mention.kind() == Mention.Kind.PERSON) {
        people.add(mention.name());
      }
    }
    heads
        .values()
        .forEach(head ->
            head.ifPresent(it -> {
              people.add(it.from());
              people.addAll(it.all());
            }));
    return people;
  }

  /// The nearest time around a place with no blank line between, the one behind it first.
  @Nullable Time timeAround(Span at, int reach) {
    int from = Math.max(text.lastIndexOf("\n\n", at.start()), at.start() - reach);
    int blank = text.indexOf("\n\n", at.end());
    int to = Math.min(blank < 0 ? text.length() : blank, at.end() + 12);
    Time before = null;
    for (TimeExpression each : times.subList(timesBefore(from), times.size())) {
      Time time = each.time();
      int start = Objects.requireNonNull(time.start());
      if (start >= to) {
        break;
      }
      if (Dates.sorts(time.value()) && each.type() == TimeExpression.Type.DATE) {
        if (start >= at.start()) {
          return time;
        }
        before = time;
      }
    }
    return before;
  }

  /// The dates within a stretch, ISO 8601.
  Set<String> dates(Span stretch) {
    Set<String> dates = new TreeSet<>();
    for (TimeExpression each : times.subList(timesBefore(stretch.start()), times.size())) {
      if (Objects.requireNonNull(each.time().start()) >= stretch.end()) {
        break;
      }
      if (Dates.sorts(each.time().value())) {
        dates.add(Objects.requireNonNull(each.time().value()));
      }
    }
    return dates;
  }

  /// Whether a quotation that opens in a place's paragraph has not closed before it.
  boolean isQuoted(int at) {
    int from = Math.max(text.lastIndexOf("\n\n", at), at - LONGEST_SENTENCE);
    int straight = 0;
    int open = 0;
    for (int i = Math.max(0, from); i < at; i++) {
      char c = text.charAt(i);
      straight += c == '"' ? 1 : 0;
      open += c == '“' ? 1 : c == '”' ? -1 : 0;
    }
    return straight % 2 == 1 || open > 0;
  }

  /// The sentence around a place.
  Span sentenceAround(Span at) {
    Statement statement = near(at.start());
    Span sentence = sentence(statement);
    return sentence.contains(at) ? sentence : at;
  }

  /// The deepest statement whose cue holds a place.
  @Nullable Statement cuedBy(int at) {
    Statement deepest = null;
    for (Statement statement : around(at)) {
      if (holds(statement.cue(), at) && (deepest == null || statement.depth() > deepest.depth())) {
        deepest = statement;
      }
    }
    return deepest;
  }

  /// The deepest statement whose content holds a place.
  @Nullable Statement carrier(int at) {
    Statement deepest = null;
    for (Statement statement : around(at)) {
      if (holds(statement.content(), at)
          && (deepest == null || statement.depth() > deepest.depth())) {
        deepest = statement;
      }
    }
    return deepest;
  }

  /// Statements that may hold a place.
  private List<Statement> around(int at) {
    int behind = below(at);
    List<Statement> found = new ArrayList<>();
    for (int i = behind - 1; i >= 0 && behind - i < 64; i--) {
      if (byDepth.get(i).extent().end() > at) {
        found.add(byDepth.get(i));
      }
    }
    return found;
  }

  /// How many statements begin at or before a place.
  private int below(int at) {
    int low = 0;
    int high = starts.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (starts[middle] <= at) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /// A statement and those it stands in, the innermost first.
  List<Statement> nest(Statement statement) {
    List<Statement> nest = new ArrayList<>();
    Statement at = statement;
    while (at != null && nest.size() < 16) {
      nest.add(at);
      at = at.within() == null ? null : byId.get(at.within());
    }
    return nest;
  }

  private static boolean holds(List<Passage> passages, int at) {
    return passages.stream().anyMatch(passage -> passage.start() <= at && at < passage.end());
  }

  /// Who says what holds a telling: empty where nobody is named.
  String speaker(Statement carrier, @Nullable Statement cued) {
    List<Link> chain = carrier.chain();
    int last = chain.size() - 1;
    if (cued != null && cued.id().equals(carrier.id()) && last > 0) {
      last--;
    }
    Link link = chain.get(last);
    if (link.role() == Link.Role.SOURCE) {
      return Objects.requireNonNullElse(name(link), "");
    }
    return Objects.requireNonNullElse(document.author(), "");
  }

  /// What a link's words name; null for a pronoun that nothing near explains.
  @Nullable String name(Link link) {
    String as = link.as();
    if (as == null || !isThird(as) || link.start() == null) {
      return link.name() != null ? link.name() : as == null || isPronoun(as) ? null : as;
    }
    return link.name() != null && isNear(link.name(), link.start()) ? link.name() : null;
  }

  private static boolean isPronoun(String as) {
    return TellingWords.PRONOUNS.contains(Phrase.bare(as.toLowerCase(Locale.ROOT)));
  }

  private static boolean isThird(String as) {
    return THIRD.contains(as.toLowerCase(Locale.ROOT));
  }

  /// Whether a name stands in the few statements before a place, and in the same message.
  private boolean isNear(String name, int place) {
    int last = outermost.size() - 1;
    while (last > 0 && outermost.get(last).extent().start() > place) {
      last--;
    }
    Integer message = sender(outermost.get(last));
    for (int i = last; i >= 0 && i > last - NEAR; i--) {
      Statement statement = outermost.get(i);
      if (!Objects.equals(message, sender(statement))) {
        return false;
      }
      if (statement.mentions().stream().anyMatch(it -> it.name().equals(name))
          || name.equals(statement.innermost().name())) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable Integer sender(Statement statement) {
    return statement.cue().isEmpty()
            && statement.speakerRole() == null
            && statement.chain().size() > 1
        ? statement.chain().get(1).start()
        : null;
  }

  /// Whom *you* means: whoever answers counsel, whoever asked the witness, whom alone a mail went
  /// to.
  @Nullable String addressee(Statement carrier, int index) {
    SpeakerRole role = carrier.speakerRole();
    Statement turn = outermost.get(index);
    if (turn.region() == Region.TURN) {
      role = turn.speakerRole();
      boolean witness = role == SpeakerRole.WITNESS;
      for (int i = index + 1; !witness && i < Math.min(outermost.size(), index + NEAR); i++) {
        if (outermost.get(i).speakerRole() == SpeakerRole.WITNESS) {
          return name(outermost.get(i).innermost());
        }
      }
      for (int i = index - 1; i >= 0 && i > index - 4 * NEAR; i--) {
        SpeakerRole other = outermost.get(i).speakerRole();
        if (other != null && (other == SpeakerRole.WITNESS) != witness) {
          return name(outermost.get(i).innermost());
        }
      }
      return null;
    }
    MailHead head = MailHead.of(this, turn);
    return head != null && head.to().size() == 1 && head.cc().isEmpty()
        ? head.to().getFirst()
        : null;
  }

  /// Whom *he* means in a statement's own words: the reader resolved it, or it goes on from "she
  /// said" or from the same word shortly before.
  @Nullable String pronoun(Statement carrier, Span at, int index) {
    for (Statement statement : around(at.start())) {
      Link link = statement.innermost();
      if (link.start() != null && link.start() == at.start() && link.name() != null) {
        return link.name();
      }
    }
    String own = sayer(carrier);
    String word = at.of(text);
    String as = String.valueOf(carrier.innermost().as());
    boolean other = isThird(as) && !as.equalsIgnoreCase(word);
    if (own != null && !other && carrier.stance() != Stance.DECLINES && opensContent(carrier, at)) {
      return own;
    }
    int from = index == 0 ? at.start() : outermost.get(Math.max(0, index - 2)).extent().start();
    for (Statement statement : before(at.start())) {
      Link link = statement.innermost();
      if (statement.extent().start() < from) {
        break;
      }
      if (link.start() != null && link.start() < at.start() && word.equalsIgnoreCase(link.as())) {
        return name(link);
      }
    }
    return null;
  }

  /// Whom *him* means where somebody else is said to have told it: "a clerk had told her, she
  /// said".
  @Nullable String object(Statement carrier, boolean namedTeller) {
    return namedTeller ? sayer(carrier) : null;
  }

  private static @Nullable String sayer(Statement carrier) {
    Link link = carrier.innermost();
    return !carrier.cue().isEmpty() && link.kind() == SourceKind.PERSON ? link.name() : null;
  }

  private static boolean opensContent(Statement carrier, Span at) {
    Passage content = carrier.content().getFirst();
    int length = at.start() - content.start();
    if (length < 0 || length > content.text().length()) {
      return false;
    }
    String opening = content.text().substring(0, length).strip();
    return opening.isEmpty()
        || opening.equalsIgnoreCase("that")
        || opening.equalsIgnoreCase("whether");
  }

  /// Statements that begin at or before a place, the nearest first.
  private List<Statement> before(int at) {
    List<Statement> found = new ArrayList<>();
    for (int i = below(at) - 1; i >= 0 && found.size() < 24; i--) {
      found.add(byDepth.get(i));
    }
    return found;
  }

  /// The name that the document gives whoever is mentioned there and nothing but them.
  @Nullable String mention(Span at) {
    int low = 0;
    int high = mentions.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (mentions.get(middle).start() < at.start()) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    String best = null;
    for (int i = low; i < mentions.size() && mentions.get(i).start() < at.end(); i++) {
      Mention mention = mentions.get(i);
      boolean whole = mention.end() >= at.end() - 2;
      boolean alone =
          text.substring(at.start(), mention.start()).strip().split("\\s+").length <= 1
              && !text.substring(at.start(), mention.start()).contains(" of ");
      if ((mention.kind() == Mention.Kind.PERSON && whole && alone)
          || (mention.kind() == Mention.Kind.ORGANIZATION
              && whole
              && mention.start() - at.start() <= 4)) {
        best = mention.name();
      }
    }
    return best;
  }

  /// What the witness answers to a question: the first statement of the next turn; null where
  /// nobody answers.
  @Nullable String answer(int index) {
    Statement question = outermost.get(index);
    for (int i = index + 1; i < Math.min(outermost.size(), index + NEAR); i++) {
      Statement next = outermost.get(i);
      if (next.speakerRole() == SpeakerRole.WITNESS
          && question.speakerRole() != SpeakerRole.WITNESS) {
        String answer = next.contentText();
        if (answer.length() < 12
            && i + 1 < outermost.size()
            && outermost.get(i + 1).speakerRole() == SpeakerRole.WITNESS) {
          return answer + " " + outermost.get(i + 1).contentText();
        }
        return answer;
      }
      if (next.stance() == Stance.ASKS) {
        return null;
      }
    }
    return null;
  }

  /// How many times begin before a place.
  private int timesBefore(int place) {
    int low = 0;
    int high = times.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (Objects.requireNonNull(times.get(middle).time().start()) < place) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /// Whether a time begins with a word.
  boolean isTime(List<Word> words, int at) {
    if (at >= words.size()) {
      return false;
    }
    int start = words.get(at).start();
    int end = words.get(at).end();
    for (TimeExpression each : times.subList(timesBefore(start - 40), times.size())) {
      if (Objects.requireNonNull(each.time().start()) > end) {
        return false;
      }
      if (start <= Objects.requireNonNull(each.time().end())) {
        return true;
      }
    }
    return false;
  }

  /// The time in a sentence that a verb goes with: the nearest behind it, before `until`; else the
  /// nearest before it.
  ///
  /// @param turn whether it is said in a hearing, where only a date with its year is sure
  @Nullable Time time(Span sentence, int verb, int until, boolean turn) {
    Time before = null;
    for (TimeExpression each : times.subList(timesBefore(sentence.start()), times.size())) {
      Time time = each.time();
      int start = Objects.requireNonNull(time.start());
      if (start >= sentence.end()) {
        break;
      }
      if (start < sentence.start()
          || (turn && !NAMED_DATE.matcher(Objects.requireNonNullElse(time.text(), "")).find())
          || !Dates.sorts(time.value())
          || (each.type() != TimeExpression.Type.DATE && each.type() != TimeExpression.Type.TIME)) {
        continue;
      }
      if (start >= verb) {
        return start < until ? time : before;
      }
      before = time;
    }
    return before;
  }
}
