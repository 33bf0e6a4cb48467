package whence.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import whence.weigh.fuse.Fused;
import whence.weigh.fuse.Fusion;
import whence.weigh.fuse.Told;

/// The most credible of many sources' values, against the truth of the sets Book and Population.
final class FuseMeasure implements Measure {
  private static final List<String> SETS = List.of("book_gold", "book_silver", "population");
  private static final int SHUFFLES = 50;

  private record Key(String item, String attribute) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      int items = item.compareTo(other.item);
      return items != 0 ? items : attribute.compareTo(other.attribute);
    }
  }

  @Override
  public String name() {
    return "fuse";
  }

  @Override
  public String says() {
    return "values exactly the truth's, of many sources' on one item; 95 % intervals over items";
  }

  @Override
  public void take(Setting setting, Sheet sheet) throws IOException {
    for (String set : SETS) {
      Optional<Path> archive = setting.shared("fusion/" + set + ".tar.gz");
      if (archive.isEmpty()) {
        sheet.note("no fusion/" + set + ".tar.gz; not measured");
        continue;
      }
      Map<String, byte[]> files = Archive.files(archive.get());
      List<Told> told = new ArrayList<>();
      for (CSVRecord row : rows(files.get("claims.csv"))) {
        String time = row.get("TimeStamp");
        told.add(
            new Told(
                row.get("SourceID"),
                row.get("ObjectID"),
                row.get("PropertyID"),
                row.get("PropertyValue"),
                time.isEmpty() ? null : time));
      }
      Map<Key, String> truth = new TreeMap<>();
      for (CSVRecord row : rows(files.get("truth.csv"))) {
        truth.put(new Key(row.get("ObjectID"), row.get("PropertyID")), row.get("PropertyValue"));
      }
      List<Fused> fused = Fusion.fuse(told);
      Map<Key, String> ours = new TreeMap<>();
      fused.forEach(each -> ours.put(new Key(each.item(), each.attribute()), each.value()));
      Map<Key, String> majority = majority(told);
      truth.keySet().retainAll(majority.keySet());
      sheet.note(
          "%s: %,d values, %,d items of known truth".formatted(set, told.size(), truth.size()));
      sheet.share("whence", right(ours, truth), setting.seed());
      sheet.share("majority vote", right(majority, truth), setting.seed());
      sheet.share("any source has it", any(told, truth), setting.seed());
      for (Map.Entry<String, List<Boolean>> bin : bins(fused, truth).entrySet()) {
        sheet.share("  right where the score is " + bin.getKey(), bin.getValue(), setting.seed());
      }
      // The two parts of Book have the same rows.
      if (!set.equals("book_silver")) {
        sheet.note(
            "shuffles of the rows with other results: %d of %d"
                .formatted(moved(told, fused, setting), SHUFFLES));
      }
    }
  }

  private static Iterable<CSVRecord> rows(byte @Nullable [] csv) throws IOException {
    byte[] bytes = Objects.requireNonNull(csv, "claims.csv or truth.csv is missing");
    try (Reader reader =
        new InputStreamReader(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8)) {
      return CSVFormat.RFC4180
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .get()
          .parse(reader)
          .getRecords();
    }
  }

  /// The value most rows give; of equals the first by code point.
  private static Map<Key, String> majority(List<Told> told) {
    Map<Key, Map<String, Integer>> counts = new TreeMap<>();
    told.forEach(each ->
        counts
            .computeIfAbsent(new Key(each.item(), each.attribute()), _ -> new TreeMap<>())
            .merge(each.value(), 1, Integer::sum));
    Map<Key, String> majority = new TreeMap<>();
    counts.forEach((key, values) -> {
      int most = Collections.max(values.values());
      values.entrySet().stream()
          .filter(value -> value.getValue() == most)
          .findFirst()
          .ifPresent(value -> majority.put(key, value.getKey()));
    });
    return majority;
  }

  private static List<Boolean> right(Map<Key, String> values, Map<Key, String> truth) {
    return truth.entrySet().stream()
        .map(entry -> entry.getValue().equals(values.get(entry.getKey())))
        .toList();
  }

  private static List<Boolean> any(List<Told> told, Map<Key, String> truth) {
    Map<Key, Boolean> has = new TreeMap<>();
    truth.keySet().forEach(key -> has.put(key, false));
    for (Told each : told) {
      Key key = new Key(each.item(), each.attribute());
      if (each.value().equals(truth.get(key))) {
        has.put(key, true);
      }
    }
    return List.copyOf(has.values());
  }

  private static Map<String, List<Boolean>> bins(List<Fused> fused, Map<Key, String> truth) {
    Map<String, List<Boolean>> bins = new TreeMap<>();
    for (Fused each : fused) {
      String value = truth.get(new Key(each.item(), each.attribute()));
      if (value != null) {
        String bin =
            each.score() < 0.5 ? "below .5" : each.score() < 0.8 ? ".5 to .8" : ".8 and more";
        bins.computeIfAbsent(bin, _ -> new ArrayList<>()).add(value.equals(each.value()));
      }
    }
    return bins;
  }

  private static int moved(List<Told> told, List<Fused> fused, Setting setting) {
    Random random = new Random(setting.seed());
    List<Told> rows = new ArrayList<>(told);
    int moved = 0;
    for (int shuffle = 0; shuffle < SHUFFLES; shuffle++) {
      Collections.shuffle(rows, random);
      moved += Fusion.fuse(rows).equals(fused) ? 0 : 1;
    }
    return moved;
  }
}
