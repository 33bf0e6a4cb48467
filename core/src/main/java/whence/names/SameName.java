package whence.names;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Whether two names may be one bearer's, by the names alone.
///
/// A logistic regression over what [Comparison] counts. Its weights (`same-name.txt`) are fitted by
/// `training/names/fit.py` to pairs that OpenSanctions marked, which also says how good it is on
/// pairs it has not seen. It does not depend on which name is given first.
public final class SameName {
  private static final String BIAS = "bias";
  private static final Map<String, Double> WEIGHTS = weights();

  /// @param same whether they more likely than not are one bearer's
  /// @param score 0 to 1
  /// @param why what differs, in words; empty where nothing does
  public record Verdict(boolean same, double score, List<String> why) {}

  private SameName() {}

  public static Verdict of(String one, String other, NameKind kind) {
    ReadName left = ReadName.of(one, kind);
    ReadName right = ReadName.of(other, kind);
    if (left.words().isEmpty() || right.words().isEmpty()) {
      // signs alone: all that can be said is whether they are the same signs
      boolean same = !one.isBlank() && one.strip().equals(other.strip());
      return new Verdict(same, same ? 1 : 0, same ? List.of() : List.of("no word to compare"));
    }
    Comparison comparison = compare(left, right, kind);
    double sum = WEIGHTS.getOrDefault(BIAS, 0.0);
    for (int i = 0; i < comparison.values().size(); i++) {
      sum += WEIGHTS.getOrDefault(Comparison.FEATURES.get(i), 0.0) * comparison.values().get(i);
    }
    double score = 1 / (1 + Math.exp(-sum));
    return new Verdict(score >= 0.5, score, comparison.why());
  }

  /// Whether two names are one name, spelled or written otherwise: the same words in the same order
  /// by their sound, numbers to the figure, a legal form missing at most. This is far stricter than
  /// [#of]: short forms, initials and words left out make two. Names of one word, and those in
  /// scripts whose letters sound alike (two of another script than Latin, or any of Han), are never
  /// so.
  public static boolean isOneSpelledOtherwise(String one, String other) {
    if (!comparable(one) || !comparable(other)) {
      return false;
    }
    // read as people are, so that no word stands for another
    ReadName left = ReadName.of(one, NameKind.PERSON);
    ReadName right = ReadName.of(other, NameKind.PERSON);
    boolean forms =
        left.forms().isEmpty() || right.forms().isEmpty() || left.forms().equals(right.forms());
    int words = left.words().size();
    if (!forms || (left.other() && right.other()) || words < 2 || words != right.words().size()) {
      return false;
    }
    for (int i = 0; i < words; i++) {
      Word a = left.words().get(i);
      Word b = right.words().get(i);
      boolean exact = a.length() < 3 || b.length() < 3 || hasDigit(a.text()) || hasDigit(b.text());
      if (exact ? !a.text().equals(b.text()) : !a.sound().equals(b.sound())) {
        return false;
      }
    }
    return true;
  }

  /// How a name sounds, legal forms apart: names that [#isOneSpelledOtherwise] share it. Empty for
  /// a name that it never makes one with another.
  public static String sound(String name) {
    List<Word> words = comparable(name) ? ReadName.of(name, NameKind.PERSON).words() : List.of();
    return words.size() < 2 ? "" : words.stream().map(Word::sound).collect(Collectors.joining(" "));
  }

  private static boolean comparable(String name) {
    return name.length() <= ReadName.LONGEST
        && name.codePoints().noneMatch(Character::isIdeographic);
  }

  private static boolean hasDigit(String word) {
    return word.chars().anyMatch(Character::isDigit);
  }

  /// What the model weighs for a pair, by name: for fitting it, and for whoever asks why.
  public static Map<String, Double> features(String one, String other, NameKind kind) {
    Comparison comparison = compare(ReadName.of(one, kind), ReadName.of(other, kind), kind);
    Map<String, Double> features = new LinkedHashMap<>();
    for (int i = 0; i < comparison.values().size(); i++) {
      features.put(Comparison.FEATURES.get(i), comparison.values().get(i));
    }
    return features;
  }

  /// The same whichever name comes first.
  private static Comparison compare(ReadName one, ReadName other, NameKind kind) {
    return one.key().compareTo(other.key()) <= 0
        ? Comparison.of(one, other, kind)
        : Comparison.of(other, one, kind);
  }

  private static Map<String, Double> weights() {
    Map<String, Double> weights = new LinkedHashMap<>();
    for (String line : Lines.of("same-name.txt")) {
      String[] parts = line.split("\t");
      weights.put(parts[0], Double.parseDouble(parts[1]));
    }
    List<String> expected = new ArrayList<>(List.of(BIAS));
    expected.addAll(Comparison.FEATURES);
    if (!List.copyOf(weights.keySet()).equals(expected)) {
      throw new IllegalStateException(
          "same-name.txt has weights for "
              + weights.keySet()
              + ", not for "
              + expected
              + "; fit it again with training/names/fit.py");
    }
    return Map.copyOf(weights);
  }
}
