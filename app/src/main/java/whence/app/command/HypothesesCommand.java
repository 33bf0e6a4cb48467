package whence.app.command;

import picocli.CommandLine.Command;
import whence.app.inquiry.InquiryFile;
import whence.app.print.Fields;
import whence.app.print.MatrixLines;
import whence.app.print.Terminal;
import whence.ask.Hypotheses;
import whence.ask.Inquiry;
import whence.ask.Matrix;
import whence.guard.View;
import whence.store.CaseStore;

@Command(
    name = "hypotheses",
    description = {
      "Sets the evidence against the inquiry's hypotheses, after Heuer: consistent, inconsistent, "
          + "neutral or not applicable, with the credibility of each claim. The least inconsistent "
          + "hypothesis stands first; which evidence is diagnostic, and which single item, if wrong, "
          + "changes the order, is marked.",
      "It is a matrix to argue over, never a probability: Karvetski and Mandel (2020) found no gain in "
          + "coherence from the method. What the program suggests carries a ? until a person sets it."
    },
    footer = {"", "Example:", "  whence hypotheses --case harbour"})
final class HypothesesCommand extends ListingCommand {
  HypothesesCommand(Surroundings surroundings, Parts parts) {
    super(surroundings, parts);
  }

  @Override
  void list(CaseStore store, View view, Fields fields) {
    Matrix matrix = matrix(store, view);
    matrix.hypotheses().forEach(standing -> fields.asking().hypothesis(standing, matrix));
  }

  @Override
  void show(CaseStore store, View view, Terminal screen) {
    new MatrixLines(screen).matrix(matrix(store, view));
  }

  private Matrix matrix(CaseStore store, View view) {
    Inquiry inquiry = inquiry();
    if (inquiry.hypotheses().isEmpty()) {
      throw new UsageException(
          folder().resolve(InquiryFile.NAME) + ": it has no hypotheses yet; write one into it");
    }
    return new Hypotheses(view, weighing(store, view), inquiry, Asking.search(likes(store, view)))
        .matrix();
  }
}
