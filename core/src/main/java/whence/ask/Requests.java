package whence.ask;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import whence.model.Answer;
import whence.model.Document;
import whence.model.Link;
import whence.model.Passage;
import whence.model.Reading;
import whence.model.Sha256;
import whence.model.SourceKind;
import whence.model.Span;
import whence.model.Stance;
import whence.model.Statement;
import whence.model.Time;
import whence.model.TimeExpression;

/// Finds in one document who was asked for comment, and what it says came of that.
final class Requests {
  /// A request as one document tells it.
  ///
  /// @param who the words that name who was asked, or speaks for them; empty where there are none
  /// @param principal whom they speak for, null where for themselves
  /// @param sentence folded, by which a reprint is known again
  record Found(
      Document document,
      Span place,
      String who,
      @Nullable String principal,
      String about,
      @Nullable Time asked,
      @Nullable Time deadline,
      Answer answer,
      @Nullable String by,
      Statement statement,
      boolean suggested,
      String sentence) {}

  private static final Pattern PRONOUN =
      Pattern.compile("(?i)^(?:he|she|they|it|who|both|neither)$");
  private static final Pattern BOUNDARY =
      Pattern.compile(
          "(?i)(?:[;:—]|, (?:and|but|while|though)? ?|\\b(?:but|and|that|said|while|because|although|though|says) |[\"“”] ?)");
  private static final Pattern OBJECT =
      Pattern.compile(
          "(?i)\\b(?:calls?|messages?|e-?mails?|requests?(?: for comment)?|attempts?|efforts?|questions?|letters?)\\b[^.;]{0,60}?\\b(?:to|with|for|at|reach|contact)\\s+(?!comment|reach|contact)(?<who>[^,;.]{2,80})");
  private static final Pattern TAIL_WORDS =
      Pattern.compile(
          "(?i)(?: (?:also|has|have|had|again|repeatedly|immediately|so far|politely|could|did|was|were|would|is|are|still))+$");
  private static final Pattern ASKED_ON =
      Pattern.compile(
          "(?i)\\b(?:(?:put|submitted|left|made|delivered) (?:\\w+ ){0,3}(?:questions?|requests?|messages?|calls?|letters?)|sent|asked|wrote|written|e-?mailed|posted|contacted|telephoned)\\b[^,.;]{0,60}$");
  private static final Pattern NTH =
      Pattern.compile(
          "(?i)\\b(?:wrote|written|sent|asked|e-?mailed)\\b[^.;]{0,60}? (?<time>on the (?<day>\\d{1,2})(?:st|nd|rd|th))\\b");
  private static final Pattern ABOUT =
      Pattern.compile(
          "(?i)^(?: (?:to (?:\\w+ )?)?(?:questions?|requests?|inquiries|inquiry|comments?|calls?|messages?|letters?|e-?mails?)(?: for comment| seeking comment)?)?(?: directly| further| publicly)? ?(?:on|about|regarding|concerning)? ?(?<about>.{3,300}?)(?=[.;\"”]|,? citing\\b|, saying\\b|, (?:but|and|who|which)\\b|$)");
  private static final Pattern CLOCK =
      Pattern.compile(
          "(?i)\\b(?:(?<hour>[01]?\\d|2[0-3])[:.](?<minute>[0-5]\\d)(?: ?(?<half>[ap])\\.?m\\b)?|(?<hour2>1[0-2]|\\d) ?(?<half2>[ap])\\.?m\\b|(?<noon>noon))");
  private static final Pattern DEADLINE =
      Pattern.compile("(?i)\\b(?:by|before|no later than|deadline)\\b");
  private static final Pattern SALUTATION =
      Pattern.compile("(?m)^[> \\t]{0,20}Dear (?<who>[^,:\\n]{2,80})[,:]");
  private static final Pattern WROTE_LINE =
      Pattern.compile("(?m)^[> \\t]{0,20}On [^\\n]{5,80}wrote:");
  private static final Pattern HEADER =
      Pattern.compile("(?m)^[> \\t]{0,20}(?<field>From|To):[ \\t]{0,8}(?<who>[^<\\n,;@]{2,80})");

