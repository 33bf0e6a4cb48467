package whence.ask;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import whence.model.Answer;
import whence.model.Link;
import whence.model.Mention;
import whence.model.Passage;
import whence.model.SourceKind;
import whence.model.Stance;
import whence.model.Statement;

/// Who was asked for comment as statements show it: whoever declines or does not answer was asked,
/// and so was whoever a publisher asks.
///
/// @param who was asked, as the text or the reader names them
/// @param about the exact words
record StatedRequests(String who, String about, Answer answer, Statement statement) {
  /// An answer follows its question closely.
  private static final int NEAR = 4;

  private static final Pattern ASKED =
      Pattern.compile(
          "(?i)\\b(?:asked|sent (?:detailed )?questions to|put (?:the )?questions to"
              + "|requested comment from|sought comment from|contacted|reached out to)\\b");

  private static final Pattern RESPONDS =
      Pattern.compile("(?i)\\b(?:respond|repl[iy]|answer|wrote back)");

  /// @param statements of an article, in the order in which they stand
  static List<StatedRequests> in(List<Statement> statements) {
    List<StatedRequests> requests = new ArrayList<>();
    for (int i = 0; i < statements.size(); i++) {
      Statement statement = statements.get(i);
      switch (statement.stance()) {
        case DECLINES, SILENT -> {
          String who = name(statement.innermost());
          // what a paper does not say, nobody asked it
          boolean asked = statement.innermost().kind() != SourceKind.DOCUMENT;
          if (asked && !who.isEmpty() && !statement.cue().isEmpty()) {
            requests.add(
                new StatedRequests(
                    who,
                    statement.contentText(),
                    statement.stance() == Stance.SILENT ? Answer.SILENT : Answer.DECLINED,
                    statement));
          }
        }
        case ASKS -> {
          asked(statements, i).ifPresent(requests::add);
        }
        case ASSERTS, DENIES, DOUBTS -> {}
      }
    }
    return requests;
  }

  /// A publisher's own question to somebody whom it names: answered where that somebody speaks
  /// within the next few statements; left out where they refuse there, which is told by itself.
  private static Optional<StatedRequests> asked(List<Statement> statements, int at) {
    Statement statement = statements.get(at);
    String who = whom(statement);
    if (who == null) {
      return Optional.empty();
    }
    // a spokesperson answers by another name than that of whom was asked
    boolean answered = at + 1 < statements.size() && responds(statements.get(at + 1));
    for (Statement next : statements.subList(at + 1, Math.min(statements.size(), at + 1 + NEAR))) {
      boolean speaks = next.chain().stream().anyMatch(link -> isOf(link, who));
      boolean refuses = next.stance() == Stance.DECLINES || next.stance() == Stance.SILENT;
      if (speaks && refuses) {
        return Optional.empty();
      }
      answered |= speaks && next.stance() != Stance.ASKS;
    }
    return Optional.of(
        new StatedRequests(
            who, statement.contentText(), answered ? Answer.ANSWERED : Answer.PENDING, statement));
  }

  private static boolean responds(Statement statement) {
    return statement.cue().stream().anyMatch(cue -> RESPONDS.matcher(cue.text()).find());
  }

  /// Whom a question was put to: the words behind the cue, as far as a mention names them.
  private static @Nullable String whom(Statement statement) {
    if (statement.cue().isEmpty() || !isPublishersOwn(statement)) {
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
        .map(Mention::name)
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

  private static boolean isOf(Link link, String who) {
    String name = name(link).toLowerCase(Locale.ROOT);
    String other = who.toLowerCase(Locale.ROOT);
    return link.role() == Link.Role.SOURCE
        && !name.isEmpty()
        && (name.contains(other) || other.contains(name));
  }

  private static String name(Link link) {
    return link.role() == Link.Role.SOURCE && link.name() != null ? link.name() : "";
  }
}
