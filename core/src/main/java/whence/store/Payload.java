package whence.store;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import whence.model.Anchor;
import whence.model.Correction;
import whence.model.Entry;
import whence.model.StatementAnchor;

/// An entry's fields as one line of JSON, byte for byte the same in every version: fields in the
/// order written here, no spaces, and only what JSON demands escaped: quote and backslash by a
/// backslash, controls (and DEL) by four lower-case hexadecimal digits. Half a surrogate pair,
/// which UTF-8 cannot hold, is escaped so too.
///
/// Written by hand, not by a library, because the journal's hashes stand on these bytes.
final class Payload {
  private final StringBuilder json = new StringBuilder();
  private char separator = '{';

  private Payload() {}

  static String type(Entry entry) {
    return switch (entry) {
      case Entry.Acquired _ -> "acquired";
      case Entry.Refused _ -> "refused";
      case Entry.Reviewed _ -> "reviewed";
      case Entry.Removed _ -> "removed";
      case Entry.Consulted _ -> "consulted";
      case Entry.Added _ -> "added";
      case Entry.Joined _ -> "joined";
      case Entry.Parted _ -> "parted";
      case Entry.Graded _ -> "graded";
      case Entry.Discarded _ -> "discarded";
      case Entry.Related _ -> "related";
      case Entry.Identified _ -> "identified";
      case Entry.Rated _ -> "rated";
      case Entry.Withdrawn _ -> "withdrawn";
      case Entry.Settled _ -> "settled";
      case Entry.Told _ -> "told";
      case Entry.Requested _ -> "requested";
      case Entry.Replied _ -> "replied";
      case Entry.Fitted _ -> "fitted";
      case Entry.Assigned _ -> "assigned";
      case Entry.Concluded _ -> "concluded";
      case Entry.Dismissed _ -> "dismissed";
      case Entry.Undone _ -> "undone";
    };
  }

  static String of(Entry entry) {
    Payload payload = new Payload();
    switch (entry) {
      case Entry.Acquired it ->
          payload
              .text("path", it.path())
              .text("document", it.document().hex())
              .number("size", it.size())
              .text("container", it.container() == null ? null : it.container().hex());
      case Entry.Refused it -> payload.text("path", it.path()).text("why", it.why());
      case Entry.Reviewed it -> reviewed(payload, it);
      case Entry.Removed it ->
          payload.text("document", it.document().hex()).text("by", it.by()).text("why", it.why());
      case Entry.Consulted it ->
          payload
              .text("document", it.document().hex())
              .text("by", it.by())
              .text("purpose", it.purpose());
      case Entry.Added it ->
          payload
              .object("content", anchor(it.content()))
              .object("source", it.source() == null ? null : anchor(it.source()))
              .object("cue", it.cue() == null ? null : anchor(it.cue()))
              .text("name", it.name())
              .text("kind", it.kind() == null ? null : it.kind().name())
              .text("stance", it.stance().name());
      case Entry.Joined it -> payload.statements("statements", it.statements());
      case Entry.Parted it ->
          payload.statements("these", it.these()).statements("those", it.those());
      case Entry.Graded it ->
          payload.statements("claim", it.claim()).number("credibility", it.credibility());
      case Entry.Discarded it -> payload.statements("claim", it.claim());
      case Entry.Related it ->
          payload
              .statements("claim", it.claim())
              .statements("other", it.other())
              .text("relation", it.relation().name());
      case Entry.Identified it ->
          payload.text("one", it.one()).text("other", it.other()).flag("same", it.same());
      case Entry.Rated it ->
          payload.text("source", it.source()).text("reliability", it.reliability().name());
      case Entry.Withdrawn it -> payload.text("source", it.source());
      case Entry.Inquired it -> inquired(payload, it);
      case Entry.Undone it -> payload.number("number", it.number());
    }
    if (entry instanceof Entry.Decided decided && !(entry instanceof Entry.Reviewed)) {
      payload.text("by", decided.by()).text("why", decided.why());
    }
    return payload.end();
  }