  private final Document document;
  private final String text;
  private final String folded;
  private final List<TimeExpression> times;
  private final List<Statement> statements;
  private final Spokespeople spokespeople;
  private final boolean isMail;
  private final boolean isTranscript;
  private final List<Found> found = new ArrayList<>();

  private Requests(Reading reading, List<Statement> statements) {
    this.document = reading.document();
    this.text = reading.text().characters();
    this.folded = Sentence.fold(text);
    this.times = reading.times();
    this.statements =
        statements.stream()
            .sorted(Comparator.comparing(Statement::extent).thenComparing(Statement::id))
            .toList();
    this.spokespeople = Spokespeople.of(folded);
    this.isMail = document.mediaType().equals("message/rfc822") || looksLikeMail();
    this.isTranscript = statements.stream().anyMatch(it -> it.speakerRole() != null);
  }

  /// @param statements those of the reading that nobody rejected
  static List<Found> in(Reading reading, List<Statement> statements) {
    if (statements.isEmpty()) {
      return List.of();
    }
    Requests requests = new Requests(reading, statements);
    requests.read();
    return requests.found;
  }

  private boolean looksLikeMail() {
    Matcher header = HEADER.matcher(text.substring(0, Math.min(text.length(), 1_000)));
    return header.results().limit(2).count() == 2;
  }

  private void read() {
    List<Span> sentences = Sentence.of(text);
    for (int i = 0; i < sentences.size(); i++) {
      Span span = sentences.get(i);
      String sentence = span.of(folded);
      if (ReplyWords.ANY.matcher(sentence).find()) {
        String before = i == 0 ? "" : sentences.get(i - 1).of(folded);
        String earlier = i < 2 ? "" : sentences.get(i - 2).of(folded);
        read(span, sentence, before, i == 0 ? span : sentences.get(i - 1), earlier);
      }
    }
    if (!isTranscript && !isMail) {
      StatedRequests.in(statements).forEach(this::take);
    }
    suggestSpokespeople();
  }

  /// What the reader tells of a request that no pattern found.
  private void take(StatedRequests stated) {
    Span span = stated.statement().extent();
    if (found.stream().noneMatch(each -> each.place().overlaps(span))) {
      add(
          span,
          stated.who(),
          stated.about(),
          null,
          null,
          stated.answer(),
          null,
          stated.statement(),
          false,
          span.of(folded));
    }
  }

  private void read(Span span, String sentence, String before, Span beforeSpan, String earlier) {
    Matcher intro = ReplyWords.WHEN_ASKED.matcher(sentence);
    boolean asked = intro.find() && isAskedByPress(intro.group("by"));
    int at = asked ? intro.end() : 0;
    String about = asked ? slice(span, intro.start("about"), intro.end("about")) : "";
    Matcher silent = ReplyWords.SILENT.matcher(sentence);
    Matcher declined = ReplyWords.DECLINED.matcher(sentence);
    Matcher pending = ReplyWords.PENDING.matcher(sentence);
    if (silent.find(at)) {
      outcome(span, sentence, silent, Answer.SILENT, about, at, before, beforeSpan, earlier);
    } else if (declined.find(at)) {
      outcome(span, sentence, declined, Answer.DECLINED, about, at, before, beforeSpan, earlier);
    } else if (pending.find(at)) {
      outcome(span, sentence, pending, Answer.PENDING, about, at, before, beforeSpan, earlier);
    } else if (asked && !isTranscript) {
      answeredWhenAsked(span, sentence, at, about, intro, before, beforeSpan);
    } else {
      requests(span, sentence);
    }
  }

  private static boolean isAskedByPress(@Nullable String by) {
    return by == null
        || by.equals("a reporter")
        || by.equals("reporters")
        || by.equals("journalists")
        || by.startsWith("the ");
  }

