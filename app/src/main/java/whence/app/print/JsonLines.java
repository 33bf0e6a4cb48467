package whence.app.print;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// JSON Lines: UTF-8, one object a line, fields in the order they are written. Absent is null,
/// never left out; numbers have at most four decimals.
public final class JsonLines implements Closeable {
  private static final int DECIMALS = 4;

  private final JsonGenerator json;

  public JsonLines(OutputStream out) {
    try {
      this.json =
          new JsonFactory()
              .createGenerator(out)
              .configure(JsonGenerator.Feature.AUTO_CLOSE_TARGET, false)
              .disable(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM)
              .setRootValueSeparator(null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Writes one line.
  public void line(Consumer<JsonLines> fields) {
    try {
      json.writeStartObject();
      fields.accept(this);
      json.writeEndObject();
      json.writeRaw('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public JsonLines text(String name, @Nullable String value) {
    try {
      json.writeFieldName(name);
      if (value == null) {
        json.writeNull();
      } else {
        json.writeString(value);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  /// A constant's name in lower case, its words joined by `between`.
  public JsonLines word(String name, @Nullable Enum<?> value, String between) {
    return text(name, value == null ? null : word(value, between));
  }

  public JsonLines word(String name, @Nullable Enum<?> value) {
    return word(name, value, "-");
  }

  public static String word(Enum<?> value, String between) {
    return value.name().toLowerCase(Locale.ROOT).replace("_", between);
  }

  public JsonLines number(String name, @Nullable Integer value) {
    try {
      json.writeFieldName(name);
      if (value == null) {
        json.writeNull();
      } else {
        json.writeNumber(value);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  public JsonLines number(String name, @Nullable Double value) {
    try {
      json.writeFieldName(name);
      if (value == null) {
        json.writeNull();
      } else {
        BigDecimal rounded =
            BigDecimal.valueOf(value)
                .setScale(DECIMALS, RoundingMode.HALF_EVEN)
                .stripTrailingZeros();
        json.writeNumber(rounded.scale() < 0 ? rounded.setScale(0) : rounded);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  public JsonLines flag(String name, boolean value) {
    try {
      json.writeBooleanField(name, value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  public JsonLines texts(String name, Collection<String> values) {
    try {
      json.writeArrayFieldStart(name);
      for (String value : values) {
        json.writeString(value);
      }
      json.writeEndArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  public JsonLines numbers(int... values) {
    try {
      json.writeStartArray();
      for (int value : values) {
        json.writeNumber(value);
      }
      json.writeEndArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  public <T> JsonLines object(String name, @Nullable T value, Consumer<T> fields) {
    try {
      json.writeFieldName(name);
      if (value == null) {
        json.writeNull();
      } else {
        json.writeStartObject();
        fields.accept(value);
        json.writeEndObject();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  public <T> JsonLines objects(String name, Collection<T> values, Consumer<T> fields) {
    return array(
        name,
        values,
        value -> {
          try {
            json.writeStartObject();
            fields.accept(value);
            json.writeEndObject();
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  /// An array whose elements `element` writes.
  public <T> JsonLines array(String name, Collection<T> values, Consumer<T> element) {
    try {
      json.writeArrayFieldStart(name);
      values.forEach(element);
      json.writeEndArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  @Override
  public void close() {
    try {
      json.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
