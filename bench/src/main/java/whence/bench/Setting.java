package whence.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import whence.language.ModelTagger;

/// What measures are taken with.
///
/// @param data the folder of shared data; a measure uses invented text where a file is not there
/// @param model the reader's model
/// @param program the script `whence`
/// @param peers the class path file of programs to compare with, as `bench/peers/pom.xml` makes it
/// @param gold the folder of the project's own marks
/// @param runs how often each measure is repeated
/// @param seed of all that is invented or drawn
/// @param out where a sample to judge is written, null for none
/// @param scratch an empty folder, deleted at the end
record Setting(
    Path data,
    Path model,
    Path program,
    Path peers,
    Path gold,
    int runs,
    long seed,
    @Nullable Path out,
    Path scratch) {
  /// A shared file, if it is there.
  Optional<Path> shared(String path) {
    return Optional.of(data.resolve(path)).filter(Files::isRegularFile);
  }

  boolean hasModel() {
    return Files.isRegularFile(model.resolve("reader.onnx"));
  }

  ModelTagger tagger(int threads) {
    return new ModelTagger(model, threads);
  }

  /// A new folder to work in.
  Path folder(String name) {
    try {
      return Files.createTempDirectory(scratch, name + "-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void delete(Path folder) throws IOException {
    try (Stream<Path> tree = Files.walk(folder)) {
      for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