  /// A refusal, a silence, or an answer to come.
  private void outcome(
      Span span,
      String sentence,
      Matcher trigger,
      Answer answer,
      String about,
      int from,
      String before,
      Span beforeSpan,
      String earlier) {
    Statement statement = statement(span, span.start() + trigger.start());
    if (statement == null || isOwnSpeech(sentence, trigger)) {
      return;
    }
    String words = trigger.group().toLowerCase(Locale.ROOT);
    boolean isAboutAsking =
        words.contains("comment")
            || words.contains("question")
            || words.contains("letter")
            || words.contains("request")
            || words.contains("interview")
            || words.contains("call")
            || words.contains("message")
            || words.contains("mail")
            || words.contains("reached")
            || words.contains("discuss")
            || words.contains("inquir")
            || words.contains("enquir")
            || words.contains("invitation");
    if ((isTranscript || isMail)
        && !isAboutAsking
        && about.isEmpty()
        && answer != Answer.PENDING
        && !words.contains("either")
        && !words.contains("no answer")
        && !words.contains("no reply")
        && !words.contains("no response")) {
      return;
    }
    String who = who(span, sentence, from, trigger.start(), statement);
    String speaker = speaker(span.start() + trigger.start());
    if (speaker != null
        && (Spokespeople.isSpokesperson(speaker) || spokespeople.principal(speaker) != null)) {
      who = speaker;
    } else if (speaker != null
        && !speaker.isEmpty()
        && (PRONOUN.matcher(who).matches() || who.matches("the [a-z ]+"))) {
      who = speaker;
    }
    Time asked = asked(span, sentence, trigger, about);
    String by = null;
    if (isMail
        && (who.equalsIgnoreCase("you")
            || words.contains("no answer")
            || words.contains("no reply")
            || words.contains("no response"))) {
      who = addressee(span.start());
      by = sender(statement);
    } else if (PRONOUN.matcher(who).matches() || who.isEmpty()) {
      for (String told : List.of(before, earlier)) {
        Matcher wrote = ReplyWords.WROTE.matcher(told);
        if (wrote.find()) {
          who = wrote.group("to");
          by = capital(wrote.group("by"));
          int start =
              told.equals(before) ? beforeSpan.start() : folded.lastIndexOf(told, span.start());
          asked =
              asked != null
                  ? asked
                  : timeIn(new Span(start + wrote.start(), start + told.length()));
          break;
        }
      }
    }
    if (PRONOUN.matcher(who).matches()) {
      who = "";
    }
    if (about.isEmpty()) {
      about = about(span, sentence, trigger, answer);
    }
    boolean suggested =
        who.isEmpty()
            || (answer == Answer.PENDING && !words.startsWith("would") && !words.startsWith("will"))
            || (isMail && by == null)
            || (isTranscript && by == null);
    add(
        span,
        who,
        about,
        asked,
        deadline(span, sentence),
        answer,
        by,
        statement,
        suggested,
        sentence);
  }

  /// The words for whoever says the words at a place, where it stands within what they say and the
  /// sentence names them; null elsewhere.
  private @Nullable String speaker(int at) {
    for (Statement each : statements) {
      if (each.depth() <= 1
          && each.source().size() == 1
          && each.content().stream().anyMatch(part -> part.start() <= at && at < part.end())) {
        String words = sourceWords(each);
        return isMail || (isTranscript && !Spokespeople.isSpokesperson(words)) ? null : words;
      }
    }
    return null;
  }

  /// Somebody's own "we will reply soon", or a question put in a hearing, tells of no request.
  private static boolean isOwnSpeech(String sentence, Matcher trigger) {
    String head = sentence.substring(0, trigger.start()).strip();
    boolean first = head.matches("(?i).{0,200}(?:^|\\W)(?:I|we)(?: \\w+){0,1}'?(?:ve|d|ll)?$");
    String words = trigger.group();
    return sentence.endsWith("?") || (first && !words.matches("(?i)(?:have|has|had).*"));
  }

  private void answeredWhenAsked(
      Span span,
      String sentence,
      int at,
      String about,
      Matcher intro,
      String before,
      Span beforeSpan) {
    Statement statement = statementFrom(span, span.start() + at);
    if (statement == null || statement.stance() == Stance.ASKS) {
      return;
    }
    String who = named(statement);
    if (who.isEmpty()) {
      return;
    }
    String by = intro.group("by");
    Time asked = asked(span, sentence, intro, about);
    if (asked == null
        && before.matches(
            "(?i).*\\b(?:reporters|interview|news conference|briefing|journalists)\\b.*")
        && isOf(beforeSpan, who)) {
      asked = occasion(beforeSpan);
    }
    add(
        span,
        who,
        about,
        asked,
        null,
        Answer.ANSWERED,
        by != null && by.startsWith("the ") ? by : null,
        statement,
        isMail,
        sentence);
  }

