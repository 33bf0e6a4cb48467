package whence.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import whence.model.Span;
import whence.model.WhenceException;

/// PolNeAR's dev part (Newell et al., LREC 2018): articles with the attributions that people marked
/// in them. A document annotated several times counts once, with the annotation whose id comes
/// first.
///
/// @param articles by document name
record PolNear(List<Marked> articles) {
  static final String ANNOTATIONS = "attribution/polnear-dev.jsonl.gz";
  static final String TEXTS = "attribution/polnear-dev-text.tar.gz";

  PolNear {
    articles = List.copyOf(articles);
  }

  /// @param name of the file with the text
  record Marked(String name, String text, List<Said> said) {}

  static PolNear read(Path annotations, Path texts) throws IOException {
    Map<String, JsonNode> first = new TreeMap<>();
    JsonMapper mapper = new JsonMapper();
    for (String line : Archive.lines(annotations)) {
      JsonNode annotation = mapper.readTree(line);
      first.merge(
          annotation.required("doc").asText(),
          annotation,
          (one, other) -> id(one).compareTo(id(other)) <= 0 ? one : other);
    }
    Map<String, String> files = Archive.texts(texts);
    List<Marked> articles = new ArrayList<>();
    first.forEach((document, annotation) -> {
      String name = document + ".txt";
      String text = files.get(name);
      if (text == null) {
        throw new WhenceException(texts + ": holds no " + name + "; fetch the data again");
      }
      articles.add(new Marked(name, text, said(text, annotation)));
    });
    return new PolNear(articles);
  }

  private static String id(JsonNode annotation) {
    return annotation.required("id").asText();
  }

  /// @param annotation with token spans, whose tokens' offsets are code points of `text`
  static List<Said> said(String text, JsonNode annotation) {
    int[] codeUnits = codeUnits(text);
    JsonNode starts = annotation.required("start");
    JsonNode ends = annotation.required("end");
    List<Said> said = new ArrayList<>();
    for (JsonNode attribution : annotation.required("attributions")) {
      List<List<Span>> roles = new ArrayList<>();
      for (String role : Said.ROLES) {
        List<Span> spans = new ArrayList<>();
        for (JsonNode tokens : attribution.required(role)) {
          spans.add(
              new Span(
                  codeUnits[starts.required(tokens.required(0).asInt()).asInt()],
                  codeUnits[ends.required(tokens.required(1).asInt() - 1).asInt()]));
        }
        roles.add(spans);
      }
      said.add(new Said(roles.get(0), roles.get(1), roles.get(2), 1));
    }
    return said;
  }

  /// The UTF-16 offset of every code point of `text`, and of its end.
  private static int[] codeUnits(String text) {
    int[] offsets = new int[text.codePointCount(0, text.length()) + 1];
    int at = 0;
    for (int i = 0; i < offsets.length - 1; i++) {
      offsets[i] = at;
      at += Character.charCount(text.codePointAt(at));
    }
    offsets[offsets.length - 1] = at;
    return offsets;
  }
}
