package whence.app;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import whence.acquire.Acquirer;
import whence.acquire.Limits;
import whence.app.command.Parts;
import whence.app.pipeline.Deriver;
import whence.app.pipeline.Pipeline;
import whence.model.Reading;
import whence.store.CaseStore;
import whence.store.local.LocalStore;
import whence.weigh.Neighbours;

/// The parts as they ship: a case in a folder, the trained model.
final class LocalParts implements Parts {
  private static final String PROGRAM = "whence 0.1.0";

  @Override
  public String program() {
    return PROGRAM;
  }

  @Override
  public Limits limits() {
    return Limits.standard();
  }

  @Override
  public CaseStore open(Path folder) {
    return LocalStore.open(folder, PROGRAM);
  }

  @Override
  public CaseStore openOrCreate(Path folder) {
    return LocalStore.create(folder, PROGRAM);
  }

  @Override
  public Neighbours neighbours(Path folder, CaseStore store) {
    return (text, top) -> List.of();
  }

  @Override
  public Deriver deriver(Path scratch) {
    return Deriver.reading(
        acquirers(scratch),
        (document, text) -> new Reading(document, text, List.of(), List.of(), "none"),
        "none");
  }

  @Override
  public Deriver textOnly(Path scratch) {
    return Deriver.textOnly(acquirers(scratch));
  }

  private static List<Acquirer> acquirers(Path scratch) {
    return IntStream.range(0, Pipeline.workers())
        .mapToObj(number -> new Acquirer(Limits.standard(), scratch.resolve("acquirer-" + number)))
        .toList();
  }

  @Override
  public Path sample() {
    String home = System.getProperty("whence.home", ".");
    return Path.of(home, "sample", "documents");
  }
}