  private boolean isOf(Span sentence, String who) {
    String last = who.substring(who.lastIndexOf(' ') + 1);
    return sentence.of(folded).contains(last);
  }

  /// When somebody spoke: "told reporters … on Friday".
  private @Nullable Time occasion(Span sentence) {
    for (TimeExpression each : times) {
      Time time = each.time();
      if (isIn(time, sentence)) {
        String before = folded.substring(sentence.start(), Objects.requireNonNull(time.start()));
        if (before.matches(
                "(?i).*\\b(?:reporters|interview|conference|briefing|journalists)\\b[^,;]{0,60}$")
            && !before.matches("(?i).*\\b(?:that|whether)\\b.*")) {
          return time;
        }
      }
    }
    return null;
  }

  private void requests(Span span, String sentence) {
    Matcher answered = ReplyWords.ANSWERED.matcher(sentence);
    if (!isTranscript
        && !isMail
        && answered.find()
        && !sentence.substring(0, answered.start()).matches(".*[“\"][^”\"]*")) {
      Statement statement = statementFrom(span, span.start());
      if (statement != null
          && !named(statement).isEmpty()
          && (statement.stance() == Stance.ASSERTS || statement.stance() == Stance.DENIES)) {
        String who = sourceWords(statement);
        add(
            span,
            who,
            "",
            asked(span, sentence, answered, ""),
            null,
            Answer.ANSWERED,
            null,
            statement,
            false,
            sentence);
      }
      return;
    }
    Matcher all = ReplyWords.QUESTIONS_TO.matcher(sentence);
    if (all.find()) {
      Statement statement = statement(span, span.start() + all.start());
      if (statement != null) {
        for (String name : all.group("names").split(",? and |, ")) {
          if (!name.isBlank()
              && !name.strip().startsWith("that ")
              && Character.isUpperCase(firstLetter(name))) {
            add(
                span,
                name.strip(),
                "",
                written(statement, span, sentence, all),
                deadline(span, sentence),
                Answer.PENDING,
                isMail ? sender(statement) : null,
                statement,
                false,
                sentence);
          }
        }
      }
      return;
    }
    Matcher you = ReplyWords.ASKS_YOU.matcher(sentence);
    if (isMail && you.find()) {
      Statement statement = statement(span, span.start() + you.start());
      if (statement != null) {
        String about =
            you.group("about") == null ? "" : slice(span, you.start("about"), you.end("about"));
        boolean press =
            !about.isEmpty() || sentence.contains("question") || sentence.contains(" side");
        add(
            span,
            addressee(span.start()),
            about,
            statement.said(),
            deadline(span, sentence),
            Answer.PENDING,
            sender(statement),
            statement,
            !press,
            sentence);
      }
      return;
    }
    Matcher invited = ReplyWords.INVITED.matcher(sentence);
    if (invited.find()) {
      Statement statement = statement(span, span.start() + invited.start());
      if (statement != null && !sentence.endsWith("?")) {
        String who = who(span, sentence, 0, invited.start(), statement);
        if (!who.isEmpty()
            && !PRONOUN.matcher(who).matches()
            && Character.isUpperCase(firstLetter(who))) {
          add(
              span,
              who,
              slice(span, invited.start("about"), invited.end("about")),
              asked(span, sentence, invited, ""),
              deadline(span, sentence),
              Answer.PENDING,
              null,
              statement,
              true,
              sentence);
        }
      }
    }
  }

  private static char firstLetter(String name) {
    String bare =
        name.strip()
            .replaceFirst(
                "^(?:the|an?) (?:embassy|office|ministry|department|government|council) of (?:the )?",
                "")
            .replaceFirst("^(?:the|an?) ", "");
    return bare.isEmpty() ? ' ' : bare.charAt(0);
  }

  /// When the mail was written in which somebody is asked.
  private @Nullable Time written(Statement statement, Span span, String sentence, Matcher trigger) {
    Time asked = asked(span, sentence, trigger, "");
    return asked != null || !isMail ? asked : statement.said();
  }

