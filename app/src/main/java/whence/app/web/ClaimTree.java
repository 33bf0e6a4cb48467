package whence.app.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import whence.app.print.JsonLines;
import whence.model.Link;
import whence.model.Stance;
import whence.weigh.Explanation;
import whence.weigh.Explanation.Telling;

/// A claim's way from its statements through their sources down to where each enters the record, to
/// be drawn: tellings that go the same last part of the way share it.
///
/// @param left tellings that are not drawn: too many; the list in words has them
public record ClaimTree(List<Root> roots, int left) {
  private static final int ROOTS = 40;
  private static final int UNDER_ONE = 12;

  /// What a way leads to: an origin, or whoever speaks against.
  ///
  /// @param side `for`, `against`, `doubts`, `beside`
  /// @param count how it counts, in words; empty for what is not for it
  /// @param weight `independent`, `perhaps`, `shared`, or empty
  /// @param why a sentence, may be empty
  public record Root(String side, String count, String weight, String why, Node node) {}

  /// Somebody on the way, with those who have it from there.
  ///
  /// @param kind of source, in words
  /// @param through who have it from them
  /// @param tellings in documents that have it from them directly
  public record Node(String name, String kind, List<Node> through, List<Telling> tellings) {
    /// All that go this way.
    public List<Telling> all() {
      List<Telling> all = new ArrayList<>();
      through.forEach(node -> all.addAll(node.all()));
      all.addAll(tellings);
      return all;
    }
  }

  static ClaimTree of(Explanation explanation) {
    List<Root> roots = new ArrayList<>();
    for (Explanation.Origin origin : explanation.origins()) {
      Growing growing = new Growing(origin.name(), JsonLines.word(origin.kind(), " "));
      origin.tellings().stream().limit(UNDER_ONE).forEach(growing::add);
      roots.add(
          new Root(
              "for",
              switch (origin.count()) {
                case INDEPENDENT -> "an origin of its own";
                case PERHAPS -> "perhaps an origin";
                case SHARED -> "no origin of its own";
              },
              JsonLines.word(origin.count(), "-"),
              origin.why(),
              growing.grown()));
    }
    others(roots, "against", explanation.against());
    others(roots, "doubts", explanation.doubts());
    others(roots, "beside", explanation.beside());
    List<Root> drawn = roots.subList(0, Math.min(ROOTS, roots.size()));
    int shown = drawn.stream().mapToInt(root -> root.node().all().size()).sum();
    int all =
        explanation.origins().stream().mapToInt(origin -> origin.tellings().size()).sum()
            + explanation.against().size()
            + explanation.doubts().size()
            + explanation.beside().size();
    return new ClaimTree(List.copyOf(drawn), all - shown);
  }

  /// Whoever is nearest to what is said stands at the end of the way, once.
  private static void others(List<Root> roots, String side, List<Telling> tellings) {
    Map<String, Growing> byName = new LinkedHashMap<>();
    for (Telling telling : tellings) {
      Link innermost = telling.chain().getLast();
      Growing growing =
          byName.computeIfAbsent(
              name(innermost) + (innermost.name() == null ? telling.statement() : ""),
              _ -> new Growing(name(innermost), JsonLines.word(innermost.kind(), " ")));
      if (growing.size() < UNDER_ONE) {
        growing.add(telling);
      }
    }
    byName
        .values()
        .forEach(growing ->
            roots.add(
                new Root(side, stances(growing.grown().all(), side), "", "", growing.grown())));
  }

  private static String stances(List<Telling> tellings, String side) {
    List<String> stances =
        tellings.stream()
            .map(Telling::stance)
            .filter(stance -> stance != Stance.ASSERTS)
            .map(stance -> JsonLines.word(stance, " "))
            .distinct()
            .toList();
    return stances.isEmpty() ? side : String.join(", ", stances);
  }

  /// How a link is called where there is little room.
  public static String name(Link link) {
    return link.name() != null
        ? link.name()
        : link.as() != null
            ? "“" + link.as() + "”"
            : link.role() == Link.Role.PUBLISHER ? "publisher not known" : "not named";
  }

  /// A node while tellings are put to it, from the innermost link outwards.
  private static final class Growing {
    private final String name;
    private final String kind;
    private final Map<String, Growing> through = new LinkedHashMap<>();
    private final List<Telling> tellings = new ArrayList<>();

    Growing(String name, String kind) {
      this.name = name;
      this.kind = kind;
    }

    void add(Telling telling) {
      List<Link> chain = telling.chain();
      Growing at = this;
      for (int i = chain.size() - 1; i > 0; i--) {
        Link link = chain.get(i);
        if (i < chain.size() - 1 || !isThis(link)) {
          at =
              at.through.computeIfAbsent(
                  name(link), _ -> new Growing(name(link), JsonLines.word(link.kind(), " ")));
        }
      }
      at.tellings.add(telling);
    }

    /// Whether the node itself stands for a link: its name says as much.
    private boolean isThis(Link link) {
      @Nullable String other = link.name();
      return other == null
          || name.toLowerCase(Locale.ROOT)
              .contains(Objects.requireNonNull(other).toLowerCase(Locale.ROOT));
    }

    int size() {
      return tellings.size() + through.values().stream().mapToInt(Growing::size).sum();
    }

    Node grown() {
      return new Node(
          name,
          kind,
          through.values().stream().map(Growing::grown).toList(),
          List.copyOf(tellings));
    }
  }
}
