package whence.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Faults planted in drafts on the sample case that `whence check` finds, and what it finds in the
/// same drafts without them.
final class CheckMeasure implements Measure {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final double SENTENCES = 20;

  @Override
  public String name() {
    return "check";
  }

  @Override
  public String says() {
    return "faults planted in drafts that whence check finds, and its false alarms; 95 % intervals over faults";
  }

  @Override
  public void take(Setting setting, Sheet sheet) throws Exception {
    Path sample = setting.program().resolveSibling("sample");
    Path at = setting.folder("check").resolve("case");
    Program program = new Program(setting.program(), setting.folder("printed"));
    program.run("read", sample.resolve("documents").toString(), "--case", at.toString());
    for (String draft : List.of("gate", "paper", "night", "after")) {
      Path drafts = sample.resolve("draft");
      List<JsonNode> faulty = check(program, drafts.resolve(draft + "-faulty.md"), at);
      List<JsonNode> clean = check(program, drafts.resolve(draft + ".md"), at);
      List<Boolean> found = new ArrayList<>();
      List<Boolean> named = new ArrayList<>();
      for (JsonNode fault :
          JSON.readTree(Files.readString(drafts.resolve(draft + "-faulty.json"))).get("faults")) {
        List<JsonNode> there =
            faulty.stream()
                .filter(each ->
                    each.get("start").asInt() < fault.get("end").asInt()
                        && each.get("end").asInt() > fault.get("start").asInt())
                .toList();
        List<String> names = new ArrayList<>(List.of(fault.get("fault").asText()));
        fault.get("accept").forEach(name -> names.add(name.asText()));
        found.add(!there.isEmpty());
        named.add(there.stream().anyMatch(each -> names.contains(each.get("fault").asText())));
      }
      share(sheet, draft + ": faults found", found, setting.seed());
      share(sheet, draft + ": by their right name", named, setting.seed());
      String text = Files.readString(drafts.resolve(draft + ".md"));
      long sentences = text.chars().filter(c -> c == '.').count();
      sheet.note(
          "%s: %d false alarms in some %d clean sentences, %.2f in twenty"
              .formatted(draft, clean.size(), sentences, SENTENCES * clean.size() / sentences));
    }
  }

  private static List<JsonNode> check(Program program, Path draft, Path at) throws IOException {
    Launch launch = program.run("check", draft.toString(), "--json", "--case", at.toString());
    List<JsonNode> lines = new ArrayList<>();
    for (String line : Files.readAllLines(launch.log())) {
      if (line.startsWith("{")) {
        lines.add(JSON.readTree(line));
      }
    }
    return lines;
  }

  private static void share(Sheet sheet, String what, List<Boolean> right, long seed) {
    Bootstrap swing = Bootstrap.share(right, seed);
    long of = right.stream().filter(yes -> yes).count();
    sheet.note(
        "%-34s %.3f [%.3f, %.3f]   (%d of %d)"
            .formatted(
                what, of / (double) right.size(), swing.low(), swing.high(), of, right.size()));
  }
}
