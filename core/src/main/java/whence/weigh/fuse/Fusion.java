package whence.weigh.fuse;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Works out the most credible value of each item's attributes from what many sources say of many
/// items. It knows no truth to learn from; its few numbers are the same for whatever it is given.
public final class Fusion {
  private Fusion() {}

  /// @param told in any order; what is told twice counts once
  /// @return one for each item and attribute, by item, then attribute
  public static List<Fused> fuse(Collection<Told> told) {
    List<Question> questions = Questions.of(told);
    List<Fused> fused = new ArrayList<>();
    List<Question> lists = questions.stream().filter(Question::list).toList();
    decide(lists, Lists.weigh(lists), fused);
    List<Question> rivals = questions.stream().filter(question -> !question.list()).toList();
    decide(rivals, Rivals.weigh(rivals), fused);
    fused.sort(Comparator.comparing(Fused::item).thenComparing(Fused::attribute));
    return List.copyOf(fused);
  }

  private static void decide(List<Question> questions, Beliefs beliefs, List<Fused> fused) {
    for (int index = 0; index < questions.size(); index++) {
      Question question = questions.get(index);
      double[] shares = beliefs.shares().get(index);
      List<Integer> order =
          IntStream.range(0, shares.length).boxed().sorted(best(question, shares)).toList();
      Option best = question.options().get(order.getFirst());
      fused.add(
          new Fused(
              question.item(),
              question.attribute(),
              best.value(),
              shares[order.getFirst()],
              best.sources(),
              Reasons.why(question, order, beliefs.trust().get(index), beliefs.echo().get(index))));
    }
  }

  /// The most believed, of equals the newest, then the one with more sources.
  private static Comparator<Integer> best(Question question, double[] shares) {
    List<Option> options = question.options();
    return Comparator.comparingDouble((Integer option) -> -shares[option])
        .thenComparing(
            option -> options.get(option).newest(),
            Comparator.nullsLast(Comparator.<String>reverseOrder()))
        .thenComparingInt(option -> -options.get(option).sources().size())
        .thenComparing(option -> option);
  }
}
