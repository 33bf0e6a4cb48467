package whence.weigh;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Whether two contents say the same thing in whatever words, by these two alone.
///
/// What must agree is looked at first: who, where, how many, when, and what the meaning hangs on
/// beside its words. Then a logistic regression over meaning and words tells whether they say one
/// thing; an odd number of negations and opposites makes one the other's contrary.
public final class SameClaim {
  /// What the model weighs, in the order of [#features].
  public static final List<String> FEATURES =
      List.of(
          "cosine",
          "cosine above .75",
          "cosine above .85",
          "words",
          "words of the shorter",
          "names",
          "no names",
          "names of one only",
          "other kinds",
          "names against none",
          "numbers",
          "numbers of one only",
          "dates",
          "dates of one only",
          "length",
          "words changed",
          "changed in like words",
          "passive");

  /// With less, two contents have never been found to say the same.
  private static final double LEAST_COSINE = 0.6;

  /// Of the longer's words, names, numbers and dates, the shorter has so many.
  private static final double LEAST_LENGTH = 0.3;

  /// Where so many words are shared, what differs has been changed, and must agree to the word.
  private static final double LIKE_WORDS = 0.5;

  /// Why two contents cannot say the same.
  public enum Conflict {
    BOUND,
    FORECAST,
    NEGATIONS,
    NUMBERS,
    DATES,
    NAMES,
    ORDER
  }

  private final Content left;
  private final Content right;
  private final double cosine;
  private final List<String> onlyLeft;
  private final List<String> onlyRight;
  private final int opposites;
  private final List<Named> namedLeft;
  private final List<Named> namedRight;

  private SameClaim(Content left, Content right) {
    this.left = left;
    this.right = right;
    this.cosine = cosine(left, right);
    this.onlyLeft = without(left.gist.words(), right.gist.words());
    this.onlyRight = without(right.gist.words(), left.gist.words());
    this.opposites = takeOpposites(onlyLeft, onlyRight);
    this.namedLeft = unmatched(left, right);
    this.namedRight = unmatched(right, left);
  }

  private static double cosine(Content left, Content right) {
    return left.meaning == null || right.meaning == null ? 0 : left.meaning.cosine(right.meaning);
  }

  /// By words alone where the meaning of one is not there.
  static Likeness of(Content left, Content right, SameClaimModel model) {
    if (left.meaning == null || right.meaning == null) {
      return Likeness.of(left.gist, right.gist);
    }
    if (!left.gist.bound().equals(right.gist.bound()) || cosine(left, right) < LEAST_COSINE) {
      return Likeness.NONE;
    }
    if (isOfWords(left, right)) {
      return Likeness.of(left.gist, right.gist);
    }
    SameClaim pair = new SameClaim(left, right);
    if (pair.conflict().isPresent()) {
      return Likeness.NONE;
    }
    double score = model.score(pair.features());
    if (pair.isContrary()) {
      return score < SameClaimModel.ENOUGH_FOR_CONTRARY
          ? Likeness.NONE
          : new Likeness(Likeness.Verdict.CONTRARY, score);
    }
    return score < SameClaimModel.ENOUGH
        ? Likeness.NONE
        : new Likeness(Likeness.Verdict.SAME, score);
  }

  /// What the model weighs for a pair, by [#FEATURES]: for fitting it, and for whoever asks why.
  public static List<Double> features(Content left, Content right) {
    return new SameClaim(left, right).features();
  }

  public static Optional<Conflict> conflict(Content left, Content right) {
    return new SameClaim(left, right).conflict();
  }

  /// Whether the one negates the other, if they say the same otherwise.
  public static boolean isContrary(Content left, Content right) {
    return new SameClaim(left, right).isContrary();
  }

  /// Whether words alone must do: the meaning of one is not there, or one has no word that the
  /// other lacks, so that nothing is put in other words and the longer only says more.
  public static boolean isOfWords(Content left, Content right) {
    return left.meaning == null
        || right.meaning == null
        || ratio(
                Math.min(left.gist.size(), right.gist.size()),
                Math.max(left.gist.size(), right.gist.size()))
            < LEAST_LENGTH
        || left.gist.words().containsAll(right.gist.words())
        || right.gist.words().containsAll(left.gist.words());
  }

  /// What words alone say: the name of a [Likeness.Verdict].
  public static String byWords(Content left, Content right) {
    return Likeness.of(left.gist, right.gist).verdict().name();
  }

  private boolean isContrary() {
    return (opposites % 2 == 1) ^ (left.gist.negated() != right.gist.negated());
  }

