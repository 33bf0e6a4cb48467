package whence.weigh;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import whence.model.Reuse;
import whence.model.Sha256;

/// Tells which of two documents was there first.
///
/// Known when one of them says so: "originally published in", a wire's credit, a mail that quotes
/// or forwards the other. Likely when the dates differ, or else by their words ([Precedence]). Else
/// unknown, and the earlier by path stands first.
final class Direction {
  /// What a credit looks like, with the publisher's name as its first group.
  private static final List<Pattern> CREDITS =
      List.of(
          Pattern.compile(
              "(?i)(?:originally |first )(?:published|appeared|reported|printed)"
                  + "(?: here)?(?: \\w+ \\d{1,2}(?:, \\d{4})?,?)? (?:in|by|on|at|with) "
                  + "([^.;()\\n]{2,60})"),
          Pattern.compile(
              "(?i)(?:reprinted|republished|reproduced)(?: with permission)?"
                  + " (?:from|by|courtesy of) ([^.;()\\n]{2,60})"),
          Pattern.compile("(?im)^\\W*(?:source|via|credit): ([^\\n]{2,60})"),
          Pattern.compile(
              "(?i)(?:material|text|copy|article) (?:from|by|courtesy of|©) ([^.;()\\n]{2,60})"),
          Pattern.compile("\\(([A-Z][\\w .&']{1,40})\\) ?[-–—]"),
          Pattern.compile("(?i)(?:as |was )?(?:first )?reported by ([^.;,()\\n]{2,60})"),
          Pattern.compile("([A-Z][\\w.&']+(?: [A-Z][\\w.&']+){0,5}) (?:first )?report(?:ed|s)\\b"));

  private static final double HOLDS_NEARLY_ALL = 0.85;

  private final List<Wording> wordings;
  private final Precedence precedence;
  private final Map<Sha256, String> paths = new HashMap<>();
  private final Map<Integer, List<String>> credits = new HashMap<>();

  /// @param pairs all that share text
  Direction(List<Wording> wordings, Rarity rarity, List<ReuseFinder.Pair> pairs) {
    this.wordings = wordings;
    this.precedence = new Precedence(wordings, rarity, pairs);
    wordings.forEach(wording -> paths.put(wording.document.sha256(), wording.document.path()));
  }

  String path(Sha256 document) {
    return Objects.requireNonNull(paths.get(document));
  }

  Reuse reuse(ReuseFinder.Pair pair, Reuse.Kind kind) {
    int saidFirst = stated(pair);
    int first = saidFirst == 0 ? likely(pair, kind) : saidFirst;
    Reuse.Direction direction =
        saidFirst != 0
            ? Reuse.Direction.KNOWN
            : first != 0 ? Reuse.Direction.LIKELY : Reuse.Direction.UNKNOWN;
    boolean turned = first < 0;
    Wording from = wordings.get(turned ? pair.later() : pair.earlier());
    Wording to = wordings.get(turned ? pair.earlier() : pair.later());
    List<Reuse.Match> passages = new ArrayList<>();
    for (Alignment.Stretch stretch : pair.stretches()) {
      int fromStart = turned ? stretch.toStart() : stretch.fromStart();
      int fromEnd = turned ? stretch.toEnd() : stretch.fromEnd();
      int toStart = turned ? stretch.fromStart() : stretch.toStart();
      int toEnd = turned ? stretch.fromEnd() : stretch.toEnd();
      passages.add(
          new Reuse.Match(
              from.starts[from.wordOfLetter(fromStart)],
              from.ends[from.wordOfLetter(fromEnd - 1)],
              to.starts[to.wordOfLetter(toStart)],
              to.ends[to.wordOfLetter(toEnd - 1)]));
    }
    passages.sort(Comparator.comparingInt(Reuse.Match::fromStart));
    double share = turned ? pair.extent().ofEarlier() : pair.extent().ofLater();
    return new Reuse(
        from.document.sha256(),
        to.document.sha256(),
        direction,
        kind,
        Math.round(share * 1e4) / 1e4,
        passages);
  }

