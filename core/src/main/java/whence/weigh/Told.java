package whence.weigh;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import whence.model.Backing;
import whence.model.Document;
import whence.model.Link;
import whence.model.Sha256;
import whence.model.SourceKind;
import whence.model.Span;
import whence.model.Stance;
import whence.model.Statement;

/// What weighing keeps of who tells something, through whom and where.
///
/// @param path of the document
/// @param hops the sources, outermost first, without publishers; empty for the document's own voice
/// @param place of the content
/// @param wording a hash of the words of what a speaker or author says directly, if it is too long
///   for two of them to put it alike; 0 for others
/// @param hand of what a speaker or author says directly at such length, its first words, each as
///   one character that its letters are hashed to; empty for others
/// @param said when, ISO 8601: what the text says of it, else the document's date
record Told(
    String id,
    Sha256 document,
    String path,
    @Nullable String publisher,
    @Nullable String author,
    Stance stance,
    List<Hop> hops,
    Span place,
    long wording,
    String hand,
    Set<Backing> backing,
    @Nullable String said) {
  /// Two authors do not write so many words alike.
  private static final int WORDS_OF_ONE_HAND = 8;

  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

  private static final int MOST_COMPARED = 60;

  /// Of two texts that are drafts of one, so many words are the same.
  private static final double NEARLY = 0.8;

  private static final Pattern POINTING = Pattern.compile("(?i)(?:this|these|that|those)\\b.*");

  /// A source on the way.
  ///
  /// @param plain the name as it is compared, empty where nobody is named
  /// @param shown the name as a person reads it
  /// @param office whether the text names it by an office that one person holds, and a surname
  record Hop(SourceKind kind, String plain, String shown, boolean office) {
    boolean isNamed() {
      return !plain.isEmpty() && kind != SourceKind.ANONYMOUS;
    }
  }

  static Told of(Statement statement, Document document) {
    List<Hop> hops = new ArrayList<>();
    String publisher = null;
    for (Link link : statement.chain()) {
      if (link.role() == Link.Role.PUBLISHER) {
        publisher = link.name() == null ? publisher : link.name();
      } else {
        hops.addAll(hops(link));
      }
    }
    Set<Backing> backing = EnumSet.noneOf(Backing.class);
    backing.addAll(statement.backing());
    Span extent = statement.extent();
    return new Told(
        statement.id(),
        document.sha256(),
        document.path(),
        publisher == null ? document.publisher() : publisher,
        document.author(),
        statement.stance(),
        List.copyOf(hops),
        statement.content().isEmpty()
            ? extent
            : new Span(statement.content().getFirst().start(), statement.content().getLast().end()),
        statement.cue().isEmpty() ? wording(statement.contentText()) : 0,
        statement.cue().isEmpty() ? hand(statement.contentText()) : "",
        backing,
        said(statement, document));
  }

  private static @Nullable String said(Statement statement, Document document) {
    String said = statement.said() == null ? null : statement.said().value();
    return said != null || document.date() == null ? said : document.date().value();
  }

  private static long wording(String content) {
    long hash = 1;
    int words = 0;
    boolean inWord = false;
    for (int i = 0; i < content.length(); i++) {
      char c = content.charAt(i);
      if (Character.isLetterOrDigit(c)) {
        words += inWord ? 0 : 1;
        hash = inWord ? hash : hash * 31 + ' ';
        hash = hash * 31 + Character.toLowerCase(c);
      }
      inWord = Character.isLetterOrDigit(c);
    }
    return words < WORDS_OF_ONE_HAND ? 0 : hash;
  }

  private static String hand(String content) {
    StringBuilder hand = new StringBuilder();
    for (String word : NO_WORD.split(content.toLowerCase(Locale.ROOT))) {
      if (!word.isEmpty() && hand.length() < MOST_COMPARED) {
        hand.append((char) (word.hashCode() ^ (word.hashCode() >>> 16)));
      }
    }
    return hand.length() < WORDS_OF_ONE_HAND ? "" : hand.toString();
  }

  /// Whether both say directly, and at length, nearly the same words: a draft and the speech, a
  /// reply and what it quotes.
  boolean isNearlyInTheWordsOf(Told other) {
    if (hand.isEmpty() || other.hand.isEmpty()) {
      return false;
    }
    StringBuilder rest = new StringBuilder(other.hand);
    int shared = 0;
    for (int i = 0; i < hand.length(); i++) {
      int at = rest.indexOf(String.valueOf(hand.charAt(i)));
      if (at >= 0) {
        rest.deleteCharAt(at);
        shared++;
      }
    }
    return shared >= NEARLY * Math.max(hand.length(), other.hand.length());
  }

  /// "A report by the agency" is the agency's word, though only the report is named.
  private static List<Hop> hops(Link link) {
    Hop hop = hop(link);
    String maker = hop.kind() == SourceKind.ANONYMOUS ? null : Makers.of(link.as());
    if (maker == null || Names.same(maker, hop.shown())) {
      return List.of(hop);
    }
    Hop by = new Hop(SourceKind.ORGANIZATION, Names.plain(maker).intern(), maker, false);
    return hop.isNamed() ? List.of(by, hop) : List.of(by);
  }

  private static Hop hop(Link link) {
    String shown = link.name() != null ? link.name() : link.as() != null ? link.as() : "";
    boolean person = link.kind() == SourceKind.PERSON;
    boolean nobody =
        link.name() != null
            && (POINTING.matcher(link.name()).matches()
                || (!person && Nobody.isMeantBy(link.name())));
    if (link.kind() != SourceKind.ANONYMOUS && nobody) {
      return new Hop(SourceKind.UNKNOWN, "", shown, false);
    }
    boolean comparable = link.name() != null || link.kind() == SourceKind.ANONYMOUS;
    boolean office =
        person
            && (Names.isOfficeAndSurname(shown)
                || (link.as() != null && Names.isOfficeAndSurname(link.as())));
    return new Hop(link.kind(), comparable ? Names.plain(shown).intern() : "", shown, office);
  }

  /// A key for whoever is nearest to what is said.
  String speaker() {
    if (hops.isEmpty()) {
      return "voice of " + (publisher == null ? path : Names.plain(publisher));
    }
    Hop innermost = hops.getLast();
    return innermost.isNamed() ? innermost.plain() : innermost.plain() + "@" + path;
  }
}
