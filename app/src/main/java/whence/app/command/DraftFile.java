package whence.app.command;

import java.nio.file.Files;
import java.nio.file.Path;
import whence.app.pipeline.Deriver;
import whence.app.pipeline.Scratch;
import whence.ask.check.Checked;
import whence.ask.check.DraftCheck;
import whence.guard.View;
import whence.model.Document;
import whence.model.Reading;
import whence.model.Weighing;

/// A draft as a file, read without taking it into the case.
final class DraftFile {
  private DraftFile() {}

  /// @param folder of the case
  /// @throws UsageException if there is no such file, or no text can be got from it
  static Checked check(Parts parts, Path folder, View view, Weighing weighing, Path draft) {
    if (!Files.isRegularFile(draft)) {
      throw new UsageException(draft + ": there is no such file; check the name");
    }
    Reading reading;
    try (Scratch scratch = Scratch.in(folder);
        Deriver deriver = parts.deriver(scratch.folder())) {
      reading = deriver.readAlone(draft, String.valueOf(draft.getFileName()));
    }
    if (reading.document().status() == Document.Status.NOT_READ) {
      throw new UsageException(draft + ": cannot be read as a text: " + reading.document().why());
    }
    return new DraftCheck(view.readings().toList(), weighing).check(reading);
  }
}
