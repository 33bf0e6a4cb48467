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

/// Who the speakers of one transcript are, from its headings and from how they speak. Headings must
/// be shown to it as they come, before the turns behind them.
final class Speakers {
  private static final List<String> COUNSEL_HEADINGS =
      WordLists.list("speaker-words.txt", "counsel-headings");

  private static final List<String> OATHS = WordLists.list("speaker-words.txt", "oaths");

  private static final Set<String> CHAIRS = WordLists.set("speaker-words.txt", "chairs");

  private static final Set<String> NOBLE = WordLists.set("speaker-words.txt", "noble");
  private static final Set<String> POLITE =
      Set.of("mr", "mrs", "ms", "miss", "mx", "dr", "professor", "prof");

  private static final Set<String> SHOUTED_TITLES = Set.of("MR", "MS", "DR");

  private static final int LONGEST_HEADING = 160;
  private static final int MANY_TURNS = 5;
  private static final double MOSTLY_QUESTIONS = 0.4;
  private static final double MOSTLY_ANSWERED = 0.6;

  private final String text;
  private final Set<String> counsel = new HashSet<>();
  private final Set<String> witnesses = new HashSet<>();
  private @Nullable String examiner;
  private @Nullable String witness;

  Speakers(String text, Layout layout) {
    this.text = text;
    Section before = null;
    for (Section section : layout.sections()) {
      if (section.region() != Region.TURN) {
        int known = witnesses.size();
        heading(section);
        boolean titled = before != null && before.region() == Region.HEADLINE;
        if (before != null && titled && witnesses.size() > known) {
          witnesses.add(key(before.span().of(text)));
        }
      }
      before = section;
    }
    examiner = null;
    witness = null;
  }

  static boolean isHeading(String text, Section section) {
    return section.label() == null
        && section.span().length() < LONGEST_HEADING
        && isHeading(section.span().of(text));
  }

  static boolean isHeading(String text, Line line) {
    return line.length() < LONGEST_HEADING && isHeading(line.of(text));
  }

  /// "ANNA MARSH (sworn)", "Questioned by MR QUILL".
  static boolean isHeading(String line) {
    return line.length() < LONGEST_HEADING && (counselIn(line) != null || witnessIn(line) != null);
  }

  void heading(Section section) {
    if (section.span().length() >= LONGEST_HEADING) {
      return;
    }
    String line = section.span().of(text);
    String asking = counselIn(line);
    if (asking != null) {
      examiner = asking;
      counsel.add(key(asking));
      return;
    }
    String sworn = witnessIn(line);
    if (sworn != null) {
      witness = sworn;
      witnesses.add(key(sworn));
    }
  }

  private static @Nullable String counselIn(String line) {
    String lower = line.toLowerCase(Locale.ROOT);
    for (String heading : COUNSEL_HEADINGS) {
      boolean whole = lower.startsWith(" ", heading.length()) || heading.startsWith("by m");
      if (whole && lower.startsWith(heading)) {
        int from = heading.startsWith("by m") ? 3 : heading.length();
        String name = personal(line.substring(from));
        return name.isEmpty() ? null : name;
      }
    }
    return null;
  }

  private static @Nullable String witnessIn(String line) {
    String lower = line.toLowerCase(Locale.ROOT);
    for (String oath : OATHS) {
      int at = lower.indexOf(oath);
      if (at > 2 && at < 80) {
        String name = personal(line.substring(0, at));
        return name.isEmpty() || name.indexOf(' ') < 0 ? null : name;
      }
    }
    return null;
  }

  /// A turn as far as it can be told when it comes by.
  Transcript.Turn turn(Section opening, List<Span> sentences) {
    Span label = opening.label() == null ? opening.span() : Transcript.words(text, opening.label());
    String name = label.of(text);
    if (isQuestionMark(name)) {
      return new Transcript.Turn(
          label, examiner, isChair(examiner) ? SpeakerRole.CHAIR : SpeakerRole.COUNSEL, sentences);
    }
    if (isAnswerMark(name)) {
      return new Transcript.Turn(label, witness, SpeakerRole.WITNESS, sentences);
    }
    return new Transcript.Turn(label, personal(name), null, sentences);
  }

  /// The turns with the roles that show only once all are known.
  List<Transcript.Turn> named(List<Transcript.Turn> turns) {
    Map<String, Integer> spoken = new HashMap<>();
    Map<String, Integer> asked = new HashMap<>();
    for (Transcript.Turn turn : turns) {
      if (turn.role() == null && turn.speaker() != null) {
        spoken.merge(turn.speaker(), 1, Integer::sum);
        asked.merge(turn.speaker(), endsAsking(turn) ? 1 : 0, Integer::sum);
      }
    }
    Map<String, SpeakerRole> roles = new HashMap<>();
    for (Map.Entry<String, Integer> entry : spoken.entrySet()) {
      String name = entry.getKey();
      int turnsSpoken = entry.getValue();
      SpeakerRole role = role(name, turnsSpoken, asked.getOrDefault(name, 0));
      if (role != null) {
        roles.put(name, role);
      }
    }
    byExchange(turns, spoken, roles);
    List<Transcript.Turn> named = new ArrayList<>();
    for (Transcript.Turn turn : turns) {
      SpeakerRole role =
          turn.role() != null || turn.speaker() == null ? turn.role() : roles.get(turn.speaker());
      named.add(new Transcript.Turn(turn.label(), turn.speaker(), role, turn.sentences()));
    }
    return named;
  }