  /// A spokesperson's words in an article are an answer to somebody's question.
  private void suggestSpokespeople() {
    if (isTranscript || isMail) {
      return;
    }
    List<String> done = new ArrayList<>();
    for (Statement statement : statements) {
      String who = sourceWords(statement);
      if ((statement.stance() != Stance.ASSERTS && statement.stance() != Stance.DENIES)
          || !Spokespeople.isSpokesperson(who)
          || statement.content().isEmpty()
          || found.stream().anyMatch(each -> each.place().overlaps(statement.extent()))) {
        continue;
      }
      String principal = spokespeople.principal(Sentence.fold(who));
      if (principal == null || done.contains(principal)) {
        continue;
      }
      done.add(principal);
      Span span = statement.extent();
      add(
          span,
          Sentence.fold(who),
          "",
          null,
          null,
          Answer.ANSWERED,
          null,
          statement,
          true,
          span.of(folded));
    }
  }

  private void add(
      Span span,
      String who,
      String about,
      @Nullable Time asked,
      @Nullable Time deadline,
      Answer answer,
      @Nullable String by,
      Statement statement,
      boolean suggested,
      String sentence) {
    String principal = spokespeople.principal(who);
    if (principal == null && who.matches("(?i)^(?:its|his|her|their) .*")) {
      principal = sourceBefore(span.start());
    }
    found.add(
        new Found(
            document,
            span,
            who,
            principal,
            about,
            asked,
            deadline,
            answer,
            by != null ? by : isMail || isTranscript ? null : document.publisher(),
            statement,
            suggested,
            sentence));
  }

  /// Who spoke last before a place: whose "its" and "their" it is.
  private @Nullable String sourceBefore(int at) {
    String last = null;
    for (Statement each : statements) {
      if (each.extent().end() > at) {
        break;
      }
      if (at - each.extent().end() < 400 && !each.source().isEmpty() && each.depth() == 0) {
        last = Sentence.fold(each.source().getFirst().text()).replaceFirst(",.*", "");
      }
    }
    return last;
  }

  /// The words that name who did not answer, or would not.
  private String who(Span span, String sentence, int from, int trigger, Statement statement) {
    String head = sentence.substring(from, trigger);
    Matcher object = OBJECT.matcher(head);
    if (object.find()) {
      return TAIL_WORDS
          .matcher(object.group("who").strip())
          .replaceAll("")
          .replaceFirst("(?i) for comment.*", "")
          .strip();
    }
    for (Link link : statement.chain().reversed()) {
      boolean here =
          link.start() != null
              && link.start() >= span.start() + from
              && link.start() < span.start() + trigger;
      if (here
          && link.role() == Link.Role.SOURCE
          && link.kind() != SourceKind.DOCUMENT
          && statement.cue().stream()
              .anyMatch(cue ->
                  cue.start() <= span.start() + trigger
                      && span.start() + trigger < cue.end() + 3)) {
        return link.name() != null && link.kind() == SourceKind.PERSON
            ? link.name()
            : Sentence.fold(String.valueOf(link.as()))
                .replaceFirst(", (?:who|which|the|an?)\\b.*", "")
                .replaceFirst(",$", "");
      }
    }
    String clause = TAIL_WORDS.matcher(" " + head.strip()).replaceAll("").strip();
    if (clause.endsWith(",")) {
      return first(clause);
    }
    int cut = 0;
    Matcher boundary = BOUNDARY.matcher(clause);
    while (boundary.find()) {
      cut = boundary.end();
    }
    String tail = TAIL_WORDS.matcher(" " + clause.substring(cut).strip()).replaceAll("").strip();
    if (tail.equalsIgnoreCase("who")
        || tail.isEmpty()
        || tail.matches("(?i)(?:also|then|still|but|and)")) {
      return first(clause);
    }
    return tail.length() > 90 || tail.split(" ").length > 12 ? "" : tail;
  }

  /// The name that a clause begins with.
  private static String first(String clause) {
    String head = clause.replaceFirst(",.*", "").strip();
    Matcher name =
        Pattern.compile(
                "^(?:(?:[Tt]he|An?) )?(?:[a-z-]+ ){0,4}?" + Spokespeople.NAME + "(?:'s? \\w+)?")
            .matcher(head);
    return name.find() ? name.group() : "";
  }

  private static String named(Statement statement) {
    Link link = statement.innermost();
    return link.role() == Link.Role.PUBLISHER ? "" : Objects.requireNonNullElse(link.name(), "");
  }

