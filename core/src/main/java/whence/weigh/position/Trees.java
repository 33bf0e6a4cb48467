package whence.weigh.position;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/// A sum of decision trees.
///
/// Written a tree a line, its nodes before their branches: `7<0.5` asks whether the measure
/// numbered 7 is below a half, then comes the branch for *yes*, then the one for *no*; `=0.12` is a
/// leaf.
public record Trees(List<Node> trees) {
  /// A question or an answer.
  public sealed interface Node {
    /// @param measure its number in [Discourse#measureNames]
    record Ask(int measure, double below, Node yes, Node no) implements Node {}

    record Leaf(double value) implements Node {}
  }

  public Trees {
    trees = List.copyOf(trees);
  }

  double sum(double[] measures) {
    double sum = 0;
    for (Node tree : trees) {
      sum += value(tree, measures);
    }
    return sum;
  }

  /// What one tree says.
  public static double value(Node tree, double[] measures) {
    Node node = tree;
    while (node instanceof Node.Ask(int measure, double below, Node yes, Node no)) {
      node = measures[measure] < below ? yes : no;
    }
    return ((Node.Leaf) node).value();
  }

  static Trees read(List<String> lines) {
    List<Node> trees = new ArrayList<>();
    for (String line : lines) {
      trees.add(node(List.of(line.split(" ")).iterator()));
    }
    return new Trees(trees);
  }

  private static Node node(Iterator<String> words) {
    String word = words.next();
    int sign = word.indexOf('<');
    if (sign < 0) {
      return new Node.Leaf(Double.parseDouble(word.substring(1)));
    }
    int measure = Integer.parseInt(word.substring(0, sign));
    double below = Double.parseDouble(word.substring(sign + 1));
    Node yes = node(words);
    return new Node.Ask(measure, below, yes, node(words));
  }

  List<String> write() {
    return trees.stream()
        .map(tree -> {
          StringBuilder line = new StringBuilder();
          write(tree, line);
          return line.toString().strip();
        })
        .toList();
  }

  private static void write(Node node, StringBuilder line) {
    switch (node) {
      case Node.Ask(int measure, double below, Node yes, Node no) -> {
        line.append(measure).append('<').append(shortest(below)).append(' ');
        write(yes, line);
        write(no, line);
      }
      case Node.Leaf(double value) -> line.append('=').append(shortest(value)).append(' ');
    }
  }

  private static String shortest(double value) {
    String text = Double.toString(value);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }
}
