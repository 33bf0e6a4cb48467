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
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import whence.language.Labels.Run;
import whence.language.Links.Linked;
import whence.model.Mention;
import whence.model.Span;
import whence.model.WhenceException;
import whence.read.Tagger;

/// Tags with the trained model. Only windows of one text are run together, so that what a text's
/// tagging is does not depend on what else is being tagged (a quantized encoder's scores depend on
/// what shares its run). Safe for use by several threads.
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
  private final ExecutorService threads;

  /// @param folder with `reader.onnx`, `vocab.txt` and `model.json`
  /// @param threads how many windows may be run at once, whoever asks for them
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
        options.setIntraOpNumThreads(1);
        options.setInterOpNumThreads(1);
        session = environment.createSession(weights.toString(), options);
      }
      this.threads = Executors.newFixedThreadPool(threads, Thread.ofPlatform().daemon().factory());
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

  @Override
  public Tagging tag(String text, List<Span> sentences, Voice voice) {
    List<Attribution> attributions = new ArrayList<>();
    List<Named> named = new ArrayList<>();
    for (List<Span> run : runs(sentences)) {
      Tagging tagging = decoded(List.of(part(text, run, voice))).getFirst();
      attributions.addAll(tagging.attributions());
      named.addAll(tagging.names());
    }
    return new Tagging(attributions, named);
  }

  @Override
  public List<Tagging> tagEach(String text, List<Span> sentences, Voice voice) {
    List<Tagging> taggings = new ArrayList<>();
    for (List<Span> run : runs(sentences)) {
      List<Part> parts = run.stream().map(one -> part(text, List.of(one), voice)).toList();
      taggings.addAll(decoded(parts));
    }
    return taggings;
  }

  /// A long text is tagged a run of sentences at a time, so that memory does not grow with it.
  private static List<List<Span>> runs(List<Span> sentences) {
    List<List<Span>> runs = new ArrayList<>();
    int from = 0;
    int characters = 0;
    for (int i = 0; i < sentences.size(); i++) {
      characters += sentences.get(i).length();
      if (characters >= CHARACTERS_AT_ONCE || i == sentences.size() - 1) {
        runs.add(sentences.subList(from, i + 1));
        from = i + 1;
        characters = 0;
      }
    }
    return runs;
  }

  /// Tokens that are decoded together, and the windows that score them.
  private record Part(Tokens tokens, List<Window> windows) {}

  private Part part(String text, List<Span> sentences, Voice voice) {
    Tokens tokens = Tokens.of(text, sentences, vocabulary, windowPieces - 2);
    CaseClass opening =
        switch (voice) {
          case AUTHOR -> CaseClass.OTHER;
          case SPEAKER -> CaseClass.CAPITALS;
        };
    return new Part(tokens, Window.pack(tokens, vocabulary, windowPieces, overlapPieces, opening));
  }

  private List<Tagging> decoded(List<Part> parts) {
    Iterator<Scores> scores =
        scored(parts.stream().flatMap(part -> part.windows().stream()).toList()).iterator();
    return parts.stream().map(part -> decoded(part, scores)).toList();
  }

  /// @param scores of this part's windows, then of the next one's
  private Tagging decoded(Part part, Iterator<Scores> scores) {
    Tokens tokens = part.tokens();
    if (tokens.size() == 0) {
      return new Tagging(List.of(), List.of());
    }
    Emissions roleScores = new Emissions(tokens.size(), roles.names().size());
    Emissions nameScores = new Emissions(tokens.size(), names.names().size());
    WindowLinks windowLinks = new WindowLinks();
    for (Window window : part.windows()) {
      Scores given = scores.next();
      roleScores.add(window, given.roles());
      nameScores.add(window, given.names());
      windowLinks.add(window, given.links());
    }
    return new Tagging(
        links.of(roles.runs(roleScores.means()), windowLinks).stream()
            .map(linked -> attribution(tokens, linked))
            .toList(),
        names.runs(nameScores.means()).stream().map(run -> named(tokens, run)).toList());
  }

  private Attribution attribution(Tokens tokens, Linked linked) {
    return new Attribution(
        spans(tokens, linked.source()),
        spans(tokens, linked.cue()),
        linked.contents().stream().map(r -> tokens.span(r.first(), r.past())).toList(),
        calibration.of(linked.score()));
  }

  private static Named named(Tokens tokens, Run run) {
    return new Named(
        tokens.span(run.first(), run.past()), Mention.Kind.valueOf(run.kind()), run.score());
  }

  private static List<Span> spans(Tokens tokens, @Nullable Run run) {
    return run == null ? List.of() : List.of(tokens.span(run.first(), run.past()));
  }

  private record Scores(FloatBuffer roles, FloatBuffer names, FloatBuffer links) {}

  /// The windows' scores, in the windows' order.
  private List<Scores> scored(List<Window> windows) {
    List<Callable<List<Scores>>> tasks = new ArrayList<>();
    Packed.inOrder(windows, windowPieces).forEach(packed -> tasks.add(() -> scored(packed)));
    try {
      List<Scores> scores = new ArrayList<>();
      for (Future<List<Scores>> future : threads.invokeAll(tasks)) {
        scores.addAll(future.get());
      }
      return scores;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new WhenceException("stopped while reading", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof WhenceException known
          ? known
          : new WhenceException("the reader's model failed: " + e.getCause(), e);
    }
  }

  private List<Scores> scored(Packed packed) {
    long[] shape = {1, packed.size()};
    try (OnnxTensor pieces = OnnxTensor.createTensor(environment, packed.pieces(), shape);
        OnnxTensor cases = OnnxTensor.createTensor(environment, packed.cases(), shape);
        OnnxTensor starts = OnnxTensor.createTensor(environment, packed.starts(), shape);
        OrtSession.Result result =
            session.run(
                Map.of("input_ids", pieces, "case_ids", cases, "starts", starts), OUTPUTS)) {
      List<FloatBuffer> roleRows = packed.rows(tensor(result, "bio"), roles.names().size());
      List<FloatBuffer> nameRows = packed.rows(tensor(result, "ner"), names.names().size());
      List<FloatBuffer> linkRows = packed.pairs(tensor(result, "link"), WindowLinks.COLUMNS);
      return IntStream.range(0, packed.windows().size())
          .mapToObj(i -> new Scores(roleRows.get(i), nameRows.get(i), linkRows.get(i)))
          .toList();
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
    threads.close();
    try {
      session.close();
    } catch (OrtException e) {
      throw new WhenceException("the reader's model could not be closed: " + e.getMessage(), e);
    }
  }
}
