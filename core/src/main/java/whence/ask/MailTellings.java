package whence.ask;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import whence.model.Statement;

/// What mail tells whom: every message of a document, those it quotes among them, tells those it
/// went to what it says.
final class MailTellings {
  private static final Pattern ATTACHED =
      Pattern.compile("(?i)\\b(?:attach(?:ed|ment|ments|ing)?|enclos(?:ed|ing|ure))\\b");

  private MailTellings() {}

  /// @param says its own statements, in order
  /// @param answeredBy who quotes it below what they write, null where nobody does
  /// @param attaches whether it says that something is attached
  record Message(
      MailHead head, List<Statement> says, @Nullable MailHead answeredBy, boolean attaches) {}

  /// The messages of a document, in its order, which is mostly the latest first.
  static List<Message> in(Speech speech) {
    Map<Integer, List<Statement>> byHead = new LinkedHashMap<>();
    Map<Integer, MailHead> heads = new LinkedHashMap<>();
    for (Statement statement : speech.outermost()) {
      MailHead head = MailHead.of(speech, statement);
      if (head != null) {
        heads.put(head.at(), head);
        byHead.computeIfAbsent(head.at(), _ -> new ArrayList<>()).add(statement);
      }
    }
    List<Message> messages = new ArrayList<>();
    MailHead before = null;
    for (Map.Entry<Integer, List<Statement>> each : byHead.entrySet()) {
      MailHead head = Objects.requireNonNull(heads.get(each.getKey()));
      MailHead answer =
          before != null && !before.from().equalsIgnoreCase(head.from()) ? before : null;
      boolean attaches =
          each.getValue().stream()
              .anyMatch(statement -> ATTACHED.matcher(statement.contentText()).find());
      messages.add(new Message(head, List.copyOf(each.getValue()), answer, attaches));
      before = head;
    }
    return messages;
  }
}