  /// Who mostly answers counsel is a witness; who is politely named and mostly answered by a
  /// witness is counsel.
  private void byExchange(
      List<Transcript.Turn> turns, Map<String, Integer> spoken, Map<String, SpeakerRole> roles) {
    Map<String, Integer> answering = new HashMap<>();
    Map<String, Integer> answered = new HashMap<>();
    for (int i = 1; i < turns.size(); i++) {
      String before = turns.get(i - 1).speaker();
      String name = turns.get(i).speaker();
      if (before == null || name == null) {
        continue;
      }
      if (roles.get(before) == SpeakerRole.COUNSEL && endsAsking(turns.get(i - 1))) {
        answering.merge(name, 1, Integer::sum);
      }
      if (roles.get(name) == SpeakerRole.WITNESS) {
        answered.merge(before, 1, Integer::sum);
      }
    }
    for (Map.Entry<String, Integer> entry : spoken.entrySet()) {
      String name = entry.getKey();
      int all = entry.getValue();
      if (all < MANY_TURNS || roles.containsKey(name)) {
        continue;
      }
      boolean polite = POLITE.contains(first(name.toLowerCase(Locale.ROOT)));
      if (polite && answered.getOrDefault(name, 0) >= all * MOSTLY_ANSWERED) {
        roles.put(name, SpeakerRole.COUNSEL);
      } else if (answering.getOrDefault(name, 0) >= all * MOSTLY_QUESTIONS) {
        roles.put(name, SpeakerRole.WITNESS);
      }
    }
  }

  private @Nullable SpeakerRole role(String name, int spoken, int asked) {
    if (matches(name, witnesses)) {
      return SpeakerRole.WITNESS;
    }
    if (isChair(name)) {
      return SpeakerRole.CHAIR;
    }
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.equals("the witness") || lower.equals("witness")) {
      return SpeakerRole.WITNESS;
    }
    if (matches(name, counsel)) {
      return SpeakerRole.COUNSEL;
    }
    boolean polite = POLITE.contains(first(lower));
    return polite && spoken >= MANY_TURNS && asked >= spoken * MOSTLY_QUESTIONS
        ? SpeakerRole.COUNSEL
        : null;
  }

  private boolean endsAsking(Transcript.Turn turn) {
    return !turn.sentences().isEmpty() && text.charAt(turn.sentences().getLast().end() - 1) == '?';
  }

  private static boolean isChair(@Nullable String name) {
    if (name == null) {
      return false;
    }
    String lower = name.toLowerCase(Locale.ROOT);
    return CHAIRS.contains(lower) || NOBLE.contains(first(lower));
  }

  private static boolean isQuestionMark(String name) {
    return name.equals("Q") || name.equalsIgnoreCase("question");
  }

  private static boolean isAnswerMark(String name) {
    return name.equals("A") || name.equalsIgnoreCase("answer");
  }

  /// Whether `name` is one of `known`: all its words stand in a known name, or both are known by
  /// their last name only.
  private static boolean matches(String name, Set<String> known) {
    String key = key(name);
    if (key.isEmpty() || known.contains(key)) {
      return !key.isEmpty();
    }
    List<String> words = List.of(key.split(" "));
    for (String other : known) {
      List<String> otherWords = List.of(other.split(" "));
      boolean onlyLast = otherWords.size() == 1 && otherWords.getFirst().equals(words.getLast());
      if (onlyLast || otherWords.containsAll(words)) {
        return true;
      }
    }
    return false;
  }

  /// A name without its title, in lower case.
  private static String key(String name) {
    StringBuilder key = new StringBuilder();
    for (String word : name.toLowerCase(Locale.ROOT).replace(".", "").split(" +")) {
      boolean title =
          POLITE.contains(word)
              || NOBLE.contains(word)
              || word.equals("kc")
              || word.equals("qc")
              || word.equals("mp")
              || word.equals("cbe")
              || word.equals("obe");
      if (!title && !word.isEmpty()) {
        key.append(key.isEmpty() ? "" : " ").append(word);
      }
    }
    return key.toString();
  }

  private static String first(String name) {
    int space = name.indexOf(' ');
    return space < 0 ? name : name.substring(0, space);
  }

  /// A name as one would write it: marks gone, shouted words in ordinary case.
  private static String personal(String raw) {
    StringBuilder name = new StringBuilder();
    for (String word : raw.strip().split("[\\s*_:,(]+")) {
      if (word.isEmpty()) {
        continue;
      }
      if (word.endsWith(")") || (!name.isEmpty() && word.startsWith("["))) {
        break;
      }
      boolean capitals = word.length() > 2 && word.equals(word.toUpperCase(Locale.ROOT));
      boolean shouted = capitals || SHOUTED_TITLES.contains(word);
      name.append(name.isEmpty() ? "" : " ").append(shouted ? quiet(word) : word);
    }
    return name.toString();
  }

  private static String quiet(String word) {
    StringBuilder quiet = new StringBuilder();
    boolean upper = true;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      quiet.append(upper ? c : Character.toLowerCase(c));
      boolean mac = i == 1 && word.startsWith("MC");
      upper = !Character.isLetter(c) || mac;
    }
    return quiet.toString().replace("’S", "’s");
  }
}
