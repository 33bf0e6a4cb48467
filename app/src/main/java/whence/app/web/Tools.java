package whence.app.web;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import whence.app.pipeline.Pipeline;
import whence.app.pipeline.Progress;
import whence.app.print.RecallLines.Recall;
import whence.ask.Inquiry;
import whence.ask.Search;
import whence.ask.check.Checked;
import whence.guard.View;
import whence.model.Weighing;
import whence.store.CaseStore;
import whence.weigh.Weigher;

/// What the workbench works with, built by whoever wires the program.
public interface Tools {
  /// The case's folder.
  Path folder();

  /// The case's inquiry as its file says now; [Inquiry#NONE] where there is none.
  ///
  /// @throws whence.model.WhenceException if it is not as it must be: the message names the line
  Inquiry inquiry();

  /// Writes the beginning of an inquiry into the case, for people to edit.
  ///
  /// @throws whence.model.WhenceException if there is one
  void startInquiry();

  /// Finds by words and meaning in what `view` shows; indexes first what is not indexed yet.
  Search search(View view);

  Weigher weigher();

  /// Name and version of the program.
  String program();

  /// Holds a draft against the record, without taking it into the case.
  ///
  /// @param search got only where a sentence of the draft is in no words of the record's
  /// @param name of the draft: how it ends tells what it is
  /// @throws whence.model.WhenceException if no text can be got from it
  Checked check(View view, Weighing weighing, Supplier<Search> search, String name, byte[] content);

  /// What would change if a source counted no more.
  ///
  /// @param views makes a view of a case
  /// @throws whence.model.WhenceException if no source goes by that name
  Recall recall(String source, Function<CaseStore, View> views);

  /// Takes files and folders into the case and derives what follows from them, one run at a time.
  Pipeline.Outcome read(List<Path> files, Progress progress);
}
