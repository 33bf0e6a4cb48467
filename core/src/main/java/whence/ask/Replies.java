package whence.ask;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import whence.guard.View;
import whence.model.Answer;
import whence.model.Document;
import whence.model.Link;
import whence.model.Passage;
import whence.model.SourceKind;
import whence.model.SpeakerRole;
import whence.model.Stance;
import whence.model.Statement;
import whence.model.Time;

/// Who was asked for comment, and what they answered.
///
/// A refusal and a silence each show a request. A question that a document's publisher put to
/// somebody is a request too; it was answered where that somebody speaks in the same document
/// within the next few statements, and is pending where nobody answers in it.
public final class Replies {
  /// An answer follows its question closely.
  private static final int NEAR = 4;

  private static final Pattern ASKED =
      Pattern.compile(
          "(?i)\\b(?:asked|sent (?:detailed )?questions to|put (?:the )?questions to"
              + "|requested comment from|sought comment from|contacted|reached out to)\\b");

  private static final Pattern COMMENT =
      Pattern.compile(
          "(?i)(?:request(?:s|ed)?|asked|approached|contacted)\\b.{0,40}\\bcomment"
              + "|\\bcomment\\b.{0,30}\\brequest");

  private static final Pattern RESPONDS =
      Pattern.compile("(?i)\\b(?:respond|repl[iy]|answer|declin|wrote back)");

  private Replies() {}

  /// By path of the document, then place.
  public static List<Reply> in(View view) {
    List<Reply> replies = new ArrayList<>();
    List<Statements.Placed> all = Statements.in(view);
    for (int i = 0; i < all.size(); i++) {
      Statements.Placed placed = all.get(i);
      Statement statement = placed.statement();
      switch (statement.stance()) {
        case DECLINES -> replies.add(reply(placed, who(statement.innermost()), Answer.DECLINED));
        case SILENT -> replies.add(reply(placed, who(statement.innermost()), Answer.SILENT));
        case ASKS -> {
          String asked = asked(placed);
          if (asked != null && !closed(all, i, asked)) {
            replies.add(
                reply(placed, asked, answered(all, i, asked) ? Answer.ANSWERED : Answer.PENDING));
          }
        }
        case ASSERTS, DENIES, DOUBTS -> {
          if (answersRequest(statement)) {
            replies.add(reply(placed, who(statement.innermost()), Answer.ANSWERED));
          }
        }
      }
    }
    return replies;
  }

  private static Reply reply(Statements.Placed placed, String to, Answer answer) {
    Statement statement = placed.statement();
    return new Reply(
        to, statement.contentText(), when(statement, placed.document()), answer, statement.id());
  }

  /// A reply's date is not the asking's, but for a refusal or a silence nothing nearer is known.
  private static @Nullable Time when(Statement statement, Document document) {
    return statement.said() != null ? statement.said() : document.date();
  }

  private static String who(Link link) {
    return link.name() != null ? link.name() : Objects.requireNonNullElse(link.as(), "");
  }

  /// Whom a document's own question was put to: the words behind the cue, as far as a mention names
  /// them. Null for counsel's questions, for mail, and where nobody is named.
  private static @Nullable String asked(Statements.Placed placed) {
    Statement statement = placed.statement();
    if (statement.speakerRole() == SpeakerRole.COUNSEL
        || statement.cue().isEmpty()
        || !isPublishersOwn(statement)) {
      return null;
    }
    Passage cue = statement.cue().getFirst();
    if (!ASKED.matcher(cue.text()).find()) {
      return null;
    }
    int end =
        statement.content().isEmpty() ? Integer.MAX_VALUE : statement.content().getFirst().start();
    return statement.mentions().stream()
        .filter(mention -> mention.start() >= cue.start() && mention.end() <= end)
        .findFirst()
        .map(mention -> mention.name())
        .orElse(null);
  }

  /// Whether nobody but the publisher asks.
  private static boolean isPublishersOwn(Statement statement) {
    String publisher = null;
    for (Link link : statement.chain()) {
      if (link.role() == Link.Role.PUBLISHER) {
        publisher = link.name();
      } else if (link.kind() != SourceKind.ORGANIZATION
          || publisher == null
          || !publisher.equalsIgnoreCase(link.name())) {
        return false;
      }
    }
    return true;
  }

  /// Whether a refusal or a silence of the one who was asked follows, which is the request's own
  /// line.
  private static boolean closed(List<Statements.Placed> all, int at, String asked) {
    return follows(all, at, asked, true);
  }

  private static boolean answered(List<Statements.Placed> all, int at, String asked) {
    return follows(all, at, asked, false);
  }

  private static boolean follows(
      List<Statements.Placed> all, int at, String asked, boolean refusing) {
    Document document = all.get(at).document();
    for (int i = at + 1; i < Math.min(all.size(), at + 1 + NEAR); i++) {
      Statements.Placed next = all.get(i);
      if (!next.document().sha256().equals(document.sha256())) {
        return false;
      }
      Stance stance = next.statement().stance();
      boolean refuses = stance == Stance.DECLINES || stance == Stance.SILENT;
      if (refuses == refusing
          && stance != Stance.ASKS
          && (next.statement().chain().stream().anyMatch(link -> speaksFor(link, asked))
              || (i == at + 1 && responds(next.statement())))) {
        return true;
      }
    }
    return false;
  }

  /// A spokesperson answers by another name than that of whom was asked.
  private static boolean responds(Statement statement) {
    return statement.cue().stream().anyMatch(cue -> RESPONDS.matcher(cue.text()).find());
  }

  private static boolean speaksFor(Link link, String asked) {
    String name = who(link).toLowerCase(Locale.ROOT);
    String other = asked.toLowerCase(Locale.ROOT);
    return link.role() == Link.Role.SOURCE
        && !name.isEmpty()
        && (name.equals(other) || name.contains(other) || other.contains(name));
  }

  /// "In reply to a request for comment, X said".
  private static boolean answersRequest(Statement statement) {
    for (Passage cue : statement.cue()) {
      Matcher matcher = COMMENT.matcher(cue.text());
      if (matcher.find()) {
        return true;
      }
    }
    return false;
  }
}
