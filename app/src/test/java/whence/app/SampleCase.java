package whence.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import whence.app.command.Parts;
import whence.language.BgeEmbedder;
import whence.language.ModelTagger;

/// The sample case with its inquiry, read once with the model that ships, and its answer key.
public final class SampleCase {
  public static final Path HOME = Path.of("..");

  private static @Nullable Path read;

  private SampleCase() {}

  /// The case's folder. Tests must not write to it.
  public static synchronized Path folder() {
    if (read == null) {
      Path folder = Path.of("target", "sample-case").toAbsolutePath();
      try {
        delete(folder);
        // The sample has an encrypted file and one in French.
        Program.Ran ran = run("read", HOME.resolve("sample/documents"), "--case", folder);
        if (ran.status() != 1) {
          throw new IllegalStateException(ran.err());
        }
        Files.copy(HOME.resolve("sample/inquiry.yaml"), folder.resolve("inquiry.yaml"));
      } catch (IOException e) {
        throw new UncheckedIOException(folder.toString(), e);
      }
      read = folder;
    }
    return read;
  }

  static Program.Ran run(Object... arguments) {
    return Program.with(parts(), arguments);
  }

  /// With the model that ships.
  public static Parts parts() {
    return new LocalParts(
        HOME, () -> new ModelTagger(HOME.resolve("language/model"), 1), BgeEmbedder::new);
  }

  /// What a command lists of it.
  static List<JsonNode> listed(String command) {
    Program.Ran ran = run(command, "--json", "--case", folder());
    if (ran.status() != 0) {
      throw new IllegalStateException(ran.err());
    }
    return ran.json();
  }

  static JsonNode key() throws IOException {
    return new JsonMapper().readTree(Files.readString(HOME.resolve("sample/answers.json")));
  }

  public static void copy(Path to) throws IOException {
    Path from = folder();
    try (Stream<Path> all = Files.walk(from)) {
      for (Path each : all.toList()) {
        Files.copy(each, to.resolve(from.relativize(each).toString()));
      }
    }
  }

  public static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(each);
        }
      }
    }
  }
}
