package whence.store.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import whence.model.Anchor;
import whence.model.Entry;
import whence.model.Sha256;
import whence.store.CaseUnusable;
import whence.store.Journal;
import whence.store.JournalLine;

/// Reads the journal's lines back into entries.
final class Entries {
  private static final JsonMapper JSON = new JsonMapper();

  private Entries() {}

  static Journal.Recorded of(JournalLine line, Path file) {
    try {
      return new Journal.Recorded(
          line.number(),
          Instant.parse(line.at()),
          entry(line.type(), JSON.readTree(line.payload())),
          new Sha256(line.before()),
          new Sha256(line.hash()));
    } catch (JsonProcessingException | DateTimeException | IllegalArgumentException e) {
      throw new CaseUnusable(
          file
              + ": journal entry "
              + line.number()
              + " cannot be read; `whence verify` tells what was altered, and a back-up has it",
          e);
    }
  }

  private static Entry entry(String type, JsonNode fields) {
    return switch (type) {
      case "acquired" ->
          new Entry.Acquired(
              text(fields, "path"),
              hash(fields, "document"),
              field(fields, "size").longValue(),
              optionalHash(fields, "container"));
      case "refused" -> new Entry.Refused(text(fields, "path"), text(fields, "why"));
      case "reviewed" ->
          new Entry.Reviewed(
              anchor(field(fields, "anchor")),
              text(fields, "statement"),
              Entry.Verdict.valueOf(text(fields, "verdict")),
              optional(fields, "correctedSource"),
              text(fields, "by"),
              optional(fields, "why"));
      case "removed" ->
          new Entry.Removed(hash(fields, "document"), text(fields, "by"), text(fields, "why"));
      case "consulted" ->
          new Entry.Consulted(
              hash(fields, "document"), text(fields, "by"), text(fields, "purpose"));
      default -> throw new IllegalArgumentException("no entry is of type " + type);
    };
  }

  private static Anchor anchor(JsonNode fields) {
    return new Anchor(
        hash(fields, "document"),
        hash(fields, "textHash"),
        field(fields, "start").intValue(),
        field(fields, "end").intValue(),
        text(fields, "quote"),
        text(fields, "before"),
        text(fields, "after"),
        optional(fields, "role"));
  }

  private static JsonNode field(JsonNode fields, String name) {
    JsonNode value = fields.get(name);
    if (value == null || value.isNull()) {
      throw new IllegalArgumentException("no " + name);
    }
    return value;
  }

  private static String text(JsonNode fields, String name) {
    return field(fields, name).textValue();
  }

  private static @Nullable String optional(JsonNode fields, String name) {
    JsonNode value = fields.get(name);
    return value == null ? null : value.textValue();
  }

  private static Sha256 hash(JsonNode fields, String name) {
    return new Sha256(text(fields, name));
  }

  private static @Nullable Sha256 optionalHash(JsonNode fields, String name) {
    String hex = optional(fields, name);
    return hex == null ? null : new Sha256(hex);
  }
}
