package whence.app.command;

import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import whence.app.draft.Draft;
import whence.app.draft.Drafts;
import whence.app.draft.Item;
import whence.app.inquiry.InquiryFile;
import whence.app.print.Terminal;
import whence.app.report.Composer;
import whence.app.report.Exports;
import whence.app.report.Head;
import whence.app.report.HtmlReport;
import whence.app.report.NoteStyle;
import whence.ask.Asked;
import whence.ask.Inquiry;
import whence.guard.View;
import whence.model.Sha256;
import whence.model.Weighing;
import whence.store.CaseStore;
import whence.weigh.Evidence;

@Command(
    name = "report",
    description = {
      "Writes a report to open in a browser: one file that holds all it shows and fetches nothing.",
      "It carries the hash of the journal's last entry, so that whence verify --head can tell later "
          + "whether the record it was made from is still whole. What a machine read and nobody has "
          + "reviewed is marked so.",
      "With --name it is one that people wrote in the workbench: the claims and questions they chose, "
          + "with their text between them, and a note for every citation."
    },
    footer = {
      "",
      "Examples:",
      "  whence report --case harbour",
      "  whence report --case harbour --output harbour.html",
      "  whence report --case harbour --name the-vote --format docx --output vote.docx"
    })
final class ReportCommand extends CaseCommand {
  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Where to write it (./whence-report.html, or NAME with the format's ending).")
  @Nullable Path output;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "A report that was written in the workbench; its address there ends with NAME.")
  @Nullable String name;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "html",
      description = "With --name: html, md, docx, pdf, or bundle, HTML with the cited pages in it.")
  String format = "html";

  @Option(
      names = "--style",
      paramLabel = "STYLE",
      defaultValue = "chicago",
      description = "With --name: how notes cite: chicago, author-date or plain.")
  String style = "chicago";

  ReportCommand(Surroundings surroundings, Parts parts) {
    super(surroundings, parts);
  }

  @Override
  public Integer call() {
    Path file =
        name == null
            ? Objects.requireNonNullElse(output, Path.of("whence-report.html"))
            : named(name);
    if (name == null) {
      try (CaseStore store = open();
          View view = view(store)) {
        weighing(store, view);
        new HtmlReport(parts.program()).write(view, Head.of(store.journal()), file);
      }
    }
    try (Terminal screen = surroundings.screen()) {
      screen.line("The report is " + file + ".");
    }
    return ExitCode.DONE;
  }

  private Path named(String report) {
    Exports.Format wanted = Exports.Format.of(format);
    NoteStyle notes = NoteStyle.of(style);
    if (wanted == null || notes == null) {
      throw new UsageException(
          "report: --format is html, md, docx, pdf or bundle; --style is chicago, author-date or plain");
    }
    try (CaseStore store = open();
        View view = view(store)) {
      Draft draft =
          new Drafts(folder().resolve(Drafts.FOLDER))
              .latest(report)
              .orElseThrow(() ->
                  new UsageException(
                      "report: no report goes by "
                          + report
                          + " in "
                          + folder()
                          + "; whence serve is where one is written"));
      Path file = Objects.requireNonNullElse(output, Path.of(report + "." + wanted.extension()));
      Weighing weighing = weighing(store, view);
      Inquiry inquiry = InquiryFile.read(folder()).orElse(Inquiry.NONE);
      boolean asks = draft.items().stream().anyMatch(Item.OfQuestion.class::isInstance);
      List<Asked> answers =
          asks ? Asking.questions(view, weighing, inquiry, likes(store, view)).all() : List.of();
      new Exports(
              new Composer(view, weighing, finder(view), answers),
              Head.of(store.journal()),
              parts.program())
          .write(draft, notes, wanted, file);
      return file;
    }
  }

  /// Finds statements by id, opening only the documents that hold them.
  private static Function<Collection<String>, Map<String, Evidence>> finder(View view) {
    Map<String, Sha256> documents = new HashMap<>();
    view.unconsulted()
        .forEach(reading ->
            reading
                .statements()
                .forEach(statement -> documents.put(statement.id(), reading.document().sha256())));
    return ids ->
        Evidence.of(
            ids.stream()
                .flatMap(id -> Optional.ofNullable(documents.get(id)).stream())
                .distinct()
                .flatMap(document -> view.reading(document).stream()),
            ids);
  }
}