  /// The words of a statement's source, else its name.
  private static String sourceWords(Statement statement) {
    if (statement.source().isEmpty()) {
      return named(statement);
    }
    String words = Sentence.fold(statement.source().getFirst().text()).strip();
    String name = named(statement);
    return PRONOUN.matcher(words).matches() ? name : words.replaceFirst(",$", "");
  }

  private String about(Span span, String sentence, Matcher trigger, Answer answer) {
    if (answer == Answer.PENDING) {
      return "";
    }
    Matcher about = ABOUT.matcher(sentence).region(trigger.end(), sentence.length());
    if (!about.find()) {
      return "";
    }
    String words = about.group("about").strip();
    boolean says =
        words.matches(
            "(?i)(?:whether|if|why|how|who|what|when|where|which|the|his|her|its|their|an?|any|about|on|specifics?|details?|questions?|\\p{L}+'s?) .*");
    boolean asking =
        trigger
            .group()
            .matches(
                "(?i).*(?:say|comment|discuss|answer|confirm|disclose|identify|specify|explain|questions?|requests?|talk|speak|elaborate)$");
    if (words.matches("(?i).* (?:last night|yesterday|today|on \\w+day|this week|last week)")) {
      String bare =
          words.replaceFirst(
              "(?i) (?:last night|yesterday|today|on \\w+day|this week|last week)$", "");
      return says && asking
          ? slice(
              span,
              about.start("about"),
              about.start("about") + about.group("about").indexOf(bare) + bare.length())
          : "";
    }
    return (says && asking && !words.matches("(?i)(?:last|on|by|before|sent|when|this|that) .*"))
            || words.matches("(?i)(?:whether|if|why|how|who|what|when|where) .*")
        ? slice(span, about.start("about"), about.end("about"))
        : "";
  }

  /// When they were asked, as the sentence tells: the time behind "sent" or "wrote", or when
  /// somebody refused to speak.
  private @Nullable Time asked(Span span, String sentence, Matcher trigger, String about) {
    Matcher nth = NTH.matcher(sentence);
    if (nth.find()) {
      Span words = new Span(span.start() + nth.start("time") + 3, span.start() + nth.end("time"));
      return Time.of(
          Passage.of(text, words), dayOfMonth(Integer.parseInt(nth.group("day")), words.start()));
    }
    for (TimeExpression each : times) {
      Time time = each.time();
      if (!isIn(time, span)
          || each.type() == TimeExpression.Type.DURATION
          || (!about.isEmpty() && about.contains(String.valueOf(time.text())))) {
        continue;
      }
      int start = Objects.requireNonNull(time.start()) - span.start();
      int end = Objects.requireNonNull(time.end()) - span.start();
      if (ASKED_ON.matcher(sentence.substring(0, start)).find()) {
        return time;
      }
      String before = sentence.substring(0, start).strip();
      boolean adverb =
          start >= trigger.end()
              && !before.matches(
                  "(?i).*\\b(?:before|after|since|of|from|in|during|by|the|that|a|an|until|until the|deadline)$")
              && sentence.substring(end).matches("^[.,”\"]?.{0,2}$");
      boolean rightBefore = end <= trigger.start() && trigger.start() - end < 3;
      if (adverb || rightBefore) {
        return time;
      }
    }
    return null;
  }

  private @Nullable String dayOfMonth(int day, int at) {
    Statement statement = statement(new Span(at, at + 1), at);
    Time time = statement != null && statement.said() != null ? statement.said() : document.date();
    java.time.LocalDate said = time == null ? null : Due.day(time.value());
    if (said == null || day < 1 || day > 28) {
      return null;
    }
    return (day <= said.getDayOfMonth() ? said : said.minusMonths(1))
        .withDayOfMonth(day)
        .toString();
  }

  private @Nullable Time timeIn(Span where) {
    return times.stream()
        .filter(each -> each.type() != TimeExpression.Type.DURATION)
        .map(TimeExpression::time)
        .filter(time -> isIn(time, where))
        .findFirst()
        .orElse(null);
  }

