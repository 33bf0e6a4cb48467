package whence.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import whence.app.command.Parts;
import whence.app.command.Surroundings;
import whence.language.BgeEmbedder;

/// Runs commands in this process and keeps what they print.
public final class Program {
  public static final Instant NOW = Instant.parse("2031-05-04T12:00:00Z");

  private Program() {}

  public record Ran(int status, String out, String err) {
    /// The lines of a `--json` listing.
    List<JsonNode> json() {
      List<JsonNode> lines = new ArrayList<>();
      try {
        JsonMapper mapper = new JsonMapper();
        for (String line : out.lines().toList()) {
          lines.add(mapper.readTree(line));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(out, e);
      }
      return lines;
    }
  }

  public static Ran run(Object... arguments) {
    return with(small(), arguments);
  }

  /// @param parts other than the usual ones of these tests
  static Ran with(Parts parts, Object... arguments) {
    return run(parts, "", false, arguments);
  }

  /// A case in a folder, and a tagger that needs no model.
  public static Parts small() {
    return new LocalParts(Path.of(".."), SayingTagger::new, BgeEmbedder::new);
  }

  /// @param typed what a person types, line by line
  static Ran onTerminal(String typed, Object... arguments) {
    return run(small(), typed, true, arguments);
  }

  private static Ran run(Parts parts, String typed, boolean terminal, Object... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Surroundings surroundings =
        new Surroundings(
            out,
            new PrintStream(err, true, StandardCharsets.UTF_8),
            new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)),
            Map.of("COLUMNS", "80", "NO_COLOR", ""),
            () -> NOW,
            terminal);
    String[] words = new String[arguments.length];
    for (int i = 0; i < words.length; i++) {
      words[i] = arguments[i].toString();
    }
    int status = Main.run(surroundings, parts, words);
    return new Ran(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