  private List<Double> features() {
    double leftWords = WordWeights.sum(left.gist.words());
    double rightWords = WordWeights.sum(right.gist.words());
    double restLeft = WordWeights.sum(onlyLeft);
    double restRight = WordWeights.sum(onlyRight);
    double shared = (leftWords - restLeft + rightWords - restRight) / 2;
    double words = ratio(2 * shared, leftWords + rightWords);
    double least = ratio(shared, Math.min(leftWords, rightWords));
    int namesLeft = left.named.size();
    int namesRight = right.named.size();
    int matched = namesLeft - namedLeft.size() + namesRight - namedRight.size();
    boolean otherKinds = !namedLeft.isEmpty() && !namedRight.isEmpty();
    int sizeLeft = left.gist.size();
    int sizeRight = right.gist.size();
    double changed = Math.min(onlyLeft.size(), onlyRight.size());
    return List.of(
        cosine,
        Math.max(0, cosine - 0.75),
        Math.max(0, cosine - 0.85),
        words,
        Math.min(1.0, least),
        ratio(matched, namesLeft + namesRight),
        namesLeft + namesRight == 0 ? 1.0 : 0.0,
        otherKinds ? 0.0 : Math.min(3.0, Math.max(namedLeft.size(), namedRight.size())),
        otherKinds ? 1.0 : 0.0,
        (namesLeft == 0) != (namesRight == 0) ? 1.0 : 0.0,
        Math.min(2.0, both(left.gist.numbers(), right.gist.numbers())),
        left.gist.numbers().size() == right.gist.numbers().size() ? 0.0 : 1.0,
        Math.min(2.0, both(left.gist.dates(), right.gist.dates())),
        left.gist.dates().isEmpty() != right.gist.dates().isEmpty() ? 1.0 : 0.0,
        ratio(Math.min(sizeLeft, sizeRight), Math.max(sizeLeft, sizeRight)),
        Math.min(4, changed),
        changed > 0 ? words * words : 0.0,
        left.gist.passive() != right.gist.passive() ? 1.0 : 0.0);
  }

  private static double ratio(double part, double whole) {
    return whole == 0 ? 0 : part / whole;
  }

  private static int both(List<String> left, List<String> right) {
    return left.size() - without(left, right).size();
  }

  private Optional<Conflict> conflict() {
    if (!left.gist.bound().equals(right.gist.bound())) {
      return Optional.of(Conflict.BOUND);
    }
    if (left.gist.forecast() != right.gist.forecast()) {
      return Optional.of(Conflict.FORECAST);
    }
    if (left.gist.negatesOtherwise(right.gist)) {
      return Optional.of(Conflict.NEGATIONS);
    }
    int words = left.gist.words().size() + right.gist.words().size();
    boolean likeWords = words - onlyLeft.size() - onlyRight.size() >= LIKE_WORDS * words;
    if (likeWords
        ? !left.gist.numbers().equals(right.gist.numbers())
        : differ(left.gist.numbers(), right.gist.numbers())) {
      return Optional.of(Conflict.NUMBERS);
    }
    if (!Likeness.datesAgree(left.gist.dates(), right.gist.dates())) {
      return Optional.of(Conflict.DATES);
    }
    if (likeWords && differ(left.gist.names(), right.gist.names())) {
      return Optional.of(Conflict.NAMES);
    }
    for (Named one : namedLeft) {
      for (Named other : namedRight) {
        if (one.kind() == other.kind() || (likeWords && one.mayBeOfOneKind(other))) {
          return Optional.of(Conflict.NAMES);
        }
      }
    }
    if (left.gist.passive() == right.gist.passive() && turnedRound(likeWords)) {
      return Optional.of(Conflict.ORDER);
    }
    return Optional.empty();
  }

  /// Whether each has what the other lacks.
  private static boolean differ(List<String> left, List<String> right) {
    return !left.containsAll(right) && !right.containsAll(left);
  }

  /// Whether people and bodies that both name stand the other way round in one; where little but
  /// their order differs, any names.
  private boolean turnedRound(boolean likeWords) {
    if (likeWords) {
      List<String> inLeft =
          left.gist.names().stream().filter(right.gist.names()::contains).toList();
      List<String> inRight =
          right.gist.names().stream().filter(left.gist.names()::contains).toList();
      return !inLeft.equals(inRight);
    }
    int before = -1;
    for (Named named : left.named) {
      int at = named.mayAct() ? place(named, right.named) : -1;
      if (at >= 0 && at < before) {
        return true;
      }
      before = Math.max(before, at);
    }
    return false;
  }

  private static int place(Named named, List<Named> in) {
    for (int i = 0; i < in.size(); i++) {
      if (in.get(i).mayAct() && named.mayBe(in.get(i))) {
        return i;
      }
    }
    return -1;
  }

  private static List<Named> unmatched(Content of, Content in) {
    return of.named.stream()
        .filter(named -> in.named.stream().noneMatch(named::mayBe) && !named.standsIn(in.gist))
        .toList();
  }

  private static List<String> without(List<String> list, List<String> other) {
    Set<String> others = new HashSet<>(other);
    return new ArrayList<>(list.stream().filter(each -> !others.contains(each)).toList());
  }

  /// Takes words that are each other's opposites out of both rests; they count as shared.
  private static int takeOpposites(List<String> left, List<String> right) {
    int found = 0;
    for (String word : List.copyOf(left)) {
      for (String other : List.copyOf(right)) {
        if (Stems.areOpposites(word, other)) {
          left.remove(word);
          right.remove(other);
          found++;
          break;
        }
      }
    }
    return found;
  }
}
