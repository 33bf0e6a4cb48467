package whence.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import whence.acquire.Acquirer;
import whence.acquire.Limits;
import whence.app.command.Parts;
import whence.app.pipeline.Deriver;
import whence.app.pipeline.Pipeline;
import whence.app.print.Fields;
import whence.model.Sha256;
import whence.read.Reader;
import whence.read.Tagger;
import whence.store.CaseStore;
import whence.store.local.LocalStore;

/// The parts as they ship: a case in a folder, parsers in processes of their own.
final class LocalParts implements Parts {
  private static final String PROGRAM = "whence 0.1.0";

  private final Path home;
  private final Supplier<Tagger> tagger;

  /// @param home the folder that holds the sample case
  /// @param tagger loads what finds who says what
  LocalParts(Path home, Supplier<Tagger> tagger) {
    this.home = home;
    this.tagger = tagger;
  }

  @Override
  public String program() {
    return PROGRAM;
  }

  @Override
  public Limits limits() {
    return Limits.standard();
  }

  @Override
  public LocalStore open(Path folder) {
    return LocalStore.open(folder, PROGRAM);
  }

  @Override
  public LocalStore openOrCreate(Path folder) {
    return LocalStore.create(folder, PROGRAM);
  }

  @Override
  public List<Fields.Hit> like(
      CaseStore store, String text, int top, Function<Sha256, Optional<String>> path) {
    if (!(store instanceof LocalStore local)) {
      throw new IllegalArgumentException("only a case in a folder has an index");
    }
    return local.index().like(text, top, path).stream()
        .map(hit ->
            new Fields.Hit(
                hit.document(),
                hit.path(),
                hit.statement(),
                hit.passage(),
                hit.page(),
                hit.score()))
        .toList();
  }

  @Override
  public Deriver deriver(Path scratch) {
    Tagger loaded = tagger.get();
    return Deriver.reading(
        acquirers(scratch),
        new Reader(loaded),
        loaded instanceof AutoCloseable model ? List.of(model) : List.of());
  }

  @Override
  public Deriver textOnly(Path scratch) {
    return Deriver.textOnly(acquirers(scratch));
  }

  private List<Acquirer> acquirers(Path scratch) {
    return IntStream.range(0, Pipeline.workers())
        .mapToObj(number -> new Acquirer(limits(), scratch.resolve("acquirer-" + number)))
        .toList();
  }

  @Override
  public Path sample() {
    return home.resolve("sample").resolve("documents");
  }
}
