package whence.store.local;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import whence.model.Sha256;

/// What is derived as compressed JSON, a record's components by their names. It is never read by
/// another version, which derives anew, so that nothing here needs to stay as it is.
final class DerivedJson {
  // Escaping all but ASCII keeps halves of surrogate pairs, which UTF-8 cannot hold.
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addMixIn(Sha256.class, HashAsText.class)
          .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
          .build();

  private DerivedJson() {}

  private abstract static class HashAsText {
    @JsonCreator
    HashAsText(String hex) {
      throw new AssertionError("carries annotations only: " + hex);
    }

    @JsonValue
    abstract String hex();
  }

  static String text(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("cannot be written as JSON: " + value.getClass(), e);
    }
  }

  static <T> T read(String json, Class<T> type) throws IOException {
    return JSON.readValue(json, type);
  }

  static byte[] compressed(Object value) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Deflater fast = new Deflater(3);
    try (DeflaterOutputStream out = new DeflaterOutputStream(bytes, fast)) {
      JSON.writeValue(out, value);
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    } finally {
      fast.end();
    }
    return bytes.toByteArray();
  }

  static <T> T expand(byte[] compressed, Class<T> type) throws IOException {
    try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(compressed))) {
      return JSON.readValue(in, type);
    }
  }
}
