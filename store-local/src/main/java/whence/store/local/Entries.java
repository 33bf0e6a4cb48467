package whence.store.local;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import whence.model.Anchor;
import whence.model.Answer;
import whence.model.Bearing;
import whence.model.Certainty;
import whence.model.Correction;
import whence.model.Entry;
import whence.model.Fact;
import whence.model.Fit;
import whence.model.Outcome;
import whence.model.Relation;
import whence.model.Relevance;
import whence.model.Reliability;
import whence.model.Sha256;
import whence.model.SourceKind;
import whence.model.Stance;
import whence.model.StatementAnchor;
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
              statement(fields),
              Entry.Verdict.valueOf(fields.text("verdict")),
              correction(fields),
              fields.text("by"),
              fields.maybeText("why"));
      case "removed" ->
          new Entry.Removed(fields.hash("document"), fields.text("by"), fields.text("why"));
      case "consulted" ->
          new Entry.Consulted(fields.hash("document"), fields.text("by"), fields.text("purpose"));
      case "added" ->
          new Entry.Added(
              anchor(fields.inner("content")),
              maybeAnchor(fields, "source"),
              maybeAnchor(fields, "cue"),
              fields.maybeText("name"),
              maybe(fields, "kind", SourceKind::valueOf),
              Stance.valueOf(fields.text("stance")),
              fields.text("by"),
              fields.maybeText("why"));
      case "joined" ->
          new Entry.Joined(
              statements(fields, "statements"), fields.text("by"), fields.maybeText("why"));
      case "parted" ->
          new Entry.Parted(
              statements(fields, "these"),
              statements(fields, "those"),
              fields.text("by"),
              fields.maybeText("why"));
      case "graded" ->
          new Entry.Graded(
              statements(fields, "claim"),
              fields.whole("credibility"),
              fields.text("by"),
              fields.maybeText("why"));
      case "discarded" ->
          new Entry.Discarded(
              statements(fields, "claim"), fields.text("by"), fields.maybeText("why"));
      case "related" ->
          new Entry.Related(
              statements(fields, "claim"),
              statements(fields, "other"),
              Relation.valueOf(fields.text("relation")),
              fields.text("by"),
              fields.maybeText("why"));
      case "identified" ->
          new Entry.Identified(
              fields.text("one"),
              fields.text("other"),
              fields.flag("same"),
              fields.text("by"),
              fields.maybeText("why"));
      case "rated" ->
          new Entry.Rated(
              fields.text("source"),
              Reliability.valueOf(fields.text("reliability")),
              fields.text("by"),
              fields.maybeText("why"));
      case "undone" ->
          new Entry.Undone(fields.number("number"), fields.text("by"), fields.maybeText("why"));
      case "withdrawn" ->
          new Entry.Withdrawn(fields.text("source"), fields.text("by"), fields.maybeText("why"));
      default -> inquired(type, fields);
    };
  }

  private static Entry inquired(String type, Fields fields) {
    String by = fields.text("by");
    String why = fields.maybeText("why");
    return switch (type) {
      case "settled" ->
          new Entry.Settled(
              statements(fields, "forecast").getFirst(),
              Outcome.valueOf(fields.text("outcome")),
              statements(fields, "evidence"),
              by,
              why);
      case "told" ->
          new Entry.Told(
              statements(fields, "claim"),
              fields.maybeText("teller"),
              fields.texts("to"),
              fields.maybeText("when"),
              fields.maybeText("through"),
              Fact.valueOf(fields.text("fact")),
              Certainty.valueOf(fields.text("certainty")),
              by,
              why);
      case "requested" ->
          new Entry.Requested(
              fields.text("to"),
              fields.text("matter"),
              statements(fields, "claims"),
              fields.maybeText("asked"),
              fields.maybeText("deadline"),
              by,
              why);
      case "replied" ->
          new Entry.Replied(
              fields.number("request"),
              Answer.valueOf(fields.text("answer")),
              fields.maybeText("when"),
              fields.maybeText("words"),
              by,
              why);
      case "fitted" ->
          new Entry.Fitted(
              fields.text("hypothesis"),
              statements(fields, "claim"),
              Fit.valueOf(fields.text("fit")),
              maybe(fields, "relevance", Relevance::valueOf),
              by,
              why);
      case "assigned" ->
          new Entry.Assigned(
              fields.text("question"),
              statements(fields, "claim"),
              Bearing.valueOf(fields.text("bearing")),
              by,
              why);
      case "concluded" ->
          new Entry.Concluded(
              fields.text("question"),
              fields.text("finding"),
              statements(fields, "evidence"),
              by,
              why);
      case "dismissed" ->
          new Entry.Dismissed(fields.text("id"), statements(fields, "statements"), by, why);
      default -> throw new IllegalArgumentException("no entry is of type " + type);
    };
  }

  private static StatementAnchor statement(Fields fields) {
    return new StatementAnchor(fields.text("statement"), anchor(fields.inner("anchor")));
  }

  private static List<StatementAnchor> statements(Fields fields, String name) {
    return fields.list(name).stream().map(Entries::statement).toList();
  }

  private static @Nullable Correction correction(Fields fields) {
    Correction correction =
        new Correction(
            fields.maybeText("correctedSource"),
            maybe(fields, "correctedKind", SourceKind::valueOf),
            maybe(fields, "correctedStance", Stance::valueOf),
            maybeAnchor(fields, "correctedContent"));
    return correction.isNothing() ? null : correction;
  }

  private static <T> @Nullable T maybe(Fields fields, String name, Function<String, T> read) {
    String text = fields.maybeText(name);
    return text == null ? null : read.apply(text);
  }

  private static @Nullable Anchor maybeAnchor(Fields fields, String name) {
    Fields inner = fields.maybeInner(name);
    return inner == null ? null : anchor(inner);
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
        fields.maybeText("role"),
        fields.maybeText("cue"));
  }
}
