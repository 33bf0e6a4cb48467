package whence.store;

import org.jspecify.annotations.Nullable;
import whence.model.Anchor;
import whence.model.Entry;

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
      case Entry.Reviewed it ->
          payload
              .object("anchor", anchor(it.anchor()))
              .text("statement", it.statement())
              .text("verdict", it.verdict().name())
              .text("correctedSource", it.correctedSource())
              .text("by", it.by())
              .text("why", it.why());
      case Entry.Removed it ->
          payload.text("document", it.document().hex()).text("by", it.by()).text("why", it.why());
      case Entry.Consulted it ->
          payload
              .text("document", it.document().hex())
              .text("by", it.by())
              .text("purpose", it.purpose());
    }
    return payload.end();
  }

  private static String anchor(Anchor anchor) {
    return new Payload()
        .text("document", anchor.document().hex())
        .text("textHash", anchor.textHash().hex())
        .number("start", anchor.start())
        .number("end", anchor.end())
        .text("quote", anchor.quote())
        .text("before", anchor.before())
        .text("after", anchor.after())
        .text("role", anchor.role())
        .end();
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

  private Payload object(String name, String value) {
    name(name).json.append(value);
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
