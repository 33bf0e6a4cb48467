package whence.bench;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import whence.model.Mention;
import whence.model.Span;

/// Names in a document of GUM (Zeldes, 2017), which marks whole noun phrases: a phrase for a
/// person, an organization or a place whose head is a proper noun gives a name, from the head out
/// over the proper nouns and capitalized adjectives that hang on it. An office ("the President",
/// "Director of the Board") and a people ("Americans") are no person's name. Training takes the
/// same (`training/prep.py`).
///
/// @param text the words with the spaces that GUM says there were
record GumNames(String text, Set<Name> names) {
  private static final Set<String> PROPER = Set.of("NNP", "NNPS");
  private static final Map<String, Mention.Kind> KINDS =
      Map.of(
          "person", Mention.Kind.PERSON,
          "organization", Mention.Kind.ORGANIZATION,
          "place", Mention.Kind.PLACE);

  /// Words that stand between a name's parts.
  private static final Set<String> LINKING =
      Set.of(
          "of", "the", "and", "for", "&", "-", ".", "de", "van", "von", "la", "del", "'s", "’s",
          "’", "'");

  /// Words for an office or a way of address, which alone name nobody.
  private static final Set<String> TITLES =
      Set.of(
          ("mr mrs ms dr prof president vice senator sen rep representative gov governor secretary judge justice chairman"
                  + " chairwoman speaker general gen lt col sgt capt king queen prince pope mayor madam sir miss professor"
                  + " lord lady reverend rev minister ambassador whip director chief")
              .split(" "));

  /// What joins two people, who have a name each.
  private static final Set<String> JOINING = Set.of("conj", "cc");

  /// How a name's parts hang together.
  private static final Set<String> WITHIN_A_NAME =
      Set.of(
          "flat",
          "compound",
          "nmod",
          "case",
          "amod",
          "conj",
          "cc",
          "punct",
          "det",
          "goeswith",
          "nummod");

  record Name(Span span, Mention.Kind kind) implements Comparable<Name> {
    private static final Comparator<Name> ORDER =
        Comparator.comparing(Name::span).thenComparing(Name::kind);

    @Override
    public int compareTo(Name other) {
      return ORDER.compare(this, other);
    }
  }

  /// @param head the word it hangs on, -1 for a sentence's root
  private record Word(
      Span span, String form, String tag, int head, String relation, boolean first, boolean space) {
    boolean isProper() {
      return PROPER.contains(tag);
    }

    boolean isPartOfName() {
      boolean adjective = relation.equals("amod") && Character.isUpperCase(form.charAt(0));
      return isProper() || (adjective && !first);
    }
  }

  /// @param past one past its last word
  /// @param least the words it cannot do without, counted from its own first
  private record Phrase(String type, int first, int past, List<Integer> least) {
    /// The one of its least words that hangs on none of the others.
    int head(List<Word> words) {
      List<Integer> own =
          least.stream().map(word -> first + word).filter(word -> word < past).toList();
      return own.stream()
          .filter(word -> !own.contains(words.get(word).head()))
          .findFirst()
          .orElse(own.isEmpty() ? first : own.getFirst());
    }
  }

  /// @param conllu one document
  static GumNames read(String conllu) {
    StringBuilder text = new StringBuilder();
    List<Word> words = new ArrayList<>();
    List<Phrase> phrases = new ArrayList<>();
    Map<String, Deque<Phrase>> open = new HashMap<>();
    boolean paragraph = false;
    int sentence = 0;
    for (String line : conllu.split("\n")) {
      paragraph |= line.startsWith("# newpar");
      String[] fields = line.split("\t");
      if (line.startsWith("#")
          || fields.length < 10
          || !fields[0].chars().allMatch(Character::isDigit)) {
        continue;
      }
      boolean opens = fields[0].equals("1");
      if (!words.isEmpty()) {
        if (opens && paragraph) {
          text.append("\n\n");
        } else if (words.getLast().space()) {
          text.append(' ');
        }
      }
      if (opens) {
        paragraph = false;
        sentence = words.size();
      }
      int start = text.length();
      text.append(fields[1]);
      int head = Integer.parseInt(fields[6]);
      words.add(
          new Word(
              new Span(start, text.length()),
              fields[1],
              fields[4],
              head == 0 ? -1 : sentence + head - 1,
              fields[7].split(":")[0],
              opens,
              !misc(fields[9], "SpaceAfter").equals("No")));
      phrases(misc(fields[9], "Entity"), words.size() - 1, open, phrases);
    }
    return new GumNames(text.toString(), names(words, phrases));
  }

  private static String misc(String field, String key) {
    for (String part : field.split("\\|")) {
      if (part.startsWith(key + "=")) {
        return part.substring(key.length() + 1);
      }
    }
    return "";
  }

