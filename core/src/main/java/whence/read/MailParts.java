package whence.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import whence.model.Passage;
import whence.model.Span;

/// Takes a mail's lines apart into its messages.
final class MailParts {
  private static final int DEEPEST = 100;

  /// A message while its lines are gathered.
  private static final class Draft {
    final int depth;
    final int quotes;
    final @Nullable MailHeader header;
    final @Nullable Span intro;
    final List<Span> body = new ArrayList<>();

    Draft(int depth, int quotes, @Nullable MailHeader header, @Nullable Span intro) {
      this.depth = Math.min(depth, DEEPEST);
      this.quotes = quotes;
      this.header = header;
      this.intro = intro;
    }
  }

  private final String text;
  private final List<Line> lines;
  private final List<Draft> drafts = new ArrayList<>();
  private final List<Draft> open = new ArrayList<>();
  private boolean joins;

  MailParts(String text, List<Line> lines) {
    this.text = text;
    this.lines = lines;
  }

  List<Mail.Part> parts(int first) {
    int i = first;
    @Nullable Span intro = null;
    while (i < lines.size()) {
      Line line = lines.get(i);
      int content = MailHeader.contentStart(text, line);
      if (line.isBlank() || content >= line.to()) {
        i++;
        continue;
      }
      if (Lines.isFurnitureAlone(text, line)) {
        joins = false;
        i++;
        continue;
      }
      int quotes = MailHeader.quotes(text, line);
      MailHeader header = MailHeader.at(text, lines, i);
      if (header != null) {
        begin(
            quotes,
            header,
            new Span(line.from(), lines.get(Math.max(i, header.behind() - 1)).to()));
        intro = null;
        i = Math.max(i + 1, header.behind());
        continue;
      }
      int wrote = wroteEnd(i);
      if (wrote > 0) {
        intro = new Span(content, lines.get(wrote - 1).to());
        joins = false;
        i = wrote;
        boolean marked = nextQuotes(i) > quotes;
        if (!marked) {
          begin(quotes, null, intro);
          intro = null;
        }
        continue;
      }
      if (isSeparator(text, line)) {
        joins = false;
        i++;
        continue;
      }
      gather(line, quotes, intro);
      intro = null;
      i++;
    }
    return drafts.stream().map(this::part).toList();
  }

  private int nextQuotes(int from) {
    for (int i = from; i < lines.size() && i < from + 4; i++) {
      if (!lines.get(i).isBlank()) {
        return MailHeader.quotes(text, lines.get(i));
      }
    }
    return 0;
  }

  private void begin(int quotes, @Nullable MailHeader header, @Nullable Span intro) {
    while (!open.isEmpty() && open.getLast().quotes > quotes) {
      open.removeLast();
    }
    Draft draft = new Draft(open.isEmpty() ? 0 : open.getLast().depth + 1, quotes, header, intro);
    drafts.add(draft);
    open.add(draft);
    joins = false;
  }

  private void gather(Line line, int quotes, @Nullable Span intro) {
    Draft before = open.getLast();
    while (open.size() > 1 && open.getLast().quotes > quotes) {
      open.removeLast();
    }
    if (open.getLast().quotes < quotes) {
      Draft again = intro == null ? quotedBefore(quotes, open.getLast()) : null;
      if (again == null) {
        again = new Draft(open.getLast().depth + 1, quotes, null, intro);
        drafts.add(again);
      }
      open.add(again);
    }
    Draft draft = open.getLast();
    Span span = new Span(MailHeader.contentStart(text, line), line.to());
    if (joins && draft == before && !draft.body.isEmpty()) {
      draft.body.set(draft.body.size() - 1, new Span(draft.body.getLast().start(), span.end()));
    } else {
      draft.body.add(span);
    }
    joins = true;
  }

  /// The part quoted at this level since `within` began: an answer between its lines does not end
  /// it.
  private @Nullable Draft quotedBefore(int quotes, Draft within) {
    for (int i = drafts.size() - 1; i >= 0 && drafts.get(i) != within; i--) {
      if (drafts.get(i).quotes == quotes) {
        return drafts.get(i);
      }
    }
    return null;
  }

  private Mail.Part part(Draft draft) {
    MailHeader header = draft.header;
    if (header == null) {
      Mail.Person sender =
          draft.intro == null ? null : MailPeople.inIntroduction(text, draft.intro);
      return new Mail.Part(
          sender == null ? null : sender.words(),
          sender == null ? null : sender.name(),
          List.of(),
          List.of(),
          draft.intro == null ? null : MailDate.in(text, draft.intro),
          null,
          draft.intro,
          draft.body,
          draft.depth);
    }
    List<Mail.Person> from = header.people(text, MailHeader.Field.FROM);
    Passage words = from.isEmpty() ? null : from.getFirst().words();
    return new Mail.Part(
        words,
        from.isEmpty() ? null : from.getFirst().name(),
        header.people(text, MailHeader.Field.TO),
        header.people(text, MailHeader.Field.CC),
        header.sent(text),
        header.subject(text),
        draft.intro,
        draft.body,
        draft.depth);
  }

  /// Behind "On Monday, 3 June 2019, Jane Doe wrote:", which may run over three lines; -1 where
  /// line `i` does not begin one.
  private int wroteEnd(int i) {
    int from = MailHeader.contentStart(text, lines.get(i));
    if (!text.startsWith("On ", from) || lines.get(i).length() > 300) {
      return -1;
    }
    boolean dated = false;
    for (int k = i; k < lines.size() && k < i + 3 && !lines.get(k).isBlank(); k++) {
      Line line = lines.get(k);
      if (line.length() > 300) {
        return -1;
      }
      for (int c = line.from(); c < line.to(); c++) {
        dated |= Token.isDigit(text.charAt(c));
      }
      String end = text.substring(Math.max(line.from(), line.to() - 8), line.to());
      if (end.endsWith("wrote:") || end.endsWith("wrote :")) {
        return dated ? k + 1 : -1;
      }
    }
    return -1;
  }

  /// "-----Original Message-----" and its kin.
  static boolean isSeparator(String text, Line line) {
    if (line.length() > 80) {
      return false;
    }
    StringBuilder words = new StringBuilder();
    for (int i = line.from(); i < line.to(); i++) {
      char c = text.charAt(i);
      if (Character.isLetter(c) || c == ' ') {
        words.append(Character.toLowerCase(c));
      }
    }
    String plain = words.toString().strip().toLowerCase(Locale.ROOT);
    return switch (plain) {
      case "original message",
          "forwarded message",
          "begin forwarded message",
          "original appointment",
          "forwarded by",
          "end of forwarded message" ->
          true;
      default -> false;
    };
  }
}
