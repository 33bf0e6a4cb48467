package whence.names;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import whence.names.Pairing.Pair;
import whence.names.Pairing.Tie;

/// What two names have in common and what not, as the few numbers a model weighs, and in words.
///
/// @param values by [#FEATURES]
/// @param why what differs, in words, or how it was met; empty where nothing differs
record Comparison(List<Double> values, List<String> why) {
  /// What the numbers mean, in their order. They are kept few, so that a few hundred marked pairs
  /// can tell their weights.
  static final List<String> FEATURES =
      List.of(
          // how far the two words least alike of those that answer to each other are apart, in
          // letters, near sounds counting in part; and that as a share of the longer word
          "farthest",
          "farthestShare",
          // whether three letters or more differ in one pair of words, and in all of them
          "wordChanged",
          "nameChanged",
          // words that only one of the names has, as a share of all
          "alone",
          // numbers that only one has
          "numberAlone",
          // whether no word of more than a letter answers to one nearly like it
          "nothingInFull",
          // whether words of one are written as one word in the other
          "joined",
          // whether both carry a legal form, another one each
          "formsDiffer",
          // whether both are in another script than Latin, where a letter more often says a
          // syllable
          "bothOther");

  private static final double MOST_LETTERS = 4;
  private static final int MANY_LETTERS = 3;
  private static final double ALIKE = 0.4;

  static Comparison of(ReadName one, ReadName other, NameKind kind) {
    Pairing pairing = Pairing.of(one, other, kind);
    boolean scripts = one.other() != other.other();
    double farthest = 0;
    double share = 0;
    double most = 0;
    double all = 0;
    // N.N. is N.N., though no word of it stands in full
    boolean full = one.key().equals(other.key());
    for (Pair pair : pairing.pairs()) {
      // that a number is another one, the marks of others' pairs hold for a slip of the pen
      if (pair.tie() == Tie.NUMBERS) {
        full |= pair.cost() == 0;
        continue;
      }
      farthest = Math.max(farthest, pair.cost());
      share = Math.max(share, pair.ratio());
      if (pair.tie() == Tie.LETTERS) {
        double letters =
            scripts ? pair.cost() : Edits.between(pair.one().text(), pair.other().text());
        most = Math.max(most, letters);
        all += letters;
      }
      full |= pair.isOfWords() && (pair.tie() == Tie.GIVEN || pair.ratio() < ALIKE);
    }
    double alone = 0;
    double numbers = 0;
    for (Word word : pairing.alone()) {
      switch (word.role()) {
        case NUMBER -> numbers++;
        case SMALL -> {}
        case NAME -> alone += word.length() <= 3 ? 0.5 : 1;
        case GENERIC, PLACE -> alone++;
      }
    }
    boolean forms =
        !one.forms().isEmpty() && !other.forms().isEmpty() && !one.forms().equals(other.forms());
    List<Double> values =
        List.of(
            Math.min(farthest, MOST_LETTERS),
            share,
            flag(most >= MANY_LETTERS),
            flag(all >= MANY_LETTERS),
            alone / Math.max(1, alone + pairing.pairs().size()),
            numbers,
            flag(!full),
            (double) pairing.joined(),
            flag(forms),
            flag(one.other() && other.other()));
    return new Comparison(values, why(pairing, one, other, forms));
  }

  private static double flag(boolean set) {
    return set ? 1 : 0;
  }

  private static List<String> why(
      Pairing pairing, ReadName one, ReadName other, boolean formsDiffer) {
    List<String> why = new ArrayList<>();
    for (Pair pair : pairing.pairs()) {
      if (!pair.one().text().equals(pair.other().text())) {
        String as =
            switch (pair.tie()) {
              case LETTERS -> "";
              case GIVEN -> ", forms of one name";
              case INITIAL -> ", an initial";
              case NUMBERS -> ", two numbers";
            };
        why.add("“%s” for “%s”%s".formatted(pair.one().text(), pair.other().text(), as));
      }
    }
    String alone =
        pairing.alone().stream()
            .map(word -> "“" + word.text() + "”")
            .collect(Collectors.joining(", "));
    if (!alone.isEmpty()) {
      why.add("only one has " + alone);
    }
    if (formsDiffer) {
      why.add(
          Stream.of(one, other)
              .map(name -> String.join(" ", name.forms()))
              .collect(Collectors.joining(" and ", "the legal forms ", "")));
    }
    return List.copyOf(why);
  }
}