  /// Phrases that open and close at a word: `(1-person-giv:act-1-…` opens, `1)` closes.
  private static void phrases(
      String marks, int word, Map<String, Deque<Phrase>> open, List<Phrase> closed) {
    int at = 0;
    while (at < marks.length()) {
      boolean opens = marks.charAt(at) == '(';
      int from = opens ? at + 1 : at;
      int to = from;
      while (to < marks.length() && marks.charAt(to) != '(' && marks.charAt(to) != ')') {
        to++;
      }
      boolean closes = to < marks.length() && marks.charAt(to) == ')';
      String[] parts = marks.substring(from, to).split("-");
      Deque<Phrase> alike = open.computeIfAbsent(parts[0], _ -> new ArrayDeque<>());
      if (opens && parts.length > 1) {
        alike.push(new Phrase(parts[1], word, word + 1, least(parts)));
      }
      if (closes && !alike.isEmpty() && (!opens || parts.length > 1)) {
        Phrase phrase = alike.pop();
        closed.add(new Phrase(phrase.type(), phrase.first(), word + 1, phrase.least()));
      }
      at = closes ? to + 1 : to;
    }
  }

  /// The words of a phrase that GUM says it cannot do without, counted from its own first.
  private static List<Integer> least(String[] parts) {
    List<Integer> words = new ArrayList<>();
    for (String number : parts.length > 5 ? parts[5].split(",") : new String[0]) {
      if (!number.isEmpty() && number.chars().allMatch(Character::isDigit)) {
        words.add(Integer.parseInt(number) - 1);
      }
    }
    return words;
  }

  /// The longest first; what overlaps a name already taken is none.
  private static Set<Name> names(List<Word> words, List<Phrase> phrases) {
    record Sized(Name name, int words) {}
    List<Sized> sized = new ArrayList<>();
    for (Phrase phrase : phrases) {
      Mention.Kind kind = KINDS.get(phrase.type());
      int head = phrase.head(words);
      boolean people = kind == Mention.Kind.PERSON && words.get(head).tag().equals("NNPS");
      if (kind == null || !words.get(head).isProper() || people) {
        continue;
      }
      int first = first(words, phrase, head);
      int past = past(words, phrase, head);
      if (kind == Mention.Kind.PERSON && isOffice(words.subList(first, past))) {
        continue;
      }
      Span span = new Span(words.get(first).span().start(), words.get(past - 1).span().end());
      sized.add(new Sized(new Name(span, kind), past - first));
    }
    sized.sort(Comparator.comparingInt((Sized one) -> -one.words()).thenComparing(Sized::name));
    Set<Name> names = new TreeSet<>();
    for (Sized one : sized) {
      if (names.stream().noneMatch(name -> name.span().overlaps(one.name().span()))) {
        names.add(one.name());
      }
    }
    return names;
  }

  private static boolean isOffice(List<Word> name) {
    boolean bare = name.stream().allMatch(GumNames::isTitle);
    return bare || (isTitle(name.getFirst()) && name.get(1).form().equals("of"));
  }

  private static boolean isTitle(Word word) {
    String form = word.form().toLowerCase(Locale.ROOT);
    return TITLES.contains(form.endsWith(".") ? form.substring(0, form.length() - 1) : form);
  }

  private static int first(List<Word> words, Phrase phrase, int head) {
    boolean person = KINDS.get(phrase.type()) == Mention.Kind.PERSON;
    int first = head;
    while (first > phrase.first()) {
      int word = first - 1;
      while (word > phrase.first() && links(words, word) && under(words, word, head, person)) {
        word--;
      }
      if (!words.get(word).isPartOfName() || !under(words, word, head, person)) {
        break;
      }
      first = word;
    }
    return first;
  }

  private static int past(List<Word> words, Phrase phrase, int head) {
    boolean person = KINDS.get(phrase.type()) == Mention.Kind.PERSON;
    int past = head + 1;
    while (past < phrase.past()) {
      int word = past;
      while (word < phrase.past() - 1 && links(words, word)) {
        word++;
      }
      boolean owner = words.get(past).form().equalsIgnoreCase("'s");
      boolean part =
          words.get(word).isPartOfName()
              && under(words, word, head, person)
              && (word == past || !owner);
      boolean number =
          word == past && words.get(word).tag().equals("CD") && words.get(word).head() == head;
      if (!part && !number) {
        break;
      }
      past = word + 1;
    }
    boolean stop =
        past < phrase.past()
            && past + 1 < words.size()
            && words.get(past).form().equals(".")
            && !words.get(past - 1).space()
            && words.get(past - 1).form().length() <= 2;
    return stop ? past + 1 : past;
  }

  private static boolean links(List<Word> words, int word) {
    return LINKING.contains(words.get(word).form().toLowerCase(Locale.ROOT));
  }

  /// Whether a word hangs on the head by a name's relations only.
  private static boolean under(List<Word> words, int word, int head, boolean person) {
    int at = word;
    for (int steps = 0; at != -1 && steps < 8; steps++) {
      if (at == head) {
        return true;
      }
      String relation = words.get(at).relation();
      if (!WITHIN_A_NAME.contains(relation) || (person && JOINING.contains(relation))) {
        return false;
      }
      at = words.get(at).head();
    }
    return false;
  }
}
