package whence.app.inquiry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/// A value in a YAML file, with its place for whoever has to mend it. Every scalar is taken as the
/// characters that stand there.
final class Yaml {
  private static final int MOST_CHARACTERS = 4_000_000;

  private final String file;
  private final Node node;

  private Yaml(String file, Node node) {
    this.file = file;
    this.node = node;
  }

  /// @param file its name, for messages
  /// @return empty for an empty file
  /// @throws Unreadable if it is no YAML
  static Optional<Yaml> parse(String file, String text) {
    LoadSettings settings =
        LoadSettings.builder()
            .setLabel(file)
            .setMaxAliasesForCollections(0)
            .setCodePointLimit(MOST_CHARACTERS)
            .build();
    try {
      return new Compose(settings).composeString(text).map(root -> new Yaml(file, root));
    } catch (MarkedYamlEngineException e) {
      throw new Unreadable(
          file + line(e.getProblemMark()) + ": " + String.valueOf(e.getProblem()).strip());
    } catch (YamlEngineException e) {
      throw new Unreadable(file + ": " + e.getMessage());
    }
  }

  private static String line(Optional<Mark> mark) {
    return mark.map(it -> ":" + (it.getLine() + 1)).orElse("");
  }

  /// A file that is not as it must be; its message names the file, the line and what is wrong.
  static final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1;

    Unreadable(String message) {
      super(message);
    }
  }

  Unreadable wrong(String what) {
    return new Unreadable(file + line(node.getStartMark()) + ": " + what);
  }

  String text(String what) {
    if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
      return scalar.getValue().strip();
    }
    throw wrong(what + " must be a text");
  }

  /// A list, or one value for a list of one.
  List<Yaml> list(String what) {
    return switch (node) {
      case SequenceNode sequence ->
          sequence.getValue().stream().map(each -> new Yaml(file, each)).toList();
      case ScalarNode scalar when scalar.getValue().isBlank() -> List.of();
      case ScalarNode _ -> List.of(this);
      default -> throw wrong(what + " must be a list");
    };
  }

  /// @param known the keys that may stand here
  Fields fields(String what, Set<String> known) {
    Map<String, Yaml> fields = entries(what);
    fields.forEach((key, value) -> {
      if (!known.contains(key)) {
        throw value.wrong(
            "“" + key + "” is nothing that " + what + " has; it has " + String.join(", ", known));
      }
    });
    return new Fields(this, fields);
  }

  Map<String, Yaml> entries(String what) {
    Map<String, Yaml> fields = new LinkedHashMap<>();
    if (node instanceof ScalarNode scalar && scalar.getValue().isBlank()) {
      return fields;
    }
    if (!(node instanceof MappingNode mapping)) {
      throw wrong(what + " must have named fields (name: value)");
    }
    for (NodeTuple tuple : mapping.getValue()) {
      Yaml key = new Yaml(file, tuple.getKeyNode());
      String name = key.text("a field's name");
      if (fields.put(name, new Yaml(file, tuple.getValueNode())) != null) {
        throw key.wrong(name + " is given twice");
      }
    }
    return fields;
  }

  /// The named fields of one value.
  record Fields(Yaml of, Map<String, Yaml> byName) {
    String text(String name) {
      Yaml value = byName.get(name);
      if (value == null) {
        throw of.wrong(name + " is missing here");
      }
      return value.text(name);
    }

    @Nullable String maybeText(String name) {
      Yaml value = byName.get(name);
      return value == null || value.isBlank() ? null : value.text(name);
    }

    List<Yaml> list(String name) {
      Yaml value = byName.get(name);
      return value == null ? List.of() : value.list(name);
    }

    List<String> texts(String name) {
      List<String> texts = new ArrayList<>();
      list(name).forEach(each -> texts.add(each.text(name)));
      return texts;
    }
  }

  private boolean isBlank() {
    return node instanceof ScalarNode scalar && scalar.getValue().isBlank();
  }
}
