package whence.app.command;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import whence.app.decide.Deciding;
import whence.app.decide.Words;
import whence.app.print.Terminal;
import whence.guard.View;
import whence.model.Anchor;
import whence.model.Correction;
import whence.model.Reading;
import whence.model.SourceKind;
import whence.model.Span;
import whence.model.Stance;
import whence.store.CaseStore;

@Command(
    name = "statement",
    synopsisSubcommandLabel = "(add | correct | cut)",
    description = {
      "Decides on single statements: adds one that the machine did not read, corrects one, or cuts "
          + "one that is none.",
      "Every decision goes to the journal with who, when and why. It holds on to the words, so it "
          + "survives a better reader and a page scanned anew; whence decisions lists all, whence "
          + "undo takes one back."
    },
    footer = {
      "",
      "Examples:",
      "  whence statement cut 3f9a02c1 --by \"A. Chen\" --why \"a headline\"",
      "  whence help statement add        the page of one of them"
    })
final class StatementCommand implements Runnable {
  @Spec
  @SuppressWarnings("NullAway.Init")
  CommandSpec spec;

  static CommandLine commandLine(Surroundings surroundings, Parts parts) {
    return new CommandLine(new StatementCommand())
        .addSubcommand(new Add(surroundings, parts))
        .addSubcommand(new Correct(surroundings, parts))
        .addSubcommand(new Cut(surroundings, parts));
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "say what to do: add, correct or cut");
  }

  private static <E extends Enum<E>> E word(Class<E> type, String word, String option) {
    for (E each : Objects.requireNonNull(type.getEnumConstants())) {
      if (each.name().equalsIgnoreCase(word.strip())) {
        return each;
      }
    }
    throw new UsageException(
        option
            + " "
            + word
            + ": there are "
            + String.join(
                ", ",
                Arrays.stream(Objects.requireNonNull(type.getEnumConstants()))
                    .map(each -> each.name().toLowerCase(Locale.ROOT))
                    .toList()));
  }

  /// The one place of words that a person gave.
  private static Span place(Reading reading, String option, String words, @Nullable Integer near) {
    List<Span> places = Words.places(reading.text().characters(), words);
    String document = reading.document().path();
    if (places.isEmpty()) {
      throw new UsageException(
          option
              + ": these words do not stand in "
              + document
              + "; give them exactly as whence text prints them");
    }
    if (places.size() == 1) {
      return places.getFirst();
    }
    Span nearest = near == null ? null : Words.nearest(places, near);
    if (nearest == null) {
      throw new UsageException(
          option
              + ": these words stand in "
              + document
              + " "
              + places.size()
              + " times (characters "
              + String.join(
                  ", ", places.stream().limit(5).map(span -> String.valueOf(span.start())).toList())
              + (places.size() > 5 ? ", …" : "")
              + "); give more of them, or --at OFFSET");
    }
    return nearest;
  }

  @Command(
      name = "add",
      description = {
        "Adds a statement that the machine did not read.",
        "Give the words as they stand in the document; white space apart, they must be the same. "
            + "Without a source it is the document's own."
      },
      footer = {
        "",
        "Example:",
        "  whence statement add memo.txt --content \"the quay was closed\" \\",
        "      --source \"the harbour master\" --cue \"told us\" --name \"Mara Lindqvist\" \\",
        "      --kind person --by \"A. Chen\" --why \"missed by the reader\""
      })
  static final class Add extends DecidingCommand {
    @Parameters(paramLabel = "DOCUMENT", description = "Its path, or digits of its hash.")
    @SuppressWarnings("NullAway.Init")
    String document;

    @Option(
        names = "--content",
        paramLabel = "WORDS",
        required = true,
        description = "What is said, in the document's words.")
    @SuppressWarnings("NullAway.Init")
    String content;

    @Option(
        names = "--source",
        paramLabel = "WORDS",
        description = "The words that name who says it.")
    @Nullable String source;

    @Option(names = "--cue", paramLabel = "WORDS", description = "The words of saying.")
    @Nullable String cue;

    @Option(
        names = "--name",
        paramLabel = "NAME",
        description = "Who that is; also where no words name them.")
    @Nullable String name;

    @Option(
        names = "--kind",
        paramLabel = "KIND",
        description = "person, organization, document, group, anonymous or unknown.")
    @Nullable String kind;

    @Option(
        names = "--stance",
        paramLabel = "STANCE",
        defaultValue = "asserts",
        description = "asserts, denies, doubts, declines, silent or asks (${DEFAULT-VALUE}).")
    String stance = "asserts";

    @Option(
        names = "--at",
        paramLabel = "OFFSET",
        description = "The character near which the content stands, where it stands twice.")
    @Nullable Integer at;

    Add(Surroundings surroundings, Parts parts) {
      super(surroundings, parts);
    }

    @Override
    long decide(CaseStore store, View view, Deciding deciding) {
      Reading reading = view.reading(document(view, document).sha256()).orElseThrow(this::unread);
      Span said = place(reading, "--content", content, at);
      boolean own = source == null && name == null && kind == null;
      SourceKind of =
          own ? null : kind == null ? SourceKind.UNKNOWN : word(SourceKind.class, kind, "--kind");
      if (name != null && of == SourceKind.ANONYMOUS) {
        throw new UsageException("--name, --kind anonymous: who has a name is not anonymous");
      }
      String called = name != null ? name.strip() : null;
      if (called == null && source != null && of != SourceKind.ANONYMOUS) {
        called = source.strip();
      }
      return deciding.add(
          reading,
          said,
          source == null ? null : place(reading, "--source", source, said.start()),
          cue == null ? null : place(reading, "--cue", cue, said.start()),
          called,
          of,
          word(Stance.class, stance, "--stance"));
    }

    private UsageException unread() {
      return new UsageException(
          document + ": it could not be read, so it has no words to point at");
    }

    @Override
    void show(CaseStore store, View view, Terminal screen, long number) {
      view.statementAdded(number).ifPresent(id -> show(view, screen, id));
    }
  }

  @Command(
      name = "correct",
      description = {
        "Corrects a statement: who says it, what kind of source that is, whether it is asserted or "
            + "denied, or which words are what is said. Deciding again replaces what was decided."
      },
      footer = {
        "",
        "Examples:",
        "  whence statement correct 3f9a02c1 --source \"Mara Lindqvist\" \\",
        "      --by \"A. Chen\" --why \"'she' is Lindqvist, see line 4\"",
        "  whence statement correct 3f9a02c1 --stance denies --by \"A. Chen\" --why \"read it\""
      })
  static final class Correct extends DecidingCommand {
    @Parameters(paramLabel = "STATEMENT", description = "Its id, or as much as tells it apart.")
    @SuppressWarnings("NullAway.Init")
    String statement;

    @Option(names = "--source", paramLabel = "NAME", description = "Who the innermost source is.")
    @Nullable String source;

    @Option(
        names = "--kind",
        paramLabel = "KIND",
        description = "person, organization, document, group, anonymous or unknown.")
    @Nullable String kind;

    @Option(
        names = "--stance",
        paramLabel = "STANCE",
        description = "asserts, denies, doubts, declines, silent or asks.")
    @Nullable String stance;

    @Option(
        names = "--content",
        paramLabel = "WORDS",
        description = "What is said, in the document's words.")
    @Nullable String content;

    Correct(Surroundings surroundings, Parts parts) {
      super(surroundings, parts);
    }

    @Override
    long decide(CaseStore store, View view, Deciding deciding) {
      Found found = statement(view, statement);
      Anchor words = null;
      if (content != null) {
        Span place =
            place(found.reading(), "--content", content, found.statement().extent().start());
        words = Deciding.anchor(found.reading(), place, "content");
      }
      Correction correction =
          new Correction(
              source == null || source.isBlank() ? null : source.strip(),
              kind == null ? null : word(SourceKind.class, kind, "--kind"),
              stance == null ? null : word(Stance.class, stance, "--stance"),
              words);
      if (correction.isNothing()) {
        throw new UsageException(
            "say what is wrong: --source NAME, --kind KIND, --stance STANCE or --content WORDS");
      }
      statement = found.statement().id();
      return deciding.correct(found.reading(), found.statement(), correction);
    }

    @Override
    void show(CaseStore store, View view, Terminal screen, long number) {
      show(view, screen, statement);
    }
  }

  @Command(
      name = "cut",
      description = {
        "Cuts a statement that is none: the document does not say it. It stays on record as "
            + "rejected and counts for no claim."
      },
      footer = {
        "",
        "Example:",
        "  whence statement cut 3f9a02c1 --by \"A. Chen\" --why \"a caption, not a statement\""
      })
  static final class Cut extends DecidingCommand {
    @Parameters(paramLabel = "STATEMENT", description = "Its id, or as much as tells it apart.")
    @SuppressWarnings("NullAway.Init")
    String statement;

    Cut(Surroundings surroundings, Parts parts) {
      super(surroundings, parts);
    }

    @Override
    long decide(CaseStore store, View view, Deciding deciding) {
      Found found = statement(view, statement);
      statement = found.statement().id();
      return deciding.cut(found.reading(), found.statement());
    }

    @Override
    void show(CaseStore store, View view, Terminal screen, long number) {
      show(view, screen, statement);
    }
  }
}
