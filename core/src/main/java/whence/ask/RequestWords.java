package whence.ask;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import whence.model.Answer;
import whence.model.Link;
import whence.model.SourceKind;
import whence.model.Span;
import whence.model.Statement;

/// The words of a sentence for who was asked for comment, and on what.
final class RequestWords {
  private static final Pattern BOUNDARY =
      Pattern.compile(
          "(?i)(?:[;:—]|, (?:and|but|while|though)? ?|\\b(?:but|and|that|said|while|because|although|though|says) |[\"“”] ?)");
  private static final Pattern OBJECT =
      Pattern.compile(
          "(?i)\\b(?:calls?|messages?|e-?mails?|requests?(?: for comment)?|attempts?|efforts?|questions?|letters?)\\b[^.;]{0,60}?\\b(?:to|with|for|at|reach|contact)\\s+(?!comment|reach|contact)(?<who>[^,;.]{2,80})");
  private static final Pattern TAIL_WORDS =
      Pattern.compile(
          "(?i)(?: (?:also|has|have|had|again|repeatedly|immediately|so far|politely|could|did|was|were|would|is|are|still))+$");
  private static final Pattern ABOUT =
      Pattern.compile(
          "(?i)^(?: (?:to (?:\\w+ )?)?(?:questions?|requests?|inquiries|inquiry|comments?|calls?|messages?|letters?|e-?mails?)(?: for comment| seeking comment)?)?(?: directly| further| publicly)? ?(?:on|about|regarding|concerning)? ?(?<about>.{3,300}?)(?=[.;\"”]|,? citing\\b|, saying\\b|, (?:but|and|who|which)\\b|$)");

  private RequestWords() {}

  /// The words that name who did not answer, or would not.
  static String who(Span span, String sentence, int from, int trigger, Statement statement) {
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
  static String first(String clause) {
    String head = clause.replaceFirst(",.*", "").strip();
    Matcher name =
        Pattern.compile(
                "^(?:(?:[Tt]he|An?) )?(?:[a-z-]+ ){0,4}?" + Spokespeople.NAME + "(?:'s? \\w+)?")
            .matcher(head);
    return name.find() ? name.group() : "";
  }

  static char firstLetter(String name) {
    String bare =
        name.strip()
            .replaceFirst(
                "^(?:the|an?) (?:embassy|office|ministry|department|government|council) of (?:the )?",
                "")
            .replaceFirst("^(?:the|an?) ", "");
    return bare.isEmpty() ? ' ' : bare.charAt(0);
  }

  static String about(
      RequestText text, Span span, String sentence, Matcher trigger, Answer answer) {
    if (answer == Answer.PENDING) {
      return "";
    }
    Matcher about = ABOUT.matcher(sentence).region(trigger.end(), sentence.length());
    if (!about.find()) {
      return "";
    }
    String words = about.group("about").strip();
    if (words.matches("(?i)the record\\b.*")) {
      return "";
    }
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
          ? text.slice(
              span,
              about.start("about"),
              about.start("about") + about.group("about").indexOf(bare) + bare.length())
          : "";
    }
    return (says && asking && !words.matches("(?i)(?:last|on|by|before|sent|when|this|that) .*"))
            || words.matches("(?i)(?:whether|if|why|how|who|what|when|where) .*")
        ? text.slice(span, about.start("about"), about.end("about"))
        : "";
  }
}