  private @Nullable Time deadline(Span span, String sentence) {
    Matcher deadline = DEADLINE.matcher(sentence);
    while (deadline.find()) {
      Span rest =
          new Span(
              span.start() + deadline.start(),
              Math.min(span.end(), span.start() + deadline.end() + 80));
      Time day = timeIn(rest);
      if (day == null || !Dates.sorts(day.value())) {
        continue;
      }
      String words = rest.of(folded);
      Matcher clock = CLOCK.matcher(words);
      String value = Objects.requireNonNull(day.value());
      if (value.length() == 10 && clock.find()) {
        int start =
            rest.start()
                + Math.min(clock.start(), Objects.requireNonNull(day.start()) - rest.start());
        int end = Math.max(rest.start() + clock.end(), Objects.requireNonNull(day.end()));
        return Time.of(Passage.of(text, new Span(start, end)), value + "T" + hour(clock));
      }
      return day;
    }
    return null;
  }

  private static String hour(Matcher clock) {
    if (clock.group("noon") != null) {
      return "12:00";
    }
    boolean full = clock.group("hour") != null;
    int hour = Integer.parseInt(full ? clock.group("hour") : clock.group("hour2"));
    String half = full ? clock.group("half") : clock.group("half2");
    if (half != null) {
      hour = hour % 12 + (half.equalsIgnoreCase("p") ? 12 : 0);
    }
    return "%02d:%s".formatted(hour, full ? clock.group("minute") : "00");
  }

  private static boolean isIn(Time time, Span where) {
    return time.start() != null
        && time.end() != null
        && time.start() >= where.start()
        && time.end() <= where.end();
  }

  /// The most particular statement at a place, else the first of the sentence.
  private @Nullable Statement statement(Span sentence, int at) {
    Statement best = null;
    for (Statement each : statements) {
      Span extent = each.extent();
      if (extent.start() <= at
          && at < extent.end()
          && (best == null || rank(each, at) < rank(best, at))) {
        best = each;
      }
    }
    return best != null ? best : statementFrom(sentence, sentence.start());
  }

  /// A cue at the place tells most; then the shortest.
  private static int rank(Statement statement, int at) {
    boolean cued =
        statement.cue().stream().anyMatch(cue -> cue.start() <= at + 1 && at < cue.end());
    boolean told = statement.stance() == Stance.DECLINES || statement.stance() == Stance.SILENT;
    return (cued ? 0 : 100_000) + (told ? 0 : 1_000) + Math.min(statement.extent().length(), 900);
  }

  /// The first statement of a sentence from a place on that says, and does not ask.
  private @Nullable Statement statementFrom(Span sentence, int from) {
    return statements.stream()
        .filter(each ->
            each.extent().overlaps(sentence)
                && each.extent().end() > from
                && each.stance() != Stance.ASKS
                && each.depth() == 0
                && (each.extent().start() >= from
                    || from == sentence.start()
                    || !each.source().isEmpty()))
        .findFirst()
        .orElse(null);
  }

  private String slice(Span sentence, int start, int end) {
    return text.substring(sentence.start() + start, sentence.start() + end).strip();
  }

  private static @Nullable String sender(Statement statement) {
    return statement.chain().size() > 1 ? statement.chain().get(1).name() : null;
  }

  /// To whom the mail is written in which a place stands.
  private String addressee(int at) {
    int section = 0;
    Matcher wrote = WROTE_LINE.matcher(text).region(0, at);
    while (wrote.find()) {
      section = wrote.end();
    }
    Matcher salutation = SALUTATION.matcher(text).region(section, at);
    if (salutation.find()) {
      return salutation.group("who").strip();
    }
    Matcher below = SALUTATION.matcher(text).region(at, text.length());
    Matcher quoted = WROTE_LINE.matcher(text).region(at, text.length());
    String author = document.author();
    if (quoted.find() && author != null && quoted.group().contains(author) && below.find()) {
      return below.group("who").strip();
    }
    String to = "";
    Matcher header = HEADER.matcher(text).region(0, at);
    while (header.find()) {
      if (header.group("field").equals("To")) {
        to = header.group("who").strip();
      }
    }
    return to;
  }

  private static String capital(String words) {
    return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  static String id(Found found) {
    return "r"
        + Sha256.of(
                found.document().textHash()
                    + ":"
                    + found.place().start()
                    + ":"
                    + found.place().end()
                    + ":"
                    + found.who()
                    + ":"
                    + found.answer())
            .hex()
            .substring(0, 16);
  }
}
