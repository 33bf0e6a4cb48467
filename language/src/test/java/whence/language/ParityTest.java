package whence.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import whence.model.Span;
import whence.read.Tagger.Attribution;
import whence.read.Tagger.Tagging;
import whence.read.Tagger.Voice;

/// What the training wrote down of invented sentences, tokens, pieces and tags alike, the JVM must
/// give as well.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ParityTest {
  private static final Path MODEL = Path.of("model");

  /// Two labels this near each other may change places on another processor.
  private static final double NEAR_TIE = 0.1;

  private final List<JsonNode> sentences = new ArrayList<>();
  private final ModelTagger tagger = new ModelTagger(MODEL, 1);

  @BeforeAll
  void open() throws IOException {
    JsonNode parity = new JsonMapper().readTree(Files.readString(MODEL.resolve("parity.json")));
    parity.required("sentences").forEach(sentences::add);
  }

  @AfterAll
  void close() {
    tagger.close();
  }

  private static Span whole(String text) {
    return new Span(0, text.length());
  }

  private static List<Integer> integers(JsonNode array) {
    List<Integer> integers = new ArrayList<>();
    array.forEach(item -> integers.add(item.asInt()));
    return integers;
  }

  @Test
  void thereIsSomethingToCompare() {
    assertTrue(sentences.size() >= 30, () -> sentences.size() + " sentences");
  }

  @Test
  void tokensAndPiecesAreTheTrainings() throws IOException {
    Vocabulary vocabulary = Vocabulary.read(MODEL.resolve("vocab.txt"));
    for (JsonNode sentence : sentences) {
      String text = sentence.required("text").asText();
      Tokens all = Tokens.of(text, List.of(whole(text)), vocabulary, 190);
      List<Window> windows = Window.pack(all, vocabulary, 192, 48, CaseClass.OTHER);
      assertEquals(1, windows.size(), text);
      Window window = windows.getFirst();
      List<Integer> pieces = new ArrayList<>();
      List<Integer> cases = new ArrayList<>();
      for (int i = 0; i < window.size(); i++) {
        pieces.add((int) window.pieces().get(i));
        cases.add((int) window.cases().get(i));
      }
      List<List<Integer>> tokens = new ArrayList<>();
      for (int i = 0; i < all.size(); i++) {
        tokens.add(List.of(all.get(i).span().start(), all.get(i).span().end()));
      }
      List<List<Integer>> expected = new ArrayList<>();
      sentence.required("tokens").forEach(token -> expected.add(integers(token)));
      assertEquals(expected, tokens, text);
      assertEquals(integers(sentence.required("input_ids")), pieces, text);
      assertEquals(integers(sentence.required("case_ids")), cases, text);
    }
  }

  @Test
  void attributionsAreTheTrainings() {
    for (JsonNode sentence : sentences) {
      if (sentence.required("least_margin").asDouble() < NEAR_TIE) {
        continue;
      }
      String text = sentence.required("text").asText();
      Tagging tagging = tagger.tag(text, List.of(whole(text)), Voice.AUTHOR);
      List<String> found =
          tagging.attributions().stream()
              .filter(one -> !one.cue().isEmpty())
              .map(one -> written(one))
              .sorted()
              .toList();
      List<String> expected = new ArrayList<>();
      for (JsonNode one : sentence.required("attributions")) {
        if (one.required("source").size() + one.required("content").size() > 0) {
          expected.add(written(sentence, one));
        }
      }
      assertEquals(expected.stream().sorted().toList(), found, text);
    }
  }

  private static String written(Attribution one) {
    return one.source() + " " + one.cue() + " " + one.content();
  }

  private static String written(JsonNode sentence, JsonNode one) {
    List<List<Span>> parts = new ArrayList<>();
    for (String role : List.of("source", "cue", "content")) {
      List<Span> spans = new ArrayList<>();
      for (JsonNode tokens : one.required(role)) {
        JsonNode first = sentence.required("tokens").get(tokens.get(0).asInt());
        JsonNode last = sentence.required("tokens").get(tokens.get(1).asInt() - 1);
        spans.add(new Span(first.get(0).asInt(), last.get(1).asInt()));
      }
      parts.add(spans);
    }
    return parts.get(0) + " " + parts.get(1) + " " + parts.get(2);
  }

  @Test
  void theSameTextGivesTheSameWhateverWasTaggedBefore() {
    String text = sentences.getFirst().required("text").asText();
    Tagging first = tagger.tag(text, List.of(whole(text)), Voice.AUTHOR);
    for (JsonNode other : sentences) {
      String otherText = other.required("text").asText();
      tagger.tag(otherText, List.of(whole(otherText)), Voice.AUTHOR);
    }
    assertEquals(first, tagger.tag(text, List.of(whole(text)), Voice.AUTHOR));
  }

  @Test
  void everySpanLiesInTheText() {
    for (JsonNode sentence : sentences) {
      String text = sentence.required("text").asText();
      Tagging tagging = tagger.tag(text, List.of(whole(text)), Voice.AUTHOR);
      tagging.names().forEach(name -> assertTrue(whole(text).contains(name.span())));
      for (Attribution one : tagging.attributions()) {
        for (List<Span> part : List.of(one.source(), one.cue(), one.content())) {
          part.forEach(span -> assertTrue(whole(text).contains(span), text));
        }
      }
    }
  }
}
