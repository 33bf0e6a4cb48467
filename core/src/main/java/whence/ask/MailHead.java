package whence.ask;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import whence.model.Link;
import whence.model.Statement;
import whence.model.Time;

/// Whom one message of a document went to, as its header lines say.
///
/// @param at where the sender's name stands in the text
/// @param to names, as one speaks them; empty where the header gives none
/// @param cc likewise, blind copies among them
/// @param through "mail", or what the document's head calls it: memorandum, letter …
record MailHead(
    int at,
    String from,
    List<String> to,
    List<String> cc,
    @Nullable Time sent,
    String subject,
    String through) {
  private static final int MOST_LINES = 40;
  private static final int MOST_PEOPLE = 500;

  private static final Pattern FIELD =
      Pattern.compile(
          "(?i)^[>\\s*|•]{0,20}(from|frorn|fronn|to|cc|bcc|copy|sent|date|subject|subj|re)\\*?[ \\t]{0,4}:\\*?[ \\t]{0,80}(.*)$");

  /// What stands behind a name and a comma where it is no other name.
  private static final Pattern OFFICE =
      Pattern.compile(
          "(?i)(?:(?:the|deputy|prime|permanent|under|assistant|acting|first|chief) ){0,3}(?:minister|director"
              + "|secretary|head|chief|chair\\w*|president|premier|manager|officer|commissioner|counsel"
              + "|engineer|inspector|governor|mayor|ambassador)\\b");

  private static final Pattern MEMO =
      Pattern.compile("(?i)\\b(memorandum|memo|minute|letter|telegram|cable|fax|note)\\b");

  static @Nullable MailHead of(Speech speech, Statement statement) {
    if (statement.depth() != 0
        || !statement.cue().isEmpty()
        || statement.speakerRole() != null
        || statement.chain().size() < 2) {
      return null;
    }
    Link sender = statement.chain().get(1);
    return sender.start() == null
            || sender.name() == null
            || sender.start() > statement.extent().start()
        ? null
        : speech
            .heads()
            .computeIfAbsent(sender.start(), at -> read(speech, sender, at, statement.said()))
            .orElse(null);
  }

  private static java.util.Optional<MailHead> read(
      Speech speech, Link sender, int at, @Nullable Time said) {
    String text = speech.text();
    List<String> to = new ArrayList<>();
    List<String> cc = new ArrayList<>();
    String subject = "";
    String name = String.valueOf(sender.name());
    int line = lineStart(text, at);
    Matcher own = FIELD.matcher(lineAt(text, line));
    boolean header = own.matches() && own.group(1).toLowerCase(Locale.ROOT).startsWith("fr");
    if (!header) {
      boolean introduces =
          text.substring(line, Math.min(text.length(), at + 200)).contains("wrote");
      return introduces
          ? java.util.Optional.of(new MailHead(at, name, to, cc, said, "", "mail"))
          : java.util.Optional.empty();
    }
    // the lines before From belong to the header as far as they are fields of it
    int first = line;
    for (int i = 0; i < 4 && first > 0; i++) {
      int before = lineStart(text, first - 1);
      String words = lineAt(text, before);
      if (!words.isBlank() && !FIELD.matcher(words).matches()) {
        break;
      }
      first = before;
    }
    String field = "";
    int current = first;
    boolean electronic = text.substring(line, Math.min(text.length(), line + 400)).contains("@");
    for (int i = 0; i < MOST_LINES && current < text.length(); i++) {
      String words = lineAt(text, current);
      Matcher matcher = FIELD.matcher(words);
      if (matcher.matches()) {
        field = matcher.group(1).toLowerCase(Locale.ROOT);
        if (field.startsWith("fr") && current != line) {
          break;
        }
        electronic = electronic || field.equals("sent");
        String value = matcher.group(2);
        switch (field) {
          case "to" -> to.addAll(people(value));
          case "cc", "bcc", "copy" -> cc.addAll(people(value));
          case "subject", "subj", "re" -> subject = value.strip();
          default -> {}
        }
      } else if (!words.isBlank()) {
        boolean wraps =
            (field.equals("to") || field.equals("cc"))
                && (words.indexOf(';') >= 0 || words.indexOf('@') >= 0);
        if (wraps) {
          (field.equals("to") ? to : cc).addAll(people(words));
        } else if (current > line) {
          break;
        }
      }
      current = current + words.length() + 1;
    }
    Matcher memo = MEMO.matcher(text.substring(0, Math.min(text.length(), 400)));
    String through = !electronic && memo.find() ? memo.group().toLowerCase(Locale.ROOT) : "mail";
    return java.util.Optional.of(
        new MailHead(at, name, List.copyOf(to), List.copyOf(cc), said, subject, through));
  }

  private static int lineStart(String text, int at) {
    return text.lastIndexOf('\n', Math.max(0, at - 1)) + (at == 0 ? 0 : 1);
  }

  private static String lineAt(String text, int start) {
    int end = text.indexOf('\n', start);
    return text.substring(start, end < 0 ? text.length() : end);
  }

  List<String> all() {
    List<String> all = new ArrayList<>(to);
    all.addAll(cc);
    return all.stream().distinct().toList();
  }

  /// The names in a header's value, as one speaks them.
  static List<String> people(String value) {
    List<String> people = new ArrayList<>();
    boolean semicolons = value.indexOf(';') >= 0;
    int from = 0;
    for (int i = 0; i <= value.length() && people.size() < MOST_PEOPLE; i++) {
      boolean ends =
          i == value.length()
              || value.charAt(i) == ';'
              || (!semicolons
                  && value.charAt(i) == ','
                  && value.substring(from, i).strip().matches("(?s).*[@ ].*")
                  && !OFFICE.matcher(value.substring(i + 1).strip()).lookingAt());
      if (ends) {
        String name = name(value.substring(from, Math.min(i, value.length())));
        if (!name.isEmpty()) {
          people.add(name);
        }
        from = i + 1;
      }
    }
    return people;
  }

  private static String name(String words) {
    int bracket = words.length();
    for (int i = 0; i < words.length(); i++) {
      if ("<[(".indexOf(words.charAt(i)) >= 0) {
        bracket = i;
        break;
      }
    }
    String bare = words.substring(0, bracket).replaceAll("[\"'“”‘’*\\s]++", " ").strip();
    if (bare.isEmpty()) {
      bare = words.replaceAll("[<>\\[\\]()\"'“”‘’\\s]++", " ").strip();
    }
    int comma = bare.indexOf(',');
    if (comma > 0 && comma == bare.lastIndexOf(',')) {
      String title = bare.substring(comma + 1).strip();
      boolean office =
          title
              .toLowerCase(Locale.ROOT)
              .matches(
                  "(?:the |deputy |prime )?(?:minister|director|secretary|head|chief|chair).*");
      bare = office ? bare.substring(0, comma) : title + " " + bare.substring(0, comma);
    }
    return bare.length() > 120 || bare.codePoints().noneMatch(Character::isLetter)
        ? ""
        : bare.strip();
  }
}