  /// 1 where the earlier by path is said to be the first, -1 where the later is, 0 where neither or
  /// both are.
  private int stated(ReuseFinder.Pair pair) {
    boolean laterCredits = credits(pair.later(), pair.earlier());
    boolean earlierCredits = credits(pair.earlier(), pair.later());
    if (laterCredits != earlierCredits) {
      return laterCredits ? 1 : -1;
    }
    boolean laterQuotes = quotesAsMail(pair, true);
    boolean earlierQuotes = quotesAsMail(pair, false);
    if (laterQuotes != earlierQuotes) {
      return laterQuotes ? 1 : -1;
    }
    return 0;
  }

  private boolean credits(int document, int other) {
    String publisher = wordings.get(other).publisher();
    if (publisher == null || Names.same(publisher, wordings.get(document).publisher())) {
      return false;
    }
    String from = wordings.get(document).document.republishedFrom();
    if (Names.same(publisher, from)) {
      return true;
    }
    String name = Names.plain(publisher);
    return !name.isEmpty()
        && credits.computeIfAbsent(document, this::creditsOf).stream()
            .anyMatch(credit -> startsWithName(credit, name));
  }

  private static boolean startsWithName(String credit, String name) {
    return credit.equals(name)
        || credit.startsWith(name + " ")
        || Names.initials(credit, name)
        || Names.initials(name, credit);
  }

  private List<String> creditsOf(int document) {
    Wording wording = wordings.get(document);
    List<String> found = new ArrayList<>();
    for (String edge : List.of(wording.head, wording.tail)) {
      for (Pattern credit : CREDITS) {
        Matcher matcher = credit.matcher(edge);
        while (matcher.find()) {
          found.add(Names.plain(matcher.group(1)));
        }
      }
    }
    return found;
  }

  /// Whether what one shares stands in the quoted part of its mail, and in the other's own part.
  private boolean quotesAsMail(ReuseFinder.Pair pair, boolean later) {
    Wording quoting = wordings.get(later ? pair.later() : pair.earlier());
    Wording other = wordings.get(later ? pair.earlier() : pair.later());
    if (quoting.forwarded == quoting.length()) {
      return false;
    }
    int quoted = 0;
    int all = 0;
    for (Alignment.Stretch stretch : pair.stretches()) {
      int here = quoting.wordOfLetter(later ? stretch.toStart() : stretch.fromStart());
      int there = other.wordOfLetter(later ? stretch.fromStart() : stretch.toStart());
      all += stretch.same();
      if (here >= quoting.forwarded && there < other.forwarded) {
        quoted += stretch.same();
      }
    }
    return quoted * 3 > all;
  }

  private int likely(ReuseFinder.Pair pair, Reuse.Kind kind) {
    Wording a = wordings.get(pair.earlier());
    Wording b = wordings.get(pair.later());
    int byDate = compareDates(a.date(), b.date());
    if (byDate != 0) {
      return byDate;
    }
    if (kind == Reuse.Kind.QUOTATION) {
      return 0;
    }
    boolean aQuotes = a.forwarded < a.length();
    boolean bQuotes = b.forwarded < b.length();
    if (bQuotes && !aQuotes && pair.extent().ofEarlier() >= HOLDS_NEARLY_ALL) {
      return 1;
    }
    if (aQuotes && !bQuotes && pair.extent().ofLater() >= HOLDS_NEARLY_ALL) {
      return -1;
    }
    return precedence.likely(pair);
  }

  /// 1 where the left is before the right, as far as both are stated; 0 where one is no date, or
  /// they agree.
  static int compareDates(@Nullable String left, @Nullable String right) {
    if (left == null || right == null || !left.matches("\\d{4}.*") || !right.matches("\\d{4}.*")) {
      return 0;
    }
    int shorter = Math.min(left.length(), right.length());
    String a = left.substring(0, shorter).toUpperCase(Locale.ROOT);
    String b = right.substring(0, shorter).toUpperCase(Locale.ROOT);
    return Integer.signum(b.compareTo(a));
  }
}
