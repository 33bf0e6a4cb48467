package whence.ask;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import whence.model.Document;
import whence.model.Link;
import whence.model.Reading;
import whence.model.Span;
import whence.model.Stance;
import whence.model.Statement;
import whence.model.TimeExpression;

/// One document as requests for comment are looked for in it: its text, its statements, and who
/// writes to whom where it is mail.
final class RequestText {
  static final Pattern PRONOUN = Pattern.compile("(?i)^(?:he|she|they|it|who|both|neither)$");
  private static final Pattern SALUTATION =
      Pattern.compile("(?m)^[> \\t]{0,20}Dear (?<who>[^,:\\n]{2,80})[,:]");
  private static final Pattern WROTE_LINE =
      Pattern.compile("(?m)^[> \\t]{0,20}On [^\\n]{5,80}wrote:");
  private static final Pattern HEADER =
      Pattern.compile("(?m)^[> \\t]{0,20}(?<field>From|To):[ \\t]{0,8}(?<who>[^<\\n,;@]{2,80})");

  /// Words of a mail's head or salutation.
  private record Words(int start, int end, String text) {}

  final Document document;
  final String text;
  final String folded;
  final List<TimeExpression> times;
  final List<Statement> statements;
  final boolean isMail;
  final boolean isTranscript;
  private final List<Words> wroteLines;
  private final List<Words> salutations;
  private final List<Words> receivers;

  /// @param statements those of the reading that nobody rejected
  RequestText(Reading reading, List<Statement> statements) {
    this.document = reading.document();
    this.text = reading.text().characters();
    this.folded = Sentence.fold(text);
    this.times = reading.times();
    this.statements =
        statements.stream()
            .sorted(Comparator.comparing(Statement::extent).thenComparing(Statement::id))
            .toList();
    this.isMail = document.mediaType().equals("message/rfc822") || looksLikeMail();
    this.isTranscript = statements.stream().anyMatch(it -> it.speakerRole() != null);
    this.wroteLines = isMail ? words(WROTE_LINE, MatchResult::group) : List.of();
    this.salutations = isMail ? words(SALUTATION, it -> it.group("who").strip()) : List.of();
    this.receivers =
        isMail
            ? words(HEADER, it -> it.group("field").equals("To") ? it.group("who").strip() : "")
            : List.of();
  }

  private List<Words> words(Pattern pattern, Function<MatchResult, String> of) {
    return pattern
        .matcher(text)
        .results()
        .map(it -> new Words(it.start(), it.end(), of.apply(it)))
        .filter(it -> !it.text().isEmpty())
        .toList();
  }

  private boolean looksLikeMail() {
    Matcher header = HEADER.matcher(text.substring(0, Math.min(text.length(), 1_000)));
    return header.results().limit(2).count() == 2;
  }

  /// The most particular statement at a place, else the first of the sentence.
  @Nullable Statement statement(Span sentence, int at) {
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
  @Nullable Statement statementFrom(Span sentence, int from) {
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

  String slice(Span sentence, int start, int end) {
    return text.substring(sentence.start() + start, sentence.start() + end).strip();
  }

  /// The words for whoever says the words at a place, where it stands within what they say and the
  /// sentence names them; null elsewhere.
  @Nullable String speaker(int at) {
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

  /// Who spoke last before a place: whose "its" and "their" it is.
  @Nullable String sourceBefore(int at) {
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

  static String named(Statement statement) {
    Link link = statement.innermost();
    return link.role() == Link.Role.PUBLISHER ? "" : Objects.requireNonNullElse(link.name(), "");
  }

  /// The words of a statement's source, else its name.
  static String sourceWords(Statement statement) {
    if (statement.source().isEmpty()) {
      return named(statement);
    }
    String words = Sentence.fold(statement.source().getFirst().text()).strip();
    String name = named(statement);
    return PRONOUN.matcher(words).matches() ? name : words.replaceFirst(",$", "");
  }

  static @Nullable String sender(Statement statement) {
    return statement.chain().size() > 1 ? statement.chain().get(1).name() : null;
  }

  /// To whom the mail is written in which a place stands.
  String addressee(int at) {
    int section = last(wroteLines, at).map(Words::end).orElse(0);
    Optional<Words> salutation = first(salutations, section).filter(it -> it.end() <= at);
    if (salutation.isPresent()) {
      return salutation.get().text();
    }
    Optional<Words> quoted = first(wroteLines, at);
    Optional<Words> below = first(salutations, at);
    String author = document.author();
    if (quoted.isPresent()
        && below.isPresent()
        && author != null
        && quoted.get().text().contains(author)) {
      return below.get().text();
    }
    return last(receivers, at).map(Words::text).orElse("");
  }

  /// The first of some words from a place on.
  private static Optional<Words> first(List<Words> all, int from) {
    int at = place(all, from);
    return at < all.size() ? Optional.of(all.get(at)) : Optional.empty();
  }

  /// The last of some words before a place.
  private static Optional<Words> last(List<Words> all, int before) {
    int at = place(all, before) - 1;
    return at >= 0 ? Optional.of(all.get(at)) : Optional.empty();
  }

  private static int place(List<Words> all, int from) {
    int low = 0;
    int high = all.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (all.get(middle).start() < from) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
