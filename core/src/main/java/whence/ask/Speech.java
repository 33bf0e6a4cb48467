package whence.ask;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import whence.model.CodePoints;
import whence.model.Document;
import whence.model.Mention;
import whence.model.Passage;
import whence.model.Reading;
import whence.model.Span;
import whence.model.Statement;

/// Who speaks to whom in one document, by place.
final class Speech {
  private static final int LONGEST_SENTENCE = 1500;
  private final Document document;
  private final String text;
  private final List<Statement> outermost = new ArrayList<>();
  private final Map<String, Statement> byId = new HashMap<>();
  private final List<Statement> byDepth;
  private final List<Mention> mentions;
  private final SpokenTimes times;
  private final Meant meant;
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
    this.times = new SpokenTimes(reading);
    this.meant = new Meant(this, mentions);
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

  /// The times that it gives.
  SpokenTimes times() {
    return times;
  }

  /// Whom its words mean.
  Meant meant() {
    return meant;
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
  List<Statement> around(int at) {
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

  /// Statements that begin at or before a place, the nearest first.
  List<Statement> before(int at) {
    List<Statement> found = new ArrayList<>();
    for (int i = below(at) - 1; i >= 0 && found.size() < 24; i--) {
      found.add(byDepth.get(i));
    }
    return found;
  }
}
