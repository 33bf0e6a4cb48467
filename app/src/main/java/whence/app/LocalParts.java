package whence.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import whence.acquire.Acquirer;
import whence.acquire.Limits;
import whence.app.command.Parts;
import whence.app.pipeline.Deriver;
import whence.app.pipeline.Pipeline;
import whence.app.pipeline.Progress;
import whence.app.print.Fields;
import whence.model.Sha256;
import whence.read.Reader;
import whence.read.Tagger;
import whence.store.CaseStore;
import whence.store.local.Index;
import whence.store.local.LocalStore;
import whence.weigh.Embedder;
import whence.weigh.LikeBy;
import whence.weigh.PlainWords;
import whence.weigh.Remembering;
import whence.weigh.Weigher;

/// The parts as they ship: a case in a folder, parsers in processes of their own.
final class LocalParts implements Parts {
  private static final String PROGRAM = "whence 0.1.0";

  private final Path home;
  private final Supplier<Tagger> tagger;
  private final Supplier<Embedder> embedder;
  private @Nullable Embedder loaded;

  /// @param home the folder that holds the sample case
  /// @param tagger loads what finds who says what
  /// @param embedder loads what tells what a text is about
  LocalParts(Path home, Supplier<Tagger> tagger, Supplier<Embedder> embedder) {
    this.home = home;
    this.tagger = tagger;
    this.embedder = embedder;
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
  public Likes likes(CaseStore store, Progress progress, Function<Sha256, Optional<String>> path) {
    Index index = index(store, progress);
    Embedder meaning = new Remembering(embedder());
    return new Likes() {
      @Override
      public double alike(String one, String other) {
        return Embedder.cosine(
            meaning.passage(PlainWords.of(one)), meaning.passage(PlainWords.of(other)));
      }

      @Override
      public List<Fields.Hit> like(String text, int top, LikeBy by) {
        return index.like(text, top, by, path).stream().map(LocalParts::hit).toList();
      }

      @Override
      public List<Fields.Hit> words(String words, int top) {
        return index.words(words, top, path).stream().map(LocalParts::hit).toList();
      }
    };
  }

  private static Fields.Hit hit(Index.Hit hit) {
    return new Fields.Hit(
        hit.document(), hit.path(), hit.statement(), hit.passage(), hit.page(), hit.score());
  }

  @Override
  public synchronized Embedder embedder() {
    if (loaded == null) {
      loaded = embedder.get();
    }
    return loaded;
  }

  @Override
  public Weigher weigher(CaseStore store) {
    return store instanceof LocalStore local
        ? new Weigher(() -> local.remembering(embedder()))
        : new Weigher(this::embedder);
  }

  private Index index(CaseStore store, Progress progress) {
    if (!(store instanceof LocalStore local)) {
      throw new IllegalArgumentException("only a case in a folder has an index");
    }
    Steps steps = new Steps(progress);
    return local.index(embedder(), steps::more);
  }

  /// Tells of indexing, once there is some to do.
  private static final class Steps {
    private final Progress progress;
    private boolean begun;

    Steps(Progress progress) {
      this.progress = progress;
    }

    void more(int documents, int all) {
      if (!begun) {
        progress.begin("indexing", all);
        begun = true;
      }
      for (int i = 0; i < documents; i++) {
        progress.step();
      }
    }
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
