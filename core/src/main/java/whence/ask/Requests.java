package whence.ask;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import whence.model.Answer;
import whence.model.Document;
import whence.model.Reading;
import whence.model.Sha256;
import whence.model.Span;
import whence.model.Stance;
import whence.model.Statement;
import whence.model.Time;

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

  private static final Pattern NO_COMMENT = Pattern.compile("(?i)[\"“]no comment\\b");

  /// Nobody in particular.
  private static final Pattern GENERAL =
      Pattern.compile(
          "(?i)\\b(?:someone|somebody|anyone|anybody|people|those|a (?:man|woman|person|candidate)) who\\s*$");

  /// A request spoken of before, and perhaps not for comment.
  private static final Pattern ANOTHERS =
      Pattern.compile(
          "(?i)\\bto the (?:requests?|letters?|e-?mails?|invitations?)(?! for| seeking| to comment)");

  private final RequestText text;
  private final RequestTimes times;
  private final Spokespeople spokespeople;
  private final List<Found> found = new ArrayList<>();

  private Requests(RequestText text) {
    this.text = text;
    this.times = new RequestTimes(text);
    this.spokespeople = Spokespeople.of(text.folded);
  }

  /// @param statements those of the reading that nobody rejected
  static List<Found> in(Reading reading, List<Statement> statements) {
    if (statements.isEmpty()) {
      return List.of();
    }
    Requests requests = new Requests(new RequestText(reading, statements));
    requests.read();
    return requests.found;
  }

  private void read() {
    List<Span> sentences = Sentence.of(text.text);
    for (int i = 0; i < sentences.size(); i++) {
      Span span = sentences.get(i);
      String sentence = span.of(text.folded);
      if (ReplyWords.ANY.matcher(sentence).find()) {
        String before = i == 0 ? "" : sentences.get(i - 1).of(text.folded);
        String earlier = i < 2 ? "" : sentences.get(i - 2).of(text.folded);
        read(span, sentence, before, i == 0 ? span : sentences.get(i - 1), earlier);
      }
    }
    if (!text.isTranscript && !text.isMail) {
      StatedRequests.in(text.statements).forEach(this::take);
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
          !ReplyWords.PLAIN.matcher(span.of(text.folded)).find(),
          span.of(text.folded));
    }
  }

  private void read(Span span, String sentence, String before, Span beforeSpan, String earlier) {
    Matcher intro = ReplyWords.WHEN_ASKED.matcher(sentence);
    boolean asked = intro.find() && isAskedByPress(intro.group("by"));
    int at = asked ? intro.end() : 0;
    String about = asked ? text.slice(span, intro.start("about"), intro.end("about")) : "";
    Matcher silent = ReplyWords.SILENT.matcher(sentence);
    Matcher declined = ReplyWords.DECLINED.matcher(sentence);
    Matcher pending = ReplyWords.PENDING.matcher(sentence);
    if (silent.find(at)) {
      outcome(span, sentence, silent, Answer.SILENT, about, at, before, beforeSpan, earlier);
    } else if (declined.find(at)) {
      outcome(span, sentence, declined, Answer.DECLINED, about, at, before, beforeSpan, earlier);
    } else if (pending.find(at)) {
      outcome(span, sentence, pending, Answer.PENDING, about, at, before, beforeSpan, earlier);
    } else if (asked && !text.isTranscript) {
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
    Statement statement = text.statement(span, span.start() + trigger.start());
    if (statement == null
        || isOwnSpeech(sentence, trigger)
        || GENERAL.matcher(sentence.substring(0, trigger.start())).find()) {
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
    if ((text.isTranscript || text.isMail)
        && !isAboutAsking
        && about.isEmpty()
        && answer != Answer.PENDING
        && !words.contains("either")
        && !words.contains("no answer")
        && !words.contains("no reply")
        && !words.contains("no response")) {
      return;
    }
    String who = RequestWords.who(span, sentence, from, trigger.start(), statement);
    String speaker = text.speaker(span.start() + trigger.start());
    if (speaker != null
        && (Spokespeople.isSpokesperson(speaker) || spokespeople.principal(speaker) != null)) {
      who = speaker;
    } else if (speaker != null
        && !speaker.isEmpty()
        && (RequestText.PRONOUN.matcher(who).matches() || who.matches("the [a-z ]+"))) {
      who = speaker;
    }
    Time asked = times.asked(span, sentence, trigger, about);
    String by = null;
    if (text.isMail
        && (who.equalsIgnoreCase("you")
            || words.contains("no answer")
            || words.contains("no reply")
            || words.contains("no response"))) {
      who = text.addressee(span.start() + trigger.start());
      by = RequestText.sender(statement);
    } else if (RequestText.PRONOUN.matcher(who).matches() || who.isEmpty()) {
      for (String told : List.of(before, earlier)) {
        Matcher wrote = ReplyWords.WROTE.matcher(told);
        if (wrote.find()) {
          who = wrote.group("to");
          by = capital(wrote.group("by"));
          int start =
              told.equals(before)
                  ? beforeSpan.start()
                  : text.folded.lastIndexOf(told, span.start());
          asked =
              asked != null
                  ? asked
                  : times.timeIn(new Span(start + wrote.start(), start + told.length()));
          break;
        }
      }
    }
    if (RequestText.PRONOUN.matcher(who).matches()) {
      who = "";
    }
    if (about.isEmpty()) {
      about = RequestWords.about(text, span, sentence, trigger, answer);
    }
    boolean suggested =
        who.isEmpty()
            || ANOTHERS.matcher(words + sentence.substring(trigger.end())).find()
            || isToldByAnother(speaker, who)
            || (answer == Answer.PENDING && !words.startsWith("would") && !words.startsWith("will"))
            || (text.isMail && by == null)
            || (text.isTranscript && by == null);
    add(
        span,
        who,
        about,
        asked,
        times.deadline(span, sentence),
        answer,
        by,
        statement,
        suggested,
        sentence);
  }

  /// Whether somebody else than who was asked, or speaks for them, says what came of it.
  private boolean isToldByAnother(@Nullable String speaker, String who) {
    return speaker != null
        && !speaker.isEmpty()
        && !speaker.equals(who)
        && !Spokespeople.isSpokesperson(speaker)
        && spokespeople.principal(speaker) == null;
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
    Statement statement = text.statementFrom(span, span.start() + at);
    if (statement == null || statement.stance() == Stance.ASKS) {
      return;
    }
    String rest = sentence.substring(at);
    boolean refuses = NO_COMMENT.matcher(rest).find();
    String first = refuses ? RequestWords.first(rest) : "";
    String who = first.isEmpty() ? RequestText.named(statement) : first;
    if (who.isEmpty()) {
      return;
    }
    String by = intro.group("by");
    Time asked = times.asked(span, sentence, intro, about);
    if (asked == null
        && before.matches(
            "(?i).*\\b(?:reporters|interview|news conference|briefing|journalists)\\b.*")
        && isOf(beforeSpan, who)) {
      asked = times.occasion(beforeSpan);
    }
    add(
        span,
        who,
        about,
        asked,
        null,
        refuses ? Answer.DECLINED : Answer.ANSWERED,
        by != null && by.startsWith("the ") ? by : null,
        statement,
        text.isMail,
        sentence);
  }

  /// *In response to a letter the council sent*: the council asks, and does not answer.
  private static boolean isWriterOfIt(
      Span span, String sentence, Matcher answered, Statement statement) {
    if (statement.source().isEmpty()) {
      return false;
    }
    int source = statement.source().getFirst().start() - span.start();
    return source >= answered.end()
        && source <= sentence.length()
        && sentence.substring(answered.end(), source).matches("[^,;:\"“”]*");
  }

  private boolean isOf(Span sentence, String who) {
    String last = who.substring(who.lastIndexOf(' ') + 1);
    return sentence.of(text.folded).contains(last);
  }

  private void requests(Span span, String sentence) {
    Matcher answered = ReplyWords.ANSWERED.matcher(sentence);
    if (!text.isTranscript
        && !text.isMail
        && answered.find()
        && !sentence.substring(0, answered.start()).matches(".*[“\"][^”\"]*")) {
      Statement statement = text.statementFrom(span, span.start());
      if (statement != null
          && !RequestText.named(statement).isEmpty()
          && !isWriterOfIt(span, sentence, answered, statement)
          && (statement.stance() == Stance.ASSERTS || statement.stance() == Stance.DENIES)) {
        String who = RequestText.sourceWords(statement);
        add(
            span,
            who,
            "",
            times.asked(span, sentence, answered, ""),
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
      Statement statement = text.statement(span, span.start() + all.start());
      if (statement != null) {
        for (String name : all.group("names").split(",? and |, ")) {
          if (!name.isBlank()
              && !name.strip().startsWith("that ")
              && Character.isUpperCase(RequestWords.firstLetter(name))) {
            add(
                span,
                name.strip(),
                "",
                times.written(statement, span, sentence, all),
                times.deadline(span, sentence),
                Answer.PENDING,
                text.isMail ? RequestText.sender(statement) : null,
                statement,
                false,
                sentence);
          }
        }
      }
      return;
    }
    Matcher you = ReplyWords.ASKS_YOU.matcher(sentence);
    if (text.isMail && you.find()) {
      Statement statement = text.statement(span, span.start() + you.start());
      if (statement != null) {
        String about =
            you.group("about") == null
                ? ""
                : text.slice(span, you.start("about"), you.end("about"));
        boolean press =
            !about.isEmpty() || sentence.contains("question") || sentence.contains(" side");
        add(
            span,
            text.addressee(span.start() + you.start()),
            about,
            statement.said(),
            times.deadline(span, sentence),
            Answer.PENDING,
            RequestText.sender(statement),
            statement,
            !press,
            sentence);
      }
      return;
    }
    Matcher invited = ReplyWords.INVITED.matcher(sentence);
    if (invited.find()) {
      Statement statement = text.statement(span, span.start() + invited.start());
      if (statement != null && !sentence.endsWith("?")) {
        String who = RequestWords.who(span, sentence, 0, invited.start(), statement);
        if (!who.isEmpty()
            && !RequestText.PRONOUN.matcher(who).matches()
            && Character.isUpperCase(RequestWords.firstLetter(who))) {
          add(
              span,
              who,
              text.slice(span, invited.start("about"), invited.end("about")),
              times.asked(span, sentence, invited, ""),
              times.deadline(span, sentence),
              Answer.PENDING,
              null,
              statement,
              true,
              sentence);
        }
      }
    }
  }

  /// A spokesperson's words in an article are an answer to somebody's question.
  private void suggestSpokespeople() {
    if (text.isTranscript || text.isMail) {
      return;
    }
    List<String> done = new ArrayList<>();
    for (Statement statement : text.statements) {
      String who = RequestText.sourceWords(statement);
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
          span.of(text.folded));
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
      principal = text.sourceBefore(span.start());
    }
    found.add(
        new Found(
            text.document,
            span,
            who,
            principal,
            about,
            asked,
            deadline,
            answer,
            by != null ? by : text.isMail || text.isTranscript ? null : text.document.publisher(),
            statement,
            suggested,
            sentence));
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
