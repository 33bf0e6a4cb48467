package whence.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import whence.ask.check.Checked;
import whence.ask.check.Finding;

/// What was found in drafts, by kind of fault, and false alarms by the sentences really checked.
final class CheckTally {
  private static final double TWENTY = 20;

  private final Map<String, int[]> byKind = new TreeMap<>();
  private final Map<String, Integer> alarms = new TreeMap<>();
  private int cleanSentences;
  private int cleanAlarms;
  private int untouchedSentences;
  private int untouchedAlarms;

  /// A draft in which nothing is wrong.
  void clean(Checked checked) {
    cleanSentences += checked.sentences().size();
    cleanAlarms += checked.findings().size();
    checked.findings().forEach(this::alarm);
  }

  /// A draft with faults; what is found elsewhere in it is false.
  void faulty(Checked checked, List<PlantedFaults.Planted> planted) {
    for (PlantedFaults.Planted fault : planted) {
      List<Finding> there =
          checked.findings().stream()
              .filter(finding -> finding.place().overlaps(fault.place()))
              .toList();
      int[] counts = byKind.computeIfAbsent(fault.kind(), _ -> new int[3]);
      counts[0]++;
      counts[1] += there.isEmpty() ? 0 : 1;
      counts[2] +=
          there.stream().anyMatch(finding -> fault.names().contains(finding.fault())) ? 1 : 0;
    }
    untouchedSentences +=
        (int)
            checked.sentences().stream()
                .filter(sentence ->
                    planted.stream().noneMatch(each -> each.place().overlaps(sentence.place())))
                .count();
    for (Finding finding : checked.findings()) {
      if (planted.stream().noneMatch(each -> each.place().overlaps(finding.place()))) {
        untouchedAlarms++;
        alarm(finding);
      }
    }
  }

  private void alarm(Finding finding) {
    alarms.merge(finding.fault().name().toLowerCase(Locale.ROOT), 1, Integer::sum);
  }

  void total(String what, Sheet sheet) {
    int[] all = new int[3];
    for (int[] counts : byKind.values()) {
      for (int i = 0; i < all.length; i++) {
        all[i] += counts[i];
      }
    }
    sheet.note(
        "%-44s %s; false alarms: %s clean, %s untouched"
            .formatted(
                what,
                line(all),
                twenty(cleanAlarms, cleanSentences),
                twenty(untouchedAlarms, untouchedSentences)));
  }

  void print(String what, Sheet sheet) {
    total(what, sheet);
    byKind.forEach((kind, counts) -> sheet.note("  %-42s %s".formatted(kind, line(counts))));
    List<String> kinds = new ArrayList<>();
    alarms.forEach((kind, count) -> kinds.add(count + " " + kind));
    sheet.note("  false alarms by kind: " + (kinds.isEmpty() ? "none" : String.join(", ", kinds)));
  }

  private static String line(int[] counts) {
    Wilson interval = Wilson.of(counts[1], counts[0]);
    return "found %d of %d (%.3f [%.3f, %.3f]), by its name %d"
        .formatted(
            counts[1],
            counts[0],
            counts[1] / (double) Math.max(1, counts[0]),
            interval.low(),
            interval.high(),
            counts[2]);
  }

  private static String twenty(int alarms, int sentences) {
    return "%d in %d sentences (%.2f in twenty)"
        .formatted(alarms, sentences, TWENTY * alarms / Math.max(1, sentences));
  }
}
