package whence.app.command;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import whence.app.inquiry.InquiryFile;
import whence.app.pipeline.Deriver;
import whence.app.pipeline.Pipeline;
import whence.app.pipeline.Progress;
import whence.app.pipeline.Scratch;
import whence.app.print.RecallLines.Recall;
import whence.app.web.Tools;
import whence.ask.Inquiry;
import whence.ask.Search;
import whence.ask.check.Checked;
import whence.guard.View;
import whence.model.Document;
import whence.model.Entry;
import whence.model.Weighing;
import whence.store.CaseStore;
import whence.weigh.Weigher;

/// The workbench's tools, of the same parts as the commands.
public final class ServeTools implements Tools {
  private final Parts parts;
  private final Path folder;
  private final CaseStore store;
  private final InstantSource clock;

  /// @param folder of the case
  public ServeTools(Parts parts, Path folder, CaseStore store, InstantSource clock) {
    this.parts = parts;
    this.folder = folder;
    this.store = store;
    this.clock = clock;
  }

  @Override
  public Path folder() {
    return folder;
  }

  @Override
  public Inquiry inquiry() {
    return InquiryFile.read(folder).orElse(Inquiry.NONE);
  }

  @Override
  public void startInquiry() {
    InquiryFile.start(folder);
  }

  @Override
  public Search search(View view) {
    return Asking.search(
        parts.likes(
            store, Progress.SILENT, document -> view.document(document.hex()).map(Document::path)));
  }

  @Override
  public Weigher weigher() {
    return parts.weigher(store);
  }

  @Override
  public String program() {
    return parts.program();
  }

  @Override
  public Checked check(
      View view, Weighing weighing, Supplier<Search> search, String name, byte[] content) {
    return DraftFile.check(parts, folder, view, weighing, search, name, content);
  }

  @Override
  public Recall recall(String source, Function<CaseStore, View> views) {
    Inquiry inquiry = inquiry();
    try (View view = views.apply(store)) {
      @Nullable Search search =
          inquiry.questions().isEmpty() && inquiry.hypotheses().isEmpty() ? null : search(view);
      return new Recalls(parts, inquiry, search)
          .of(
              store,
              new Entry.Withdrawn(SourceCommand.known(folder, view, source), "", null),
              clock.instant(),
              views);
    }
  }

  @Override
  public Pipeline.Outcome read(List<Path> files, Progress progress) {
    try (Scratch scratch = Scratch.in(folder);
        Deriver deriver = parts.deriver(scratch.folder())) {
      return new Pipeline(
              store,
              deriver,
              parts.weigher(store),
              scratch.folder(),
              clock,
              parts.program(),
              progress,
              parts.limits())
          .read(files);
    }
  }
}
