package whence.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import whence.language.ModelTagger;
import whence.model.Passage;
import whence.model.Span;
import whence.model.Statement;
import whence.model.Text;
import whence.read.Reader;
import whence.read.Tagger;

/// Who says what, against PolNeAR's dev part: the tagger, the reader around it, and the program as
/// its users have it.
final class AttributionMeasure implements Measure {
  private interface Finder {
    List<Said> find(PolNear.Marked article) throws IOException;
  }

  @Override
  public String name() {
    return "attribution";
  }

  @Override
  public String says() {
    return "exact F1 on PolNeAR dev, outermost attributions, 95 % intervals over documents";
  }

  @Override
  public void take(Setting setting, Sheet sheet) throws IOException {
    Optional<Path> annotations = setting.shared(PolNear.ANNOTATIONS);
    Optional<Path> texts = setting.shared(PolNear.TEXTS);
    if (annotations.isEmpty() || texts.isEmpty()) {
      sheet.note("not measured: no shared " + PolNear.ANNOTATIONS);
      return;
    }
    PolNear polNear = PolNear.read(annotations.get(), texts.get());
    sheet.note(
        "%d documents, %,d attributions, %,d resamples"
            .formatted(
                polNear.articles().size(),
                polNear.articles().stream().mapToInt(article -> article.said().size()).sum(),
                Bootstrap.RESAMPLES));
    if (setting.hasModel()) {
      try (ModelTagger tagger = setting.tagger(Runtime.getRuntime().availableProcessors())) {
        sheet.note("the tagger alone:");
        agreement(polNear, article -> tagged(tagger, article)).print(sheet, setting.seed());
        sheet.note("the reader:");
        Reader reader = new Reader(tagger);
        Agreement agreement = agreement(polNear, article -> read(reader, article));
        agreement.print(sheet, setting.seed());
        Reliability.of(agreement.judged()).print(sheet);
      }
    } else {
      sheet.note("tagger and reader: not measured, no model");
    }
    if (Files.isExecutable(setting.program())) {
      sheet.note("the program, whence read and whence statements --json:");
      Map<String, List<Said>> found = byProgram(setting, polNear);
      agreement(polNear, article -> found.getOrDefault(article.name(), List.of()))
          .print(sheet, setting.seed());
    } else {
      sheet.note("the program: not measured, there is none at " + setting.program());
    }
  }

  private static Agreement agreement(PolNear polNear, Finder finder) throws IOException {
    Agreement agreement = new Agreement();
    for (PolNear.Marked article : polNear.articles()) {
      agreement.add(article.text(), article.said(), finder.find(article));
    }
    return agreement;
  }

  private static List<Said> tagged(ModelTagger tagger, PolNear.Marked article) {
    Articles.Article plain = new Articles.Article(article.name(), article.text());
    return tagger
        .tag(article.text(), plain.sentences(), Tagger.Voice.AUTHOR)
        .attributions()
        .stream()
        .map(found -> new Said(found.source(), found.cue(), found.content(), found.score()))
        .toList();
  }

  private static List<Said> read(Reader reader, PolNear.Marked article) {
    Text text = Text.plain(article.text());
    return reader.read(Articles.Article.document(article.name(), text), text).statements().stream()
        .filter(found -> found.kind() == Statement.Kind.ATTRIBUTED && found.depth() == 0)
        .map(found ->
            new Said(
                spans(found.source()), spans(found.cue()), spans(found.content()), found.score()))
        .toList();
  }

  private static List<Span> spans(List<Passage> passages) {
    return passages.stream().map(Passage::span).toList();
  }

  /// What the program lists, by document.
  private static Map<String, List<Said>> byProgram(Setting setting, PolNear polNear)
      throws IOException {
    Path folder = setting.folder("attribution");
    Path documents = Files.createDirectory(folder.resolve("documents"));
    for (PolNear.Marked article : polNear.articles()) {
      Files.writeString(documents.resolve(article.name()), article.text());
    }
    Program whence = new Program(setting.program(), folder);
    String held = folder.resolve("case").toString();
    whence.run("read", documents.toString(), "--case", held).mustSucceed(Program.SOMETHING_UNREAD);
    Launch listing =
        whence.run("statements", "--attributed", "--json", "--case", held).mustSucceed();
    Map<String, List<Said>> found = new HashMap<>();
    JsonMapper mapper = new JsonMapper();
    for (String line : Files.readAllLines(listing.log())) {
      JsonNode statement = mapper.readTree(line);
      if (statement.required("depth").asInt() == 0) {
        found
            .computeIfAbsent(statement.required("document").asText(), _ -> new ArrayList<>())
            .add(
                new Said(
                    Listed.spans(statement.required("source")),
                    Listed.spans(statement.required("cue")),
                    Listed.spans(statement.required("content")),
                    statement.required("score").asDouble()));
      }
    }
    return found;
  }
}
