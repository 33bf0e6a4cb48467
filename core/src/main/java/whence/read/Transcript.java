package whence.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import whence.model.Region;
import whence.model.Span;
import whence.model.SpeakerRole;

/// The speaker turns of a hearing, an interview or the like.
///
/// @param turns in order; empty for a text that is no transcript
public record Transcript(List<Turn> turns) {
  /// What one speaker says before another does.
  ///
  /// @param label the words that name the speaker, without marks around them
  /// @param speaker whom `label` stands for: for `Q` and `A` the one that the last heading names,
  ///   null where none does
  /// @param sentences in order, without the label
  public record Turn(
      Span label, @Nullable String speaker, @Nullable SpeakerRole role, List<Span> sentences) {
    public Turn {
      sentences = List.copyOf(sentences);
    }
  }

  private static final int FEWEST_TURNS = 4;
  private static final double LEAST_SHARE = 0.5;

  /// So many characters may a turn have, all together taken: a report with some labels has more.
  private static final long LONGEST_TURNS = 20_000;

  private static final Set<String> INTERROGATION = Set.of("Q", "A");

  /// Words before a colon that are no speakers.
  private static final Set<String> NO_SPEAKER = WordLists.set("speaker-words.txt", "no-speaker");

  public Transcript {
    turns = List.copyOf(turns);
  }

  /// The turns of `text`, none where it is no transcript: turns must be several, by speakers who
  /// speak again and in turn, and make up most of the text.
  public static Transcript of(String text, Layout layout) {
    Speakers speakers = new Speakers(text, layout);
    List<Turn> turns = new ArrayList<>();
    List<Span> sentences = new ArrayList<>();
    Section opening = null;
    List<Section> sections = layout.sections();
    for (int i = 0; i < sections.size(); i++) {
      Section section = sections.get(i);
      if (section.region() != Region.TURN) {
        speakers.heading(section);
        continue;
      }
      if (section.label() != null) {
        if (opening != null) {
          turns.add(speakers.turn(opening, sentences));
        }
        sentences = new ArrayList<>();
        opening = section;
      }
      sentences.addAll(Sentences.within(text, section));
      boolean last = i + 1 == sections.size() || endsTurn(sections.get(i + 1), text);
      if (last && opening != null) {
        turns.add(speakers.turn(opening, sentences));
        opening = null;
      }
    }
    return new Transcript(speakers.named(turns));
  }

  private static boolean endsTurn(Section next, String text) {
    return next.region() == Region.HEADLINE
        || (next.region() != Region.TURN && Speakers.isHeading(text, next));
  }

  /// The layout with the turns of a transcript as such: region, and the label left out of the span.
  static Layout asTurns(String text, Layout layout) {
    Labels labels = new Labels(text, Style.of(text, layout), hasQuestions(text, layout));
    if (!isTranscript(layout, labels)) {
      return layout;
    }
    List<Section> sections = new ArrayList<>();
    boolean inTurn = false;
    for (Section section : layout.sections()) {
      if (section.label() != null && labels.speaker(section) != null) {
        inTurn = true;
        addTurn(text, section, section.label(), sections);
        continue;
      }
      if (section.region() == Region.HEADLINE || Speakers.isHeading(text, section)) {
        inTurn = false;
      }
      boolean kept =
          !inTurn
              || section.region() == Region.HEADER
              || section.region() == Region.FOOTNOTE
              || isDirection(text, section);
      sections.add(
          kept ? section : new Section(Region.TURN, section.span(), section.pieces(), 0, null));
    }
    return new Layout(sections);
  }

  private static void addTurn(String text, Section section, Span label, List<Section> sections) {
    int start = label.end();
    int end = section.span().end();
    while (start < end && Line.isSpace(text.charAt(start))) {
      start++;
    }
    List<Span> pieces = new ArrayList<>();
    for (Span piece : section.pieces()) {
      if (piece.end() > start) {
        pieces.add(new Span(Math.max(piece.start(), start), piece.end()));
      }
    }
    if (!pieces.isEmpty()) {
      start = pieces.getFirst().start();
    }
    sections.add(new Section(Region.TURN, new Span(start, Math.max(start, end)), pieces, 0, label));
  }

