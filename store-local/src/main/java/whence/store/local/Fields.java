package whence.store.local;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import whence.model.Sha256;

/// The fields of one JSON object whose values are texts, whole numbers, true and false, null, such
/// objects, and lists of objects or of texts.
///
/// What is asked for and not there, or of another kind, is an [IllegalArgumentException].
final class Fields {
  private static final JsonFactory JSON = new JsonFactory();

  private final Map<String, Object> values = new HashMap<>();

  private Fields() {}

  /// @throws IOException if `json` is not one such object
  static Fields of(String json) throws IOException {
    try (JsonParser parser = JSON.createParser(json)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new IOException("no object");
      }
      Fields fields = object(parser);
      if (parser.nextToken() != null) {
        throw new IOException("more than one object");
      }
      return fields;
    }
  }

  private static Fields object(JsonParser parser) throws IOException {
    Fields fields = new Fields();
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      switch (parser.nextToken()) {
        case VALUE_STRING -> fields.values.put(name, parser.getText());
        case VALUE_NUMBER_INT -> fields.values.put(name, parser.getLongValue());
        case VALUE_TRUE -> fields.values.put(name, true);
        case VALUE_FALSE -> fields.values.put(name, false);
        case START_OBJECT -> fields.values.put(name, object(parser));
        case START_ARRAY -> fields.values.put(name, items(parser, name));
        case VALUE_NULL -> fields.values.remove(name);
        case null, default -> throw new IOException(name + " is neither text nor whole number");
      }
    }
    return fields;
  }

  private record Items(List<Object> list) {}

  private static Items items(JsonParser parser, String name) throws IOException {
    List<Object> list = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      switch (parser.currentToken()) {
        case START_OBJECT -> list.add(object(parser));
        case VALUE_STRING -> list.add(parser.getText());
        case null, default -> throw new IOException(name + " holds neither objects nor texts");
      }
    }
    return new Items(list);
  }

  String text(String name) {
    return value(name, String.class);
  }

  long number(String name) {
    return value(name, Long.class);
  }

  int whole(String name) {
    long value = number(name);
    if (value != (int) value) {
      throw new IllegalArgumentException(name + " is too large: " + value);
    }
    return (int) value;
  }

  Fields inner(String name) {
    return value(name, Fields.class);
  }

  @Nullable Fields maybeInner(String name) {
    return values.containsKey(name) ? inner(name) : null;
  }

  List<Fields> list(String name) {
    return list(name, Fields.class);
  }

  List<String> texts(String name) {
    return list(name, String.class);
  }

  private <T> List<T> list(String name, Class<T> type) {
    List<T> list = new ArrayList<>();
    for (Object item : value(name, Items.class).list()) {
      if (!type.isInstance(item)) {
        throw new IllegalArgumentException(name + " holds something else");
      }
      list.add(type.cast(item));
    }
    return list;
  }

  boolean flag(String name) {
    return value(name, Boolean.class);
  }

  Sha256 hash(String name) {
    return new Sha256(text(name));
  }

  @Nullable String maybeText(String name) {
    return values.containsKey(name) ? text(name) : null;
  }

  @Nullable Sha256 maybeHash(String name) {
    return values.containsKey(name) ? hash(name) : null;
  }

  private <T> T value(String name, Class<T> type) {
    Object value = values.get(name);
    if (!type.isInstance(value)) {
      throw new IllegalArgumentException("no " + name);
    }
    return type.cast(value);
  }
}
