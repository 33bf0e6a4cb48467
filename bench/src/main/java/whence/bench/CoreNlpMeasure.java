package whence.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import whence.model.Span;

/// CoreNLP's quote annotator on PolNeAR's dev part, in a process of its own: it is GPL, so nothing
/// of it comes on a class path of ours.
final class CoreNlpMeasure implements Measure {
  private static final String ANNOTATORS = "tokenize,ssplit,pos,lemma,ner,depparse,coref,quote";

  @Override
  public String name() {
    return "corenlp";
  }

  @Override
  public String says() {
    return "the peer: CoreNLP's quote annotator on PolNeAR dev; fetch it first";
  }

  @Override
  public boolean onRequest() {
    return true;
  }

  @Override
  public void take(Setting setting, Sheet sheet) throws IOException {
    Optional<Path> annotations = setting.shared(PolNear.ANNOTATIONS);
    Optional<Path> texts = setting.shared(PolNear.TEXTS);
    if (annotations.isEmpty() || texts.isEmpty() || !Files.isRegularFile(setting.peers())) {
      sheet.note("not measured: no shared PolNeAR, or the peer has not been fetched; do that with");
      sheet.note(
          "mvn -f bench/peers dependency:build-classpath -Dmdep.outputFile=target/classpath");
      return;
    }
    PolNear polNear = PolNear.read(annotations.get(), texts.get());
    Path folder = setting.folder("corenlp");
    Path documents = Files.createDirectory(folder.resolve("documents"));
    List<String> list = new ArrayList<>();
    for (PolNear.Marked article : polNear.articles()) {
      list.add(Files.writeString(documents.resolve(article.name()), article.text()).toString());
    }
    Launch peer =
        Launch.run(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx5g",
                    "-cp",
                    Files.readString(setting.peers()).strip(),
                    "edu.stanford.nlp.pipeline.StanfordCoreNLP",
                    "-annotators",
                    ANNOTATORS,
                    "-filelist",
                    Files.write(folder.resolve("list"), list).toString(),
                    "-outputFormat",
                    "json",
                    "-outputDirectory",
                    folder.toString()),
                folder.resolve("printed.log"))
            .mustSucceed();
    Agreement agreement = new Agreement();
    for (PolNear.Marked article : polNear.articles()) {
      agreement.add(
          article.text(), article.said(), quotes(folder.resolve(article.name() + ".json")));
    }
    agreement.printRole(0, sheet, setting.seed());
    agreement.printRole(2, sheet, setting.seed());
    int count = polNear.articles().size();
    sheet.figure("the peer, whole process", "documents/s", count / peer.seconds());
    sheet.figure("  peak resident memory", "MB", peer.residentBytes() / 1e6);
    if (Files.isExecutable(setting.program())) {
      Program whence = new Program(setting.program(), folder);
      whence.run("--version").mustSucceed();
      Launch ours =
          whence
              .run("read", documents.toString(), "--case", folder.resolve("case").toString())
              .mustSucceed(Program.SOMETHING_UNREAD);
      sheet.figure("whence read, whole process", "documents/s", count / ours.seconds());
      sheet.figure("speed, as a multiple of the peer's", "times", peer.seconds() / ours.seconds());
    }
  }

  /// Its quotes with the mention it takes for the speaker; it marks no cue.
  static List<Said> quotes(Path json) throws IOException {
    JsonNode document = new JsonMapper().readTree(Files.readString(json));
    List<Span> tokens = new ArrayList<>();
    for (JsonNode sentence : document.required("sentences")) {
      for (JsonNode token : sentence.required("tokens")) {
        tokens.add(
            new Span(
                token.required("characterOffsetBegin").asInt(),
                token.required("characterOffsetEnd").asInt()));
      }
    }
    List<Said> said = new ArrayList<>();
    for (JsonNode quote : document.path("quotes")) {
      Span content =
          new Span(quote.required("beginIndex").asInt(), quote.required("endIndex").asInt());
      int first = quote.path("mentionBegin").asInt(-1);
      int last = quote.path("mentionEnd").asInt(-1);
      boolean named = first >= 0 && last >= first && last < tokens.size();
      said.add(
          new Said(
              named
                  ? List.of(new Span(tokens.get(first).start(), tokens.get(last).end()))
                  : List.of(),
              List.of(),
              List.of(content),
              1));
    }
    return said;
  }
}