  private static boolean isTranscript(Layout layout, Labels labels) {
    Map<String, Integer> count = new HashMap<>();
    int turns = 0;
    int changes = 0;
    int covered = 0;
    int all = 0;
    String last = null;
    for (Section section : layout.sections()) {
      if (section.region() == Region.HEADER || section.region() == Region.HEADLINE) {
        continue;
      }
      all += section.span().length();
      String name = labels.speaker(section);
      if (name != null) {
        turns++;
        changes += name.equals(last) ? 0 : 1;
        last = name;
        count.merge(name, 1, Integer::sum);
      }
      covered += last == null ? 0 : section.span().length();
    }
    long again = count.values().stream().filter(n -> n > 1).mapToInt(n -> n).sum();
    return turns >= FEWEST_TURNS
        && count.size() >= 2
        && again * 2 >= turns
        && turns >= count.size() + 2
        && changes * 2 >= turns
        && covered >= all * LEAST_SHARE
        && all <= turns * LONGEST_TURNS;
  }

  /// Whether somebody asks: `A.` alone is the first of `A.`, `B.` and `C.`, and answers nobody.
  private static boolean hasQuestions(String text, Layout layout) {
    Set<String> letters = new HashSet<>();
    for (Section section : layout.sections()) {
      if (section.label() != null) {
        letters.add(name(text, section.label()));
      }
    }
    return letters.containsAll(INTERROGATION);
  }

  /// Which labels of a text name its speakers.
  ///
  /// @param questions whether `Q` and `A` do
  private record Labels(String text, Style style, boolean questions) {
    /// Whom a section's label names; null where it has none, or one that names nobody.
    @Nullable String speaker(Section section) {
      Span label = section.label();
      if (label == null || !style.has(text, section)) {
        return null;
      }
      String name = name(text, label);
      return isSpeaker(name) && (questions || !INTERROGATION.contains(name)) ? name : null;
    }
  }

  /// How a text marks its labels, so that other words before a colon are told apart.
  private enum Style {
    BOLD,
    SHOUTED,
    ANY;

    static Style of(String text, Layout layout) {
      int all = 0;
      int bold = 0;
      int shouted = 0;
      for (Section section : layout.sections()) {
        if (section.label() != null) {
          all++;
          bold += BOLD.has(text, section) ? 1 : 0;
          shouted += SHOUTED.has(text, section) ? 1 : 0;
        }
      }
      return bold * 10 >= all * 8 ? BOLD : shouted * 10 >= all * 8 ? SHOUTED : ANY;
    }

    boolean has(String text, Section section) {
      Span label = section.label();
      if (label == null) {
        return false;
      }
      String words = label.of(text);
      return switch (this) {
        case BOLD -> words.startsWith("**");
        case SHOUTED -> words.equals(words.toUpperCase(Locale.ROOT));
        case ANY -> true;
      };
    }
  }

  private static boolean isSpeaker(String name) {
    return !name.isEmpty()
        && !NO_SPEAKER.contains(name.toLowerCase(Locale.ROOT))
        && Character.isUpperCase(name.charAt(0));
  }

  /// "(Pause)", "*(10.00 am)*".
  private static boolean isDirection(String text, Section section) {
    int start = section.span().start();
    int end = section.span().end();
    return end > start
        && "([".indexOf(text.charAt(start)) >= 0
        && ")].".indexOf(text.charAt(end - 1)) >= 0
        && end - start < 200;
  }

  /// The words of a label, marks left out.
  static String name(String text, Span label) {
    return words(text, label).of(text);
  }

  static Span words(String text, Span label) {
    int start = label.start();
    int end = label.end();
    while (start < end && "*_ ".indexOf(text.charAt(start)) >= 0) {
      start++;
    }
    while (end > start && "*_:. ".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return new Span(start, end);
  }
}
