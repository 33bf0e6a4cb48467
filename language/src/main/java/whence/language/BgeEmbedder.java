package whence.language;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import whence.language.BasicTokens.BasicToken;
import whence.model.Span;
import whence.model.WhenceException;
import whence.weigh.Embedder;

/// BGE-small-en-v1.5 (Xiao et al., C-Pack, 2023; MIT licence), quantized to 8 bits, from the class
/// path. Every text is run by itself: a quantized encoder's numbers depend on what shares its
/// batch. Safe for use by several threads.
public final class BgeEmbedder implements Embedder, AutoCloseable {
  private static final String WEIGHTS = "/bge-small-en-v1.5-q.onnx";
  private static final String TOKENIZER = "/bge-small-en-v1.5-q-tokenizer.json";
  private static final String OUTPUT = "last_hidden_state";
  private static final int DIMENSIONS = 384;

  /// More than the model takes would be cut off; a text of half of that is long already.
  private static final int MOST_PIECES = 256;

  /// So many characters have more than `MOST_PIECES` pieces.
  private static final int MOST_CHARACTERS = 16_384;

  /// From the model's card: what to put before a short text that looks for longer ones.
  private static final String INSTRUCTION =
      "Represent this sentence for searching relevant passages: ";

  private final OrtEnvironment environment;
  private final OrtSession session;
  private final Vocabulary vocabulary;

  /// Loads the model, which takes a third of a second.
  ///
  /// @throws WhenceException if it is missing or cannot be used
  public BgeEmbedder() {
    try {
      vocabulary = vocabulary();
      environment = OrtEnvironment.getEnvironment();
      try (OrtSession.SessionOptions options = new OrtSession.SessionOptions();
          InputStream weights = resource(WEIGHTS)) {
        options.setIntraOpNumThreads(1);
        options.setInterOpNumThreads(1);
        session = environment.createSession(weights.readAllBytes(), options);
      }
    } catch (IOException e) {
      throw new WhenceException(
          "the model of meaning cannot be read (" + e.getMessage() + "); build again", e);
    } catch (OrtException e) {
      throw new WhenceException(
          WEIGHTS + ": not a model this program can run (" + e.getMessage() + "); build again", e);
    }
  }

  private static Vocabulary vocabulary() throws IOException {
    try (InputStream tokenizer = resource(TOKENIZER)) {
      JsonNode pieces = new JsonMapper().readTree(tokenizer).required("model").required("vocab");
      Map<String, Integer> ids = HashMap.newHashMap(pieces.size());
      pieces.properties().forEach(piece -> ids.put(piece.getKey(), piece.getValue().asInt()));
      return Vocabulary.of(ids);
    }
  }

  private static InputStream resource(String name) throws IOException {
    InputStream found = BgeEmbedder.class.getResourceAsStream(name);
    if (found == null) {
      throw new FileNotFoundException(name + " is not on the class path");
    }
    return found;
  }

  @Override
  public int dimensions() {
    return DIMENSIONS;
  }

  @Override
  public float[] passage(String text) {
    return embed(text);
  }

  @Override
  public float[] query(String text) {
    return embed(INSTRUCTION + text);
  }

  /// Texts on other matters lie between .3 and .5 with this model.
  @Override
  public double unrelated() {
    return 0.5;
  }

  @Override
  public String version() {
    return "bge-small-en-v1.5-q";
  }

  /// The direction of the first piece's last state, as the model was trained.
  private float[] embed(String text) {
    long[] pieces = pieces(text);
    long[] shape = {1, pieces.length};
    long[] seen = new long[pieces.length];
    Arrays.fill(seen, 1);
    try (OnnxTensor ids = OnnxTensor.createTensor(environment, LongBuffer.wrap(pieces), shape);
        OnnxTensor mask = OnnxTensor.createTensor(environment, LongBuffer.wrap(seen), shape);
        OnnxTensor types =
            OnnxTensor.createTensor(environment, LongBuffer.wrap(new long[seen.length]), shape);
        OrtSession.Result result =
            session.run(
                Map.of("input_ids", ids, "attention_mask", mask, "token_type_ids", types),
                Set.of(OUTPUT))) {
      float[] first = new float[DIMENSIONS];
      ((OnnxTensor) result.get(OUTPUT).orElseThrow()).getFloatBuffer().get(0, first);
      return unit(first);
    } catch (OrtException e) {
      throw new WhenceException("the model of meaning failed: " + e.getMessage(), e);
    }
  }

  private long[] pieces(String text) {
    long[] pieces = new long[MOST_PIECES];
    int size = 0;
    pieces[size++] = vocabulary.open;
    Span looked = new Span(0, Math.min(text.length(), MOST_CHARACTERS));
    for (BasicToken token : BasicTokens.of(text, looked)) {
      for (int piece : vocabulary.pieces(token.normal())) {
        if (size < MOST_PIECES - 1) {
          pieces[size++] = piece;
        }
      }
    }
    pieces[size++] = vocabulary.close;
    return Arrays.copyOf(pieces, size);
  }

  private static float[] unit(float[] vector) {
    double squares = 0;
    for (float each : vector) {
      squares += (double) each * each;
    }
    double length = Math.sqrt(squares);
    float[] unit = new float[vector.length];
    for (int i = 0; i < unit.length; i++) {
      unit[i] = length == 0 ? 0 : (float) (vector[i] / length);
    }
    return unit;
  }

  @Override
  public void close() {
    try {
      session.close();
    } catch (OrtException e) {
      throw new WhenceException("the model of meaning could not be closed: " + e.getMessage(), e);
    }
  }
}
