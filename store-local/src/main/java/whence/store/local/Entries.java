package whence.store.local;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import whence.model.Anchor;
import whence.model.Entry;
import whence.model.Sha256;
import whence.store.CaseUnusable;
import whence.store.Journal;
import whence.store.JournalLine;

/// Reads the journal's lines back into entries.
final class Entries {
  private Entries() {}

  static Journal.Recorded of(JournalLine line, Path file) {
    try {
      return new Journal.Recorded(
          line.number(),
          Instant.parse(line.at()),
          entry(line.type(), Fields.of(line.payload())),
          new Sha256(line.before()),
          new Sha256(line.hash()));
    } catch (IOException | DateTimeException | IllegalArgumentException e) {
      throw new CaseUnusable(
          file
              + ": journal entry "
              + line.number()
              + " cannot be read; `whence verify` tells what was altered, and a back-up has it",
          e);
    }
  }

  private static Entry entry(String type, Fields fields) {
    return switch (type) {
      case "acquired" ->
          new Entry.Acquired(
              fields.text("path"),
              fields.hash("document"),
              fields.number("size"),
              fields.maybeHash("container"));
      case "refused" -> new Entry.Refused(fields.text("path"), fields.text("why"));
      case "reviewed" ->
          new Entry.Reviewed(
              anchor(fields.inner("anchor")),
              fields.text("statement"),
              Entry.Verdict.valueOf(fields.text("verdict")),
              fields.maybeText("correctedSource"),
              fields.text("by"),
              fields.maybeText("why"));
      case "removed" ->
          new Entry.Removed(fields.hash("document"), fields.text("by"), fields.text("why"));
      case "consulted" ->
          new Entry.Consulted(fields.hash("document"), fields.text("by"), fields.text("purpose"));
      default -> throw new IllegalArgumentException("no entry is of type " + type);
    };
  }

  private static Anchor anchor(Fields fields) {
    return new Anchor(
        fields.hash("document"),
        fields.hash("textHash"),
        fields.whole("start"),
        fields.whole("end"),
        fields.text("quote"),
        fields.text("before"),
        fields.text("after"),
        fields.maybeText("role"));
  }
}
