package whence.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import whence.names.NameKind;
import whence.names.SameName;

/// Whether two names are one, against the pairs that OpenSanctions marked: the weights are fitted
/// again with a tenth left out, each tenth in turn. Pairs that share a name, directly or through
/// others, are left out together, and drawn together for the interval.
final class SameMeasure implements Measure {
  private static final int FOLDS = 10;

  /// As in `training/names/fit.py`.
  private static final double PENALTY = 3;

  private record Pair(
      String one,
      String other,
      String schema,
      String difficulty,
      boolean same,
      List<Double> values) {
    static Pair of(List<String> head, List<String> row) {
      Function<String, String> field = column -> row.get(head.indexOf(column));
      String one = field.apply("name1");
      String other = field.apply("name2");
      String schema = field.apply("schema");
      return new Pair(
          one,
          other,
          schema,
          field.apply("quality").toLowerCase(Locale.ROOT),
          Boolean.parseBoolean(field.apply("is_match")),
          List.copyOf(SameName.features(one, other, NameKind.of(schema)).values()));
    }
  }

  /// @param shipped what the program's own weights say
  private record Judged(Pair pair, int group, boolean found, boolean shipped) {}

  @Override
  public String name() {
    return "same";
  }

  @Override
  public String says() {
    return "F1 of pairs of names, cross-validated, intervals over groups of pairs that share a name";
  }

  @Override
  public void take(Setting setting, Sheet sheet) throws IOException {
    Optional<Path> file = setting.shared("names/name-pairs-half.csv");
    if (file.isEmpty()) {
      sheet.note("not measured: no shared pairs of names");
      return;
    }
    List<List<String>> rows = rows(Files.readString(file.get()));
    List<Pair> pairs =
        rows.subList(1, rows.size()).stream().map(row -> Pair.of(rows.getFirst(), row)).toList();
    List<Judged> judged = judge(pairs, setting.seed());
    sheet.note(pairs.size() + " pairs");
    print(sheet, "left out, all", judged, Judged::found, setting.seed());
    each(sheet, judged, setting.seed(), each -> each.pair().schema());
    each(sheet, judged, setting.seed(), each -> "difficulty: " + each.pair().difficulty());
    print(sheet, "as shipped, fitted to these", judged, Judged::shipped, setting.seed());
  }

  private static void each(
      Sheet sheet, List<Judged> judged, long seed, Function<Judged, String> by) {
    Map<String, List<Judged>> parts = new TreeMap<>();
    judged.forEach(each -> parts.computeIfAbsent(by.apply(each), _ -> new ArrayList<>()).add(each));
    parts.forEach((part, ones) ->
        print(sheet, "left out, " + part + ", " + ones.size(), ones, Judged::found, seed));
  }

  private static void print(
      Sheet sheet, String what, List<Judged> judged, Function<Judged, Boolean> found, long seed) {
    Map<Integer, Counts> groups = new TreeMap<>();
    for (Judged each : judged) {
      boolean says = found.apply(each);
      boolean is = each.pair().same();
      groups.merge(
          each.group(), new Counts(says && is ? 1 : 0, says ? 1 : 0, is ? 1 : 0), Counts::plus);
    }
    sheet.agreement(what, List.copyOf(groups.values()), seed);
  }

  private static List<Judged> judge(List<Pair> pairs, long seed) {
    List<Integer> groups = groups(pairs);
    List<Integer> order = new ArrayList<>(groups.stream().distinct().toList());
    Collections.shuffle(order, new Random(seed));
    Map<Integer, Integer> folds = new HashMap<>();
    for (int i = 0; i < order.size(); i++) {
      folds.put(order.get(i), i % FOLDS);
    }
    List<Judged> judged = new ArrayList<>();
    for (int fold = 0; fold < FOLDS; fold++) {
      List<Integer> out = new ArrayList<>();
      List<Pair> in = new ArrayList<>();
      for (int i = 0; i < pairs.size(); i++) {
        if (folds.getOrDefault(groups.get(i), 0) == fold) {
          out.add(i);
        } else {
          in.add(pairs.get(i));
        }
      }
      Logistic model =
          Logistic.fit(
              in.stream().map(Pair::values).toList(),
              in.stream().map(Pair::same).toList(),
              PENALTY);
      for (int i : out) {
        Pair pair = pairs.get(i);
        boolean shipped = SameName.of(pair.one(), pair.other(), NameKind.of(pair.schema())).same();
        judged.add(new Judged(pair, groups.get(i), model.says(pair.values()), shipped));
      }
    }
    return judged;
  }

  /// For each pair the first of those it shares a name with, directly or through others.
  private static List<Integer> groups(List<Pair> pairs) {
    int[] parent = new int[pairs.size()];
    Map<String, Integer> first = new HashMap<>();
    for (int i = 0; i < parent.length; i++) {
      parent[i] = i;
      for (String name : List.of(pairs.get(i).one(), pairs.get(i).other())) {
        Integer before = first.putIfAbsent(name.toLowerCase(Locale.ROOT), i);
        if (before != null) {
          int a = root(parent, before);
          int b = root(parent, i);
          parent[Math.max(a, b)] = Math.min(a, b);
        }
      }
    }
    List<Integer> groups = new ArrayList<>();
    for (int i = 0; i < parent.length; i++) {
      groups.add(root(parent, i));
    }
    return groups;
  }

  private static int root(int[] parent, int of) {
    int at = of;
    while (parent[at] != at) {
      at = parent[at];
    }
    return at;
  }

  private static List<List<String>> rows(String csv) {
    List<List<String>> rows = new ArrayList<>();
    List<String> row = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (char c : csv.replace("\r\n", "\n").toCharArray()) {
      if (c == '"') {
        // a doubled quote closes and opens again
        if (!quoted && !cell.isEmpty()) {
          cell.append(c);
        }
        quoted = !quoted;
      } else if (!quoted && (c == ',' || c == '\n')) {
        row.add(cell.toString());
        cell.setLength(0);
        if (c == '\n') {
          rows.add(row);
          row = new ArrayList<>();
        }
      } else {
        cell.append(c);
      }
    }
    return rows;
  }
}
