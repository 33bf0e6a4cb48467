package whence.weigh;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Claims that say the same in every word but one number are rivals: twelve died there, or
/// fourteen.
///
/// It is strict, since a false rival costs a claim its grade: the same words, names and dates to
/// the last; one number that differs, exact on both sides and no label or clock; and two tellers or
/// two documents. Where many claims differ so, they are the rows of a table or a form.
final class RivalNumbers {
  private static final int LEAST_WORDS = 3;
  private static final int MOST = 6;

  private static final Pattern INEXACT =
      Pattern.compile(
          "\\b(?:least|most|more than|fewer than|less than|over|under|up to|nearly|almost|about"
              + "|around|some|roughly|approximately|between|another|further|additional|first|second"
              + "|third|next|last)\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern LABEL =
      Pattern.compile(
          "(?:\\b(?:pages?|paragraphs?|exhibits?|items?|sections?|no\\.?|numbers?|chapters?|rooms?"
              + "|flights?|highways?|routes?|lines?|volumes?|articles?|tables?|figures?|parts?|steps?"
              + "|phases?|questions?|tabs?|groups?|class|level|at|on|from|by|until|till|before|after|since)"
              + "|[#:./-])\\s*\\d"
              + "|\\d\\s*(?:[:/]|[ap]\\.?m\\b|o'clock|hours?\\b)",
          Pattern.CASE_INSENSITIVE);

  private RivalNumbers() {}

  /// All of a gist but its numbers, and how many those are.
  private record Frame(Gist rest, int numbers) {
    static Frame of(Gist gist) {
      return new Frame(
          new Gist(
              gist.words(),
              gist.names(),
              List.of(),
              gist.dates(),
              gist.negations(),
              gist.passive(),
              gist.bound(),
              gist.forecast(),
              gist.saysSomething(),
              gist.shouting()),
          gist.numbers().size());
    }
  }

  /// Makes rivals of those of `groups` that are.
  static void find(List<SameClaims.Group> groups) {
    Map<Frame, List<Integer>> alike = new LinkedHashMap<>();
    for (int i = 0; i < groups.size(); i++) {
      if (mayHaveRival(groups.get(i).founder())) {
        alike
            .computeIfAbsent(Frame.of(groups.get(i).founder().gist()), _ -> new ArrayList<>())
            .add(i);
      }
    }
    for (List<Integer> numbers : alike.values()) {
      if (numbers.size() <= MOST) {
        for (int one : numbers) {
          for (int other : numbers) {
            if (one < other && areRivals(groups.get(one).founder(), groups.get(other).founder())) {
              groups.get(one).rivals().add(other);
              groups.get(other).rivals().add(one);
            }
          }
        }
      }
    }
  }

  private static boolean mayHaveRival(Weighed founder) {
    Gist gist = founder.gist();
    return !gist.numbers().isEmpty()
        && gist.words().size() >= LEAST_WORDS
        && !gist.negated()
        && gist.bound().isEmpty()
        && !gist.forecast()
        && gist.saysSomething()
        && founder.hedges() == 0
        && founder.founds()
        && !INEXACT.matcher(founder.content()).find()
        && !LABEL.matcher(founder.content()).find();
  }

  private static boolean areRivals(Weighed one, Weighed other) {
    Set<String> only = new HashSet<>(one.gist().numbers());
    only.removeAll(other.gist().numbers());
    boolean apart =
        !one.told().document().equals(other.told().document())
            || !one.told().speaker().equals(other.told().speaker());
    return apart && only.size() == 1;
  }
}
