package whence.ask;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import whence.model.Certainty;
import whence.model.Fact;
import whence.model.Span;
import whence.model.Statement;

/// What routing slips, distribution lines and notes in the margin say of a paper's way.
final class PaperTrail {
  private static final String NAME =
      "((?:[A-Z]\\.[ ]?){0,3}[A-Z][\\w'’-]{1,30}(?: [A-Z][\\w'’-]{1,30}){0,3}"
          + "|[Tt]he [A-Z]\\w{2,20}(?: [A-Z]\\w{2,20}){0,2}(?: (?:for|of) (?:the )?[A-Z]\\w{2,20})?)";

  private static final Pattern ROUTE =
      Pattern.compile(
          "\\b(Passed to|Handed to|Sent to|Copied to|Copy to|Copy|Copies to|Forwarded to|Delivered to)"
              + "[ ]?:[ ]?"
              + NAME);

  private static final Pattern SEEN =
      Pattern.compile(
          "\\b(Seen|Read) by (?:the )?([A-Z][\\w. ]{1,40}?)[ ]?:([^\\n]{0,80})(?=\\n|$)");

  private static final Pattern MARGIN =
      Pattern.compile(
          "(?:^|[\\]:\\n])[ ]?(Read|Seen)\\.[^\\n]{0,80}?\\b((?:[A-Z]\\.[ ]?){2,3})(?=,| \\d|\\n|$)");

  private static final Pattern NO_RECEIPT =
      Pattern.compile(
          "(?i)\\bno (?:receipt|acknowledge?ment)\\b[^.]{0,40}\\b(?:come|came|received|returned|back|given)\\b");

  private static final Pattern ABOUT =
      Pattern.compile("(?i)\\b(?:paper|subject|document)[ ]?:[ ]?([^\\n]{4,160})");

  private static final int NEAR = 160;

  private PaperTrail() {}

  /// @param read what the document's sentences report
  static List<ReadTellings.Found> in(Speech speech, List<ReadTellings.Found> read) {
    List<ReadTellings.Found> found = new ArrayList<>();
    if (speech.outermost().isEmpty()) {
      return found;
    }
    String text = speech.text();
    Matcher about = ABOUT.matcher(text);
    Span paper = about.find() ? new Span(about.start(1), about.end(1)) : null;
    Matcher route = ROUTE.matcher(text);
    while (route.find()) {
      boolean handed = route.group(1).startsWith("Pass") || route.group(1).startsWith("Hand");
      add(
          found,
          speech,
          new Span(route.start(), route.end()),
          route.group(2),
          handed ? Fact.RECEIVED : Fact.SENT,
          Certainty.STATED,
          paper,
          handed);
    }
    Matcher seen = SEEN.matcher(text);
    while (seen.find()) {
      boolean empty = seen.group(3).codePoints().noneMatch(Character::isLetterOrDigit);
      add(
          found,
          speech,
          new Span(seen.start(), seen.end(2)),
          "the " + seen.group(2).strip(),
          Fact.READ,
          empty ? Certainty.UNKNOWN : Certainty.STATED,
          paper,
          false);
    }
    Matcher margin = MARGIN.matcher(text);
    while (margin.find()) {
      String name = initialled(speech, margin.group(2));
      add(
          found,
          speech,
          new Span(margin.start(1), margin.end()),
          name,
          Fact.READ,
          Certainty.STATED,
          null,
          true);
    }
    Matcher receipt = NO_RECEIPT.matcher(text);
    while (receipt.find()) {
      ReadTellings.Found sent = null;
      for (ReadTellings.Found each : read) {
        if (each.fact() == Fact.SENT
            && each.at().end() <= receipt.start()
            && receipt.start() - each.at().end() < NEAR) {
          sent = each;
        }
      }
      if (sent != null && !sent.to().isEmpty()) {
        add(
            found,
            speech,
            new Span(receipt.start(), receipt.end()),
            sent.to().getFirst(),
            Fact.RECEIVED,
            Certainty.UNKNOWN,
            sent.itself() ? null : sent.paperAt(),
            false);
      }
    }
    return found;
  }

  private static void add(
      List<ReadTellings.Found> found,
      Speech speech,
      Span at,
      String to,
      Fact fact,
      Certainty certainty,
      @Nullable Span paper,
      boolean dated) {
    Statement statement = speech.near(at.start());
    String name = Objects.requireNonNullElse(speech.meant().mention(named(speech, at, to)), to);
    found.add(
        new ReadTellings.Found(
            at,
            null,
            List.of(name),
            dated ? speech.times().timeAround(at, NEAR) : null,
            null,
            fact,
            certainty,
            statement,
            null,
            "",
            paper == null ? "" : paper.of(speech.text()),
            paper,
            paper == null,
            false));
  }

  private static Span named(Speech speech, Span at, String to) {
    int start = speech.text().indexOf(to, at.start());
    return start < 0 || start >= at.end() ? at : new Span(start, start + to.length());
  }

  /// Whom initials stand for among those that the document names: one person, or the initials
  /// themselves.
  private static String initialled(Speech speech, String initials) {
    String letters = initials.replaceAll("[. ]", "");
    List<String> named =
        speech.people().stream()
            .filter(name -> name.contains(" ") && initials(name).equals(letters))
            .distinct()
            .toList();
    return named.size() == 1 ? named.getFirst() : initials.strip();
  }

  private static String initials(String name) {
    StringBuilder letters = new StringBuilder();
    for (String word : name.split("[ -]")) {
      if (!word.isEmpty()) {
        letters.append(word.substring(0, 1).toUpperCase(Locale.ROOT));
      }
    }
    return letters.toString();
  }
}
