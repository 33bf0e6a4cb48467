package whence.app.print;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import whence.ask.Criticisms.Criticism;
import whence.ask.Criticisms.Placed;
import whence.ask.Reply;
import whence.model.Link;
import whence.model.SourceKind;
import whence.model.Statement;

/// The no-surprises letter as Markdown: what is alleged, in the record's exact words, and a
/// question each. Fixed words around quotations.
///
/// Who said it is named only where a published document names them; nothing of a document with
/// handling marks is quoted unless it is asked for.
public final class Letter {
  private static final int MOST_SAID = 10;
  private static final int LONGEST = 500;

  private final String person;
  private final @Nullable String from;
  private final @Nullable String deadline;
  private final boolean quoteMarked;
  private final StringBuilder out = new StringBuilder();
  private int held;

  /// @param from who writes, null for a blank to fill in; `deadline` likewise
  public Letter(
      String person, @Nullable String from, @Nullable String deadline, boolean quoteMarked) {
    this.person = person;
    this.from = from;
    this.deadline = deadline;
    this.quoteMarked = quoteMarked;
  }

  /// How many passages of marked documents were not quoted.
  public int held() {
    return held;
  }

  /// @param said what the person says themselves
  /// @param replies requests for comment to the person
  public String of(List<Criticism> criticisms, List<Placed> said, List<Reply> replies) {
    line(
        "> DRAFT. An editor and a lawyer must read this before it goes to anybody: which passages");
    line("> criticise is a program's guess, and exact words can betray who spoke them.");
    line("");
    line("To " + text(person));
    line("");
    line(
        "We are preparing a publication in which you are named. We want to report your side. Below is"
            + " what is alleged, with a question on each point.");
    line("");
    section(
        "What is alleged", criticisms, criticism -> criticism.sure() && !criticism.why().isEmpty());
    section(
        "Where you may be meant (a surname or *he* or *she* stands there)",
        criticisms,
        criticism -> !criticism.sure());
    section(
        "What else is said of you",
        criticisms,
        criticism -> criticism.sure() && criticism.why().isEmpty());
    said(said, replies);
    line("## How to answer");
    line("");
    line(
        "Please answer by "
            + (deadline == null ? "[date and hour]" : text(deadline))
            + ", point by point, to "
            + (from == null ? "[name, address, telephone]" : text(from))
            + ". What you send will be taken into account and reported. If you need more time, or want"
            + " to see what a point rests on, tell us before then.");
    line("");
    return out.toString();
  }

  private void section(String title, List<Criticism> criticisms, Predicate<Criticism> wanted) {
    List<Criticism> chosen = criticisms.stream().filter(wanted).toList();
    if (chosen.isEmpty()) {
      return;
    }
    line("## " + title);
    line("");
    for (int i = 0; i < chosen.size(); i++) {
      Criticism criticism = chosen.get(i);
      line((i + 1) + ". " + quoted(criticism));
      line("   - " + standing(criticism));
      line("   - Is this right? If not, what is wrong in it, and what shows that?");
      line(
          "   <!-- for the editor: claim "
              + criticism.claim().id()
              + "; listed for "
              + (criticism.why().isEmpty()
                  ? "the name alone"
                  : text(String.join("; ", criticism.why())).replace("--", "- -"))
              + " -->");
    }
    line("");
  }

  private String quoted(Criticism criticism) {
    List<String> quotes = new ArrayList<>();
    boolean marked = false;
    for (Placed each : criticism.allegations()) {
      if (!quoteMarked && !each.document().handling().isEmpty()) {
        held++;
        marked = true;
        continue;
      }
      String words = by(each) + ": “" + text(each.statement().contentText()) + "”";
      if (quotes.stream().noneMatch(words::equals) && quotes.size() < 2) {
        quotes.add(words);
      }
    }
    return quotes.isEmpty()
        ? "[not quoted: it stands only in "
            + (marked ? "documents with handling marks" : "what cannot be quoted")
            + "]"
        : String.join("; ", quotes);
  }

  /// Who is said to say it: a name only where what is public gives it.
  private static String by(Placed placed) {
    Statement statement = placed.statement();
    boolean isPublic =
        placed.document().publisher() != null && placed.document().handling().isEmpty();
    boolean isNamed =
        statement.chain().stream()
            .noneMatch(link ->
                link.role() == Link.Role.SOURCE
                    && (link.kind() == SourceKind.ANONYMOUS || link.kind() == SourceKind.UNKNOWN));
    Link link = statement.innermost();
    return isPublic && isNamed && link.name() != null ? text(link.name()) + " says" : "It is said";
  }

  private String standing(Criticism criticism) {
    List<String> words = new ArrayList<>();
    words.add("It rests on " + Plain.origins(criticism.claim().origins()));
    if (!criticism.claim().deniedBy().isEmpty()) {
      words.add("it is denied on record");
    }
    if (!criticism.claim().contradicts().isEmpty()) {
      words.add("something else on record speaks against it");
    }
    return String.join("; ", words) + ".";
  }

  private void said(List<Placed> said, List<Reply> replies) {
    line("## What you have said so far, as far as we know");
    line("");
    int shown = 0;
    for (Placed each : said) {
      boolean isPublic =
          each.document().publisher() != null && each.document().handling().isEmpty();
      if (isPublic && shown < MOST_SAID && !each.statement().content().isEmpty()) {
        shown++;
        line(
            "- “"
                + text(each.statement().contentText())
                + "” ("
                + text(Objects.requireNonNull(each.document().publisher()))
                + ")");
      }
    }
    for (Reply reply : replies) {
      line(
          "- Asked"
              + (reply.by() == null ? "" : " by " + text(reply.by()))
              + (reply.about().isEmpty() ? "" : " about “" + text(reply.about()) + "”")
              + (reply.asked() == null || reply.asked().value() == null
                  ? ""
                  : ", " + reply.asked().value())
              + ": "
              + JsonLines.word(reply.answer(), " ")
              + (reply.words() == null ? "." : ": “" + text(reply.words()) + "”."));
    }
    if (shown == 0 && replies.isEmpty()) {
      line("Nothing that we know of.");
    }
    line("");
  }

  /// On one line, with nothing in it that Markdown or HTML takes for its own.
  public static String text(String words) {
    String line = Harmless.line(words).strip().replaceAll("\\s+", " ");
    String cut =
        line.length() <= LONGEST
            ? line
            : line.substring(
                    0,
                    line.offsetByCodePoints(
                        0, Math.min(LONGEST, line.codePointCount(0, line.length()))))
                + " […]";
    return cut.replaceAll("([\\\\`*_\\[\\]<>#|])", "\\\\$1");
  }

  private void line(String words) {
    out.append(words).append('\n');
  }
}
