package whence.app.web;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import whence.app.print.JsonLines;
import whence.app.web.Network.Kind;
import whence.app.web.Network.Neighbour;
import whence.app.web.Network.Node;

/// A selection of the network: nodes that a person opened, each with its closest neighbours.
///
/// @param words looked for to start from, may be empty
/// @param starts what to start from, by kind
/// @param opened nodes whose neighbours are shown, in the order in which they were opened
public record NetworkPage(
    String words,
    Set<Kind> kinds,
    Map<String, List<Neighbour>> starts,
    List<Opened> opened,
    @Nullable Network network,
    boolean known,
    boolean current) {
  private static final int NEIGHBOURS = 18;
  private static final int OPENED = 6;
  private static final int STARTS = 6;

  /// @param all how many neighbours it has of these kinds
  public record Opened(Node node, List<Neighbour> neighbours, int all) {}

  /// @param at ids of nodes; what is none now is passed over
  static NetworkPage of(Worked<Network> worked, String words, List<String> at, List<String> kinds) {
    Set<Kind> shown = EnumSet.noneOf(Kind.class);
    for (Kind kind : Kind.values()) {
      if (kinds.isEmpty() || kinds.contains(kind.word())) {
        shown.add(kind);
      }
    }
    Network network = worked.value();
    List<Opened> opened = new ArrayList<>();
    Map<String, List<Neighbour>> starts = new LinkedHashMap<>();
    if (network != null) {
      for (String id : new LinkedHashSet<>(at).stream().limit(OPENED).toList()) {
        Node node = network.node(id);
        if (node != null) {
          List<Neighbour> all = network.neighbours(id, shown);
          opened.add(
              new Opened(node, all.subList(0, Math.min(NEIGHBOURS, all.size())), all.size()));
        }
      }
      if (opened.isEmpty() || !words.isEmpty()) {
        for (Kind kind : Kind.values()) {
          starts.put(kind.word(), network.found(words, kind, STARTS));
        }
      }
    }
    return new NetworkPage(
        words, shown, starts, opened, network, network != null, worked.current());
  }

  public boolean isOpen(Node node) {
    return opened.stream().anyMatch(each -> each.node().equals(node));
  }

  /// With one more node opened.
  public String with(Node node) {
    List<String> ids = ids();
    if (!ids.contains(node.id())) {
      ids.add(node.id());
    }
    return address("/network", ids.subList(Math.max(0, ids.size() - OPENED), ids.size()));
  }

  /// With one node closed.
  public String without(Node node) {
    List<String> ids = ids();
    ids.remove(node.id());
    return address("/network", ids);
  }

  /// With this node alone.
  public String only(Node node) {
    return address("/network", List.of(node.id()));
  }

  /// Where the drawing has its nodes from.
  public String data() {
    return address("/network/neighbours", ids());
  }

  private List<String> ids() {
    return new ArrayList<>(opened.stream().map(each -> each.node().id()).toList());
  }

  private String address(String path, List<String> ids) {
    List<String> query = new ArrayList<>();
    for (String id : ids) {
      query.addAll(List.of("at", id));
    }
    if (kinds.size() < Kind.values().length) {
      kinds.forEach(kind -> query.addAll(List.of("kind", kind.word())));
    }
    return Requested.address(path, query.toArray(String[]::new));
  }

  /// Nodes and ties as the drawing takes them.
  String json() {
    Map<String, Node> nodes = new LinkedHashMap<>();
    opened.forEach(each -> nodes.put(each.node().id(), each.node()));
    opened.forEach(
        each -> each.neighbours().forEach(it -> nodes.putIfAbsent(it.node().id(), it.node())));
    List<Tie> ties = new ArrayList<>();
    List<String> ids = List.copyOf(nodes.keySet());
    for (int i = 0; i < ids.size() && network != null; i++) {
      for (int j = i + 1; j < ids.size(); j++) {
        int count = network.between(ids.get(i), ids.get(j));
        // Ties among neighbours would make a hairball: only those of opened nodes are drawn.
        if (count > 0 && i < opened.size()) {
          ties.add(new Tie(ids.get(i), ids.get(j), count));
        }
      }
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (JsonLines json = new JsonLines(out)) {
      json.line(line ->
          line.objects(
                  "nodes",
                  nodes.values(),
                  node ->
                      line.text("id", node.id())
                          .text("kind", node.kind().word())
                          .text("label", node.label())
                          .text("address", node.address())
                          .text("open", with(node))
                          .flag("opened", isOpen(node)))
              .objects(
                  "ties",
                  ties,
                  tie ->
                      line.text("from", tie.from())
                          .text("to", tie.to())
                          .number("statements", (Integer) tie.statements())));
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  private record Tie(String from, String to, int statements) {}
}
