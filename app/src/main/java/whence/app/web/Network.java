package whence.app.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import whence.guard.View;
import whence.model.Claim;
import whence.model.Link;
import whence.model.Mention;
import whence.model.Reading;
import whence.model.SourceKind;
import whence.model.Statement;
import whence.model.Weighing;

/// Who and what stand together in statements, for orientation. A name is whoever bears it: two
/// people named alike stand as one here.
///
/// @param nodes by id
/// @param edges of each node, by the other's id, with how many statements tie them
public record Network(Map<String, Node> nodes, Map<String, Map<String, Integer>> edges) {
  /// What a node is; its word begins the node's id.
  public enum Kind {
    DOCUMENT,
    SOURCE,
    PERSON,
    CLAIM;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static final Study<Network> NETWORK = (view, weighing, _, _) -> of(view, weighing);

  /// @param id `document:HASH`, `claim:ID`, or `source:` or `person:` and the name in lower case
  public record Node(String id, Kind kind, String label) {
    /// Where more of it stands.
    public String address() {
      String key = id.substring(id.indexOf(':') + 1);
      return switch (kind) {
        case DOCUMENT -> "/documents/" + key;
        case CLAIM -> "/claims/" + key;
        case SOURCE -> Requested.address("/timeline", "source", label);
        case PERSON -> Requested.address("/timeline", "person", label);
      };
    }
  }

  /// @param statements that tie it to the node it is a neighbour of
  public record Neighbour(Node node, int statements) {}

  private static final Comparator<Neighbour> CLOSEST =
      Comparator.comparingInt((Neighbour each) -> -each.statements())
          .thenComparing(each -> each.node().id());

  static Network of(View view, Weighing weighing) {
    Network network = new Network(new HashMap<>(), new HashMap<>());
    Map<String, Node> claimOf = new HashMap<>();
    for (Claim claim : weighing.claims()) {
      Node node = new Node("claim:" + claim.id(), Kind.CLAIM, claim.text());
      claim.statements().forEach(statement -> claimOf.put(statement, node));
    }
    view.unconsulted().forEach(reading -> network.add(reading, claimOf));
    return network;
  }

  private void add(Reading reading, Map<String, Node> claimOf) {
    String title = reading.document().title();
    Node document =
        new Node(
            "document:" + reading.document().sha256(),
            Kind.DOCUMENT,
            title == null ? reading.document().path() : title);
    nodes.putIfAbsent(document.id(), document);
    for (Statement statement : reading.statements()) {
      Map<String, Node> here = new HashMap<>();
      for (Link link : statement.chain()) {
        if (link.role() == Link.Role.SOURCE && link.name() != null) {
          named(here, link.kind() == SourceKind.PERSON ? Kind.PERSON : Kind.SOURCE, link.name());
        }
      }
      for (Mention mention : statement.mentions()) {
        if (mention.kind() == Mention.Kind.PERSON) {
          named(here, Kind.PERSON, mention.name());
        }
      }
      Node claim = claimOf.get(statement.id());
      if (claim != null) {
        nodes.putIfAbsent(claim.id(), claim);
        tie(document.id(), claim.id());
      }
      for (String each : here.keySet()) {
        tie(document.id(), each);
        if (claim != null) {
          tie(claim.id(), each);
        }
      }
      tieAll(List.copyOf(here.keySet()));
    }
  }

  private void named(Map<String, Node> here, Kind kind, String name) {
    String id = kind.word() + ":" + name.toLowerCase(Locale.ROOT).strip();
    here.put(id, nodes.computeIfAbsent(id, _ -> new Node(id, kind, name.strip())));
  }

  private void tieAll(List<String> all) {
    for (int i = 0; i < all.size(); i++) {
      for (int j = i + 1; j < all.size(); j++) {
        tie(all.get(i), all.get(j));
      }
    }
  }

  private void tie(String one, String other) {
    edges.computeIfAbsent(one, _ -> new HashMap<>()).merge(other, 1, Integer::sum);
    edges.computeIfAbsent(other, _ -> new HashMap<>()).merge(one, 1, Integer::sum);
  }

  @Nullable Node node(String id) {
    return nodes.get(id);
  }

  /// How many statements tie two nodes; 0 for none.
  int between(String one, String other) {
    return edges.getOrDefault(one, Map.of()).getOrDefault(other, 0);
  }

  /// The closest first, all of the kinds.
  List<Neighbour> neighbours(String id, Set<Kind> kinds) {
    List<Neighbour> all = new ArrayList<>();
    edges
        .getOrDefault(id, Map.of())
        .forEach((other, count) -> {
          Node node = nodes.get(other);
          if (node != null && kinds.contains(node.kind())) {
            all.add(new Neighbour(node, count));
          }
        });
    all.sort(CLOSEST);
    return all;
  }

  /// Nodes of a kind whose label holds words, the best connected first.
  List<Neighbour> found(String words, Kind kind, int most) {
    String wanted = words.toLowerCase(Locale.ROOT);
    return nodes.values().stream()
        .filter(
            node -> node.kind() == kind && node.label().toLowerCase(Locale.ROOT).contains(wanted))
        .map(node -> new Neighbour(node, edges.getOrDefault(node.id(), Map.of()).size()))
        .sorted(CLOSEST)
        .limit(most)
        .toList();
  }
}