  private static void inquired(Payload payload, Entry.Inquired entry) {
    switch (entry) {
      case Entry.Settled it ->
          payload
              .statements("forecast", List.of(it.forecast()))
              .text("outcome", it.outcome().name())
              .statements("evidence", it.evidence());
      case Entry.Told it ->
          payload
              .statements("claim", it.claim())
              .text("teller", it.teller())
              .texts("to", it.to())
              .text("when", it.when())
              .text("through", it.through())
              .text("fact", it.fact().name())
              .text("certainty", it.certainty().name());
      case Entry.Requested it ->
          payload
              .text("to", it.to())
              .text("matter", it.matter())
              .statements("claims", it.claims())
              .text("asked", it.asked())
              .text("deadline", it.deadline());
      case Entry.Replied it ->
          payload
              .number("request", it.request())
              .text("answer", it.answer().name())
              .text("when", it.when())
              .text("words", it.words());
      case Entry.Fitted it ->
          payload
              .text("hypothesis", it.hypothesis())
              .statements("claim", it.claim())
              .text("fit", it.fit().name())
              .text("relevance", it.relevance() == null ? null : it.relevance().name());
      case Entry.Assigned it ->
          payload
              .text("question", it.question())
              .statements("claim", it.claim())
              .text("bearing", it.bearing().name());
      case Entry.Concluded it ->
          payload
              .text("question", it.question())
              .text("finding", it.finding())
              .statements("evidence", it.evidence());
      case Entry.Dismissed it ->
          payload.text("id", it.id()).statements("statements", it.statements());
    }
  }

  /// As the first version wrote it: what came later is written only where there is any.
  private static void reviewed(Payload payload, Entry.Reviewed it) {
    Correction correction = it.correction();
    payload
        .object("anchor", anchor(it.statement().anchor()))
        .text("statement", it.statement().statement())
        .text("verdict", it.verdict().name())
        .text("correctedSource", correction == null ? null : correction.source())
        .text("by", it.by())
        .text("why", it.why());
    if (correction != null && correction.kind() != null) {
      payload.text("correctedKind", correction.kind().name());
    }
    if (correction != null && correction.stance() != null) {
      payload.text("correctedStance", correction.stance().name());
    }
    if (correction != null && correction.content() != null) {
      payload.object("correctedContent", anchor(correction.content()));
    }
  }

  private Payload statements(String name, List<StatementAnchor> statements) {
    String each =
        statements.stream()
            .map(it ->
                new Payload()
                    .text("statement", it.statement())
                    .object("anchor", anchor(it.anchor()))
                    .end())
            .collect(Collectors.joining(","));
    return object(name, "[" + each + "]");
  }

  private static String anchor(Anchor anchor) {
    Payload payload = new Payload();
    payload
        .text("document", anchor.document().hex())
        .text("textHash", anchor.textHash().hex())
        .number("start", anchor.start())
        .number("end", anchor.end())
        .text("quote", anchor.quote())
        .text("before", anchor.before())
        .text("after", anchor.after())
        .text("role", anchor.role());
    if (anchor.cue() != null) {
      payload.text("cue", anchor.cue());
    }
    return payload.end();
  }

  private Payload texts(String name, List<String> values) {
    name(name);
    String comma = "[";
    for (String value : values) {
      json.append(comma);
      comma = ",";
      quote(value);
    }
    json.append(values.isEmpty() ? "[]" : "]");
    return this;
  }

  private Payload flag(String name, boolean value) {
    name(name).json.append(value);
    return this;
  }

  private Payload text(String name, @Nullable String value) {
    name(name);
    if (value == null) {
      json.append("null");
    } else {
      quote(value);
    }
    return this;
  }

  private Payload number(String name, long value) {
    name(name).json.append(value);
    return this;
  }

  private Payload object(String name, @Nullable String value) {
    name(name).json.append(value == null ? "null" : value);
    return this;
  }

  private Payload name(String name) {
    json.append(separator);
    separator = ',';
    quote(name);
    json.append(':');
    return this;
  }

  private String end() {
    return json.append('}').toString();
  }

  private void quote(String value) {
    json.append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\') {
        json.append('\\').append(c);
      } else if (c < ' ' || c == '\u007f' || isHalfAPair(value, i)) {
        json.append("\\u").append(String.format("%04x", (int) c));
      } else {
        json.append(c);
      }
    }
    json.append('"');
  }

  private static boolean isHalfAPair(String value, int i) {
    char c = value.charAt(i);
    if (Character.isHighSurrogate(c)) {
      return i + 1 == value.length() || !Character.isLowSurrogate(value.charAt(i + 1));
    }
    return Character.isLowSurrogate(c)
        && (i == 0 || !Character.isHighSurrogate(value.charAt(i - 1)));
  }
}
