package whence.app.print;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import whence.model.Correction;
import whence.model.Entry;
import whence.model.StatementAnchor;

/// Decisions in words.
public final class DecisionWords {
  private static final int SHORT_QUOTE = 160;
  private static final int BEGINNING = 40;
  private static final int END = 100;

  private DecisionWords() {}

  /// One word for programs.
  static String kind(Entry.Decided entry) {
    return switch (entry) {
      case Entry.Reviewed it -> it.verdict().name().toLowerCase(Locale.ROOT);
      case Entry.Added _ -> "added";
      case Entry.Joined _ -> "merged";
      case Entry.Parted _ -> "split";
      case Entry.Graded _ -> "graded";
      case Entry.Discarded _ -> "rejected claim";
      case Entry.Related _ -> "related";
      case Entry.Identified it -> it.same() ? "same source" : "different sources";
      case Entry.Rated _ -> "graded source";
      case Entry.Withdrawn _ -> "withdrew source";
      case Entry.Settled _ -> "settled";
      case Entry.Told _ -> "told";
      case Entry.Requested _ -> "requested comment";
      case Entry.Replied _ -> "reply";
      case Entry.Fitted _ -> "fitted";
      case Entry.Assigned _ -> "assigned";
      case Entry.Concluded _ -> "concluded";
      case Entry.Dismissed _ -> "dismissed";
      case Entry.Undone _ -> "undid";
    };
  }

  /// What was decided, as the rest of a sentence that begins with who did.
  public static String what(Entry.Decided entry) {
    return switch (entry) {
      case Entry.Reviewed it ->
          switch (it.verdict()) {
            case CONFIRMED -> "confirmed " + quote(it.statement());
            case REJECTED -> "cut " + quote(it.statement());
            case CORRECTED -> "corrected " + quote(it.statement()) + correction(it.correction());
          };
      case Entry.Added it ->
          "added “"
              + cut(it.content().quote())
              + "”"
              + (it.name() == null ? "" : " by " + it.name());
      case Entry.Joined it -> "merged " + quotes(it.statements()) + " into one claim";
      case Entry.Parted it -> "split " + quotes(it.these()) + " from " + quotes(it.those());
      case Entry.Graded it -> "graded " + quotes(it.claim()) + " " + it.credibility();
      case Entry.Discarded it -> "rejected the claim " + quotes(it.claim());
      case Entry.Related it ->
          "related "
              + quotes(it.claim())
              + " to "
              + quotes(it.other())
              + ": "
              + it.relation().name().toLowerCase(Locale.ROOT);
      case Entry.Identified it ->
          "said that “"
              + it.one()
              + "” and “"
              + it.other()
              + (it.same() ? "” are one source" : "” are two sources");
      case Entry.Rated it ->
          "graded the source “"
              + it.source()
              + "” "
              + it.reliability()
              + ", "
              + it.reliability().meaning();
      case Entry.Withdrawn it -> "withdrew the source “" + it.source() + "”";
      case Entry.Inquired it -> inquired(it);
      case Entry.Undone it -> "undid decision " + it.number();
    };
  }

  private static String inquired(Entry.Inquired entry) {
    return switch (entry) {
      case Entry.Settled it ->
          "said of the forecast "
              + quote(it.forecast())
              + ": "
              + lower(it.outcome()).replace('_', ' ');
      case Entry.Told it ->
          "said that "
              + quotes(it.claim())
              + " was "
              + lower(it.fact())
              + (it.teller() == null ? "" : " from " + it.teller())
              + " to "
              + String.join(", ", it.to())
              + (it.when() == null ? "" : ", " + it.when())
              + ": "
              + lower(it.certainty());
      case Entry.Requested it -> "asked " + it.to() + " for comment: " + cut(it.matter());
      case Entry.Replied it ->
          "put the answer to request " + it.request() + " on record: " + lower(it.answer());
      case Entry.Fitted it ->
          "found "
              + quotes(it.claim())
              + " "
              + lower(it.fit()).replace('_', ' ')
              + " for "
              + it.hypothesis();
      case Entry.Assigned it ->
          switch (it.bearing()) {
            case FOR -> "put " + quotes(it.claim()) + " for " + it.question();
            case AGAINST -> "put " + quotes(it.claim()) + " against " + it.question();
            case NONE -> "took " + quotes(it.claim()) + " from " + it.question();
          };
      case Entry.Concluded it -> "concluded on " + it.question() + ": " + cut(it.finding());
      case Entry.Dismissed it ->
          "dismissed "
              + it.id()
              + (it.statements().isEmpty() ? "" : ", from " + quotes(it.statements()));
    };
  }

  private static String correction(@Nullable Correction correction) {
    StringBuilder words = new StringBuilder();
    if (correction != null) {
      if (correction.source() != null) {
        words.append("; the source is ").append(correction.source());
      }
      if (correction.kind() != null) {
        words.append("; its kind is ").append(lower(correction.kind()));
      }
      if (correction.stance() != null) {
        words.append("; it ").append(lower(correction.stance()));
      }
      if (correction.content() != null) {
        words.append("; what is said is “").append(cut(correction.content().quote())).append("”");
      }
    }
    return words.toString();
  }

  private static String lower(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT);
  }

  private static String quotes(List<StatementAnchor> statements) {
    if (statements.isEmpty()) {
      return "nothing";
    }
    int more = statements.size() - 1;
    return quote(statements.getFirst())
        + (more == 0 ? "" : " and " + Plain.count(more, "more statement"));
  }

  private static String quote(StatementAnchor statement) {
    return "“" + cut(statement.anchor().quote()) + "”";
  }

  private static String cut(String quote) {
    String line = quote.strip().replaceAll("\\s+", " ");
    if (line.codePointCount(0, line.length()) <= SHORT_QUOTE) {
      return line;
    }
    // What is said mostly stands at the end.
    return line.substring(0, line.offsetByCodePoints(0, BEGINNING))
        + " … "
        + line.substring(line.offsetByCodePoints(line.length(), -END));
  }
}
