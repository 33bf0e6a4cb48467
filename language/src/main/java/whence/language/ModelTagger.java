package whence.language;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import whence.language.Labels.Run;
import whence.language.Links.Linked;
import whence.model.Mention;
import whence.model.Span;
import whence.model.WhenceException;
import whence.read.Tagger;

/// Tags with the trained model. Every window is run by itself, so that what a text's tagging is
/// does not depend on what else is being tagged (a quantized encoder's scores depend on what shares
/// its batch). Safe for use by several threads.
public final class ModelTagger implements Tagger, AutoCloseable {
  private final OrtEnvironment environment;
  private final OrtSession session;
  private final Vocabulary vocabulary;
  private final Labels roles;
  private final Labels names;
  private final Links links;
  private final int windowPieces;
  private final String version;

  /// @param folder with `reader.onnx`, `vocab.txt` and `model.json`
  /// @param threads that one window may use; 1 where several documents are read at once
  /// @throws WhenceException naming the file that is missing or cannot be used
  public ModelTagger(Path folder, int threads) {
    Path weights = folder.resolve("reader.onnx");
    try {
      JsonNode card = new JsonMapper().readTree(Files.readString(folder.resolve("model.json")));
      vocabulary = Vocabulary.read(folder.resolve("vocab.txt"));
      windowPieces = card.required("window").required("pieces").asInt();
      version = card.required("name").asText() + " " + card.required("version").asText();
      roles = roles(card);
      names = Labels.unweighted(strings(card.required("labels").required("ner")));
      links = links(card.required("decode"));
      environment = OrtEnvironment.getEnvironment();
      try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
        options.setIntraOpNumThreads(threads);
        options.setInterOpNumThreads(1);
        session = environment.createSession(weights.toString(), options);
      }
    } catch (IOException e) {
      throw new WhenceException(
          folder + ": the reader's model cannot be read (" + e.getMessage() + "); build again", e);
    } catch (OrtException e) {
      throw new WhenceException(
          weights + ": not a model this program can run (" + e.getMessage() + "); build again", e);
    }
  }

  private static Labels roles(JsonNode card) {
    List<String> labels = strings(card.required("labels").required("bio"));
    JsonNode decode = card.required("decode");
    double lambda = decode.required("lambda").asDouble();
    int n = labels.size();
    double[][] weights = new double[n][n];
    double[] opening = new double[n];
    for (int from = 0; from < n; from++) {
      opening[from] = lambda * decode.required("start").get(from).asDouble();
      for (int to = 0; to < n; to++) {
        weights[from][to] = lambda * decode.required("transitions").get(from).get(to).asDouble();
      }
    }
    return Labels.weighted(labels, weights, opening);
  }

  private static Links links(JsonNode decode) {
    return new Links(
        decode.required("source_min").asDouble(),
        decode.required("content_min").asDouble(),
        decode.required("content_floor").asDouble());
  }

  private static List<String> strings(JsonNode array) {
    List<String> strings = new ArrayList<>();
    array.forEach(item -> strings.add(item.asText()));
    return strings;
  }

  @Override
  public String version() {
    return version;
  }

  @Override
  public Tagging tag(String text, List<Span> sentences) {
    List<Attribution> attributions = new ArrayList<>();
    List<Named> named = new ArrayList<>();
    Scored before = null;
    List<Scored> scored = new ArrayList<>();
    for (Window window : Window.pack(text, sentences, vocabulary, windowPieces)) {
      Scored now = score(window, named);
      if (before != null) {
        before.takeContinuation(now);
      }
      scored.add(now);
      before = now;
    }
    for (Scored window : scored) {
      for (Linked linked : window.linked) {
        attributions.add(
            new Attribution(
                linked.source() == null ? List.of() : List.of(window.span(linked.source())),
                linked.cue() == null ? List.of() : List.of(window.span(linked.cue())),
                linked.contents().stream().map(window::span).toList(),
                linked.score()));
      }
    }
    return new Tagging(attributions, named);
  }

  /// A window with its runs linked.
  private static final class Scored {
    private final Window window;
    private final List<Run> runs;
    private final List<Linked> linked;

    /// Where the last run really ends, if it goes on in the next window.
    private int lastRunEnd = -1;

    Scored(Window window, List<Run> runs, List<Linked> linked) {
      this.window = window;
      this.runs = runs;
      this.linked = new ArrayList<>(linked);
    }

    /// A run that opens the next window in its midst belongs to the run that ends this one.
    void takeContinuation(Scored next) {
      if (runs.isEmpty() || next.runs.isEmpty()) {
        return;
      }
      Run last = runs.getLast();
      Run first = next.runs.getFirst();
      boolean joined =
          first.goesOn()
              && first.kind().equals(last.kind())
              && last.past() == window.tokens().size();
      if (joined) {
        lastRunEnd = next.window.tokens().get(first.past() - 1).span().end();
        next.linked.removeIf(one -> one.cue() == null && one.contents().contains(first));
      }
    }

    Span span(Run run) {
      int end =
          lastRunEnd >= 0 && run.equals(runs.getLast())
              ? lastRunEnd
              : window.tokens().get(run.past() - 1).span().end();
      return new Span(window.tokens().get(run.first()).span().start(), end);
    }
  }

  private Scored score(Window window, List<Named> named) {
    int length = window.size();
    long[] shape = {1, length};
    try (OnnxTensor pieces = OnnxTensor.createTensor(environment, window.pieces(), shape);
        OnnxTensor cases = OnnxTensor.createTensor(environment, window.cases(), shape);
        OrtSession.Result result = session.run(Map.of("input_ids", pieces, "case_ids", cases))) {
      FloatBuffer link = tensor(result, "link");
      List<Run> runs = roles.runs(rows(window, tensor(result, "bio"), roles.names().size()));
      for (Run run : names.runs(rows(window, tensor(result, "ner"), names.names().size()))) {
        named.add(
            new Named(
                new Span(
                    window.tokens().get(run.first()).span().start(),
                    window.tokens().get(run.past() - 1).span().end()),
                Mention.Kind.valueOf(run.kind()),
                run.score()));
      }
      Links.Scores scores =
          new Links.Scores() {
            @Override
            public double probability(int cue, int token, Links.Kind kind) {
              return linkProbability(
                  link, length, window.firstPiece(cue), window.firstPiece(token), kind);
            }

            @Override
            public int sentencesApart(int one, int other) {
              return Math.abs(window.sentence(one) - window.sentence(other));
            }
          };
      return new Scored(window, runs, links.of(runs, scores));
    } catch (OrtException e) {
      throw new WhenceException("the reader's model failed: " + e.getMessage(), e);
    }
  }

  private static FloatBuffer tensor(OrtSession.Result result, String output) {
    OnnxTensor tensor = (OnnxTensor) result.get(output).orElseThrow();
    return tensor.getFloatBuffer();
  }

  private static double[][] rows(Window window, FloatBuffer logits, int labels) {
    double[][] rows = new double[window.tokens().size()][];
    float[] row = new float[labels];
    for (int token = 0; token < rows.length; token++) {
      logits.get(window.firstPiece(token) * labels, row);
      rows[token] = Labels.logSoftmax(row);
    }
    return rows;
  }

  private static double linkProbability(
      FloatBuffer links, int length, int cuePiece, int piece, Links.Kind kind) {
    float[] row = new float[3];
    links.get((cuePiece * length + piece) * 3, row);
    return Math.exp(Labels.logSoftmax(row)[kind.column]);
  }

  @Override
  public void close() {
    try {
      session.close();
    } catch (OrtException e) {
      throw new WhenceException("the reader's model could not be closed: " + e.getMessage(), e);
    }
  }
}
