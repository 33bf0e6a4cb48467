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
import java.util.Set;
import org.jspecify.annotations.Nullable;
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
  /// Enough for the longest article; a window's scores take half a megabyte, and were every
  /// character a token, so many would make some two hundred windows.
  private static final int CHARACTERS_AT_ONCE = 30_000;

  private static final Set<String> OUTPUTS = Set.of("bio", "link", "ner");

  private final OrtEnvironment environment;
  private final OrtSession session;
  private final Vocabulary vocabulary;
  private final Labels roles;
  private final Labels names;
  private final Links links;
  private final Calibration calibration;
  private final int windowPieces;
  private final int overlapPieces;
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
      overlapPieces = card.required("window").required("overlap").asInt();
      version = card.required("name").asText() + " " + card.required("version").asText();
      roles = roles(card);
      names = Labels.unweighted(strings(card.required("labels").required("ner")));
      links = links(card.required("decode"));
      calibration = Calibration.of(card.required("decode"));
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
        decode.required("content_floor").asDouble(),
        decode.required("share_min").asDouble(),
        decode.required("own_min").asDouble());
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

  /// A long text is tagged a run of sentences at a time, so that memory does not grow with it.
  @Override
  public Tagging tag(String text, List<Span> sentences, Voice voice) {
    List<Attribution> attributions = new ArrayList<>();
    List<Named> named = new ArrayList<>();
    int from = 0;
    int characters = 0;
    for (int i = 0; i < sentences.size(); i++) {
      characters += sentences.get(i).length();
      if (characters >= CHARACTERS_AT_ONCE || i == sentences.size() - 1) {
        tagRun(text, sentences.subList(from, i + 1), voice, attributions, named);
        from = i + 1;
        characters = 0;
      }
    }
    return new Tagging(attributions, named);
  }

  private void tagRun(
      String text,
      List<Span> sentences,
      Voice voice,
      List<Attribution> attributions,
      List<Named> named) {
    Tokens tokens = Tokens.of(text, sentences, vocabulary, windowPieces - 2);
    if (tokens.size() == 0) {
      return;
    }
    Emissions roleScores = new Emissions(tokens.size(), roles.names().size());
    Emissions nameScores = new Emissions(tokens.size(), names.names().size());
    WindowLinks windowLinks = new WindowLinks();
    CaseClass opening =
        switch (voice) {
          case AUTHOR -> CaseClass.OTHER;
          case SPEAKER -> CaseClass.CAPITALS;
        };
    for (Window window : Window.pack(tokens, vocabulary, windowPieces, overlapPieces, opening)) {
      score(window, roleScores, nameScores, windowLinks);
    }
    for (Run run : names.runs(nameScores.means())) {
      named.add(
          new Named(
              tokens.span(run.first(), run.past()), Mention.Kind.valueOf(run.kind()), run.score()));
    }
    for (Linked linked : links.of(roles.runs(roleScores.means()), windowLinks)) {
      attributions.add(
          new Attribution(
              spans(tokens, linked.source()),
              spans(tokens, linked.cue()),
              linked.contents().stream().map(r -> tokens.span(r.first(), r.past())).toList(),
              calibration.of(linked.score())));
    }
  }

  private static List<Span> spans(Tokens tokens, @Nullable Run run) {
    return run == null ? List.of() : List.of(tokens.span(run.first(), run.past()));
  }

  private void score(
      Window window, Emissions roleScores, Emissions nameScores, WindowLinks windowLinks) {
    long[] shape = {1, window.size()};
    try (OnnxTensor pieces = OnnxTensor.createTensor(environment, window.pieces(), shape);
        OnnxTensor cases = OnnxTensor.createTensor(environment, window.cases(), shape);
        OrtSession.Result result =
            session.run(Map.of("input_ids", pieces, "case_ids", cases), OUTPUTS)) {
      roleScores.add(window, tensor(result, "bio"));
      nameScores.add(window, tensor(result, "ner"));
      windowLinks.add(window, tensor(result, "link"));
    } catch (OrtException e) {
      throw new WhenceException("the reader's model failed: " + e.getMessage(), e);
    }
  }

  private static FloatBuffer tensor(OrtSession.Result result, String output) {
    OnnxTensor tensor = (OnnxTensor) result.get(output).orElseThrow();
    return tensor.getFloatBuffer();
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
