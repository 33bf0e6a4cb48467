package whence.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import whence.ask.Judge;
import whence.ask.Stand;
import whence.language.BgeEmbedder;
import whence.model.Act;
import whence.model.Link;
import whence.model.Passage;
import whence.model.Region;
import whence.model.Sha256;
import whence.model.Span;
import whence.model.Stance;
import whence.model.Statement;
import whence.weigh.Embedder;
import whence.weigh.PlainWords;
import whence.weigh.Remembering;

/// How single sentences stand to a claim, on the half of Climate-FEVER that is there to develop on:
/// what questions and hypotheses suggest rests on this.
final class StandsMeasure implements Measure {
  @Override
  public String name() {
    return "stands";
  }

  @Override
  public String says() {
    return "how sentences stand to claims on half of Climate-FEVER, by words and meaning";
  }

  @Override
  public void take(Setting setting, Sheet sheet) throws IOException {
    Optional<Path> file = setting.shared("claims/climate-fever-half.jsonl.gz");
    if (file.isEmpty()) {
      sheet.note("not measured: no shared claims");
      return;
    }
    Embedder embedder = new Remembering(new BgeEmbedder());
    Judge judge =
        new Judge(
            List.of(),
            (one, other) ->
                Embedder.cosine(
                    embedder.passage(PlainWords.of(one)), embedder.passage(PlainWords.of(other))));
    JsonMapper mapper = new JsonMapper();
    Map<String, Map<Stand, Integer>> counts = new TreeMap<>();
    for (String line : Archive.lines(file.get())) {
      JsonNode claim = mapper.readTree(line);
      for (JsonNode evidence : claim.required("evidences")) {
        Stand stand =
            judge.of(
                claim.required("claim").asText(),
                statement(evidence.required("evidence").asText()));
        counts
            .computeIfAbsent(
                evidence.required("evidence_label").asText(), _ -> new EnumMap<>(Stand.class))
            .merge(stand, 1, Integer::sum);
      }
    }
    for (Map.Entry<String, Map<Stand, Integer>> each : counts.entrySet()) {
      StringBuilder row = new StringBuilder("   %-18s".formatted(each.getKey()));
      Arrays.stream(Stand.values())
          .forEach(stand ->
              row.append(" %s %d  ".formatted(stand, each.getValue().getOrDefault(stand, 0))));
      sheet.line(row.toString());
    }
    right(sheet, counts, Stand.AGREES, "SUPPORTS");
    right(sheet, counts, Stand.DISPUTES, "REFUTES");
  }

  private static void right(
      Sheet sheet, Map<String, Map<Stand, Integer>> counts, Stand stand, String label) {
    int all = counts.values().stream().mapToInt(each -> each.getOrDefault(stand, 0)).sum();
    int right = counts.getOrDefault(label, Map.of()).getOrDefault(stand, 0);
    int labelled = counts.getOrDefault(label, Map.of()).values().stream().mapToInt(it -> it).sum();
    sheet.note("%s: %d of %d are %s, which has %d".formatted(stand, right, all, label, labelled));
  }

  private static Statement statement(String text) {
    return new Statement(
        "s",
        Sha256.of(text),
        Statement.Kind.OWN,
        null,
        0,
        Region.BODY,
        List.of(),
        List.of(),
        List.of(Passage.of(text, new Span(0, text.length()))),
        List.of(Link.publisher("an encyclopedia")),
        Act.REPORT,
        Stance.ASSERTS,
        List.of(),
        null,
        List.of(),
        List.of(),
        false,
        null,
        List.of(),
        null,
        List.of(),
        1);
  }
}
