package whence.app.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Reads JSON Lines of `claim` and `document`.
final class Pairs {
  /// A claim is a sentence or two, in UTF-16 code units.
  static final int LONGEST_CLAIM = 10_000;

  private static final ObjectMapper JSON = new ObjectMapper();

  record Pair(String claim, String document) {}

  private Pairs() {}

  /// @throws UsageException naming the line that is no pair
  static List<Pair> read(Path file) {
    List<String> lines;
    try {
      lines = Files.readAllLines(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UsageException(
          file + ": cannot be read as UTF-8 text (" + e.getClass().getSimpleName() + ")");
    }
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String line =
          i == 0 && lines.get(i).startsWith("\uFEFF") ? lines.get(i).substring(1) : lines.get(i);
      if (!line.isBlank()) {
        pairs.add(pair(file + ":" + (i + 1), line));
      }
    }
    return pairs;
  }

  private static Pair pair(String place, String line) {
    JsonNode node;
    try {
      node = JSON.readTree(line);
    } catch (JsonProcessingException e) {
      throw new UsageException(place + ": is no JSON; give an object a line");
    }
    return new Pair(field(place, node, "claim"), field(place, node, "document"));
  }

  private static String field(String place, JsonNode node, String name) {
    JsonNode value = node.path(name);
    if (!value.isTextual() || value.asText().isBlank()) {
      throw new UsageException(
          place + ": has no \"" + name + "\"; give {\"claim\": \"…\", \"document\": \"its path\"}");
    }
    if (value.asText().length() > LONGEST_CLAIM) {
      throw new UsageException(
          place + ": \"" + name + "\" is longer than " + LONGEST_CLAIM + " characters");
    }
    return value.asText();
  }
}
