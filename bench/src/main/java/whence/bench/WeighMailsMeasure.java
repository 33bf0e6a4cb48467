package whence.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import whence.model.Reading;
import whence.model.Text;
import whence.read.Reader;
import whence.weigh.Weigher;

/// Weighing real e-mails, read by grammars and patterns without a model, and how its time grows.
final class WeighMailsMeasure implements Measure {
  private static final int MANY = 10_000;

  /// The smaller pile is every tenth mail of the larger.
  private static final int STEP = 10;

  @Override
  public String name() {
    return "weigh-mails";
  }

  @Override
  public String says() {
    return "the same of real e-mails, and the peak of the heap";
  }

  @Override
  public boolean onRequest() {
    return true;
  }

  @Override
  public void take(Setting setting, Sheet sheet) throws IOException {
    Optional<Path> archive = setting.shared("cases/state-emails.tar.gz");
    if (archive.isEmpty()) {
      sheet.note("not measured: no shared e-mails");
      return;
    }
    Map<String, byte[]> files = new TreeMap<>(Archive.files(archive.get()));
    List<Map.Entry<String, byte[]>> mails = files.entrySet().stream().limit(MANY).toList();
    List<Reading> many =
        mails.parallelStream()
            .map(mail -> {
              Text text = Text.plain(new String(mail.getValue(), StandardCharsets.UTF_8));
              return new Reader(new PatternTagger())
                  .read(Articles.Article.document(mail.getKey(), text), text);
            })
            .toList();
    List<Reading> few = new ArrayList<>();
    for (int i = 0; i < many.size(); i += STEP) {
      few.add(many.get(i));
    }
    Spread ofMany = weigh(many, setting, sheet);
    Spread ofFew = weigh(few, setting, sheet);
    sheet.figure(
        "time for %,d over time for %,d".formatted(many.size(), few.size()),
        "times",
        ofMany.median() / ofFew.median());
    sheet.note(
        "the least over the most, and the most over the least: %.1f to %.1f; %d would be linear"
            .formatted(ofMany.min() / ofFew.max(), ofMany.max() / ofFew.min(), STEP));
  }

  private static Spread weigh(List<Reading> readings, Setting setting, Sheet sheet) {
    int statements = readings.stream().mapToInt(reading -> reading.statements().size()).sum();
    List<MemoryPoolMXBean> heap =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .toList();
    heap.forEach(MemoryPoolMXBean::resetPeakUsage);
    Spread seconds =
        Spread.seconds(
            setting.runs(),
            () -> new Weigher().weigh(readings::stream, _ -> false).claims().size());
    sheet.row(
        "%,d mails, %,d statements".formatted(readings.size(), statements),
        "documents/s",
        seconds.rate(readings.size()));
    sheet.row("", "seconds", seconds);
    sheet.figure(
        "  peak heap, with the readings, at most",
        "MB",
        heap.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum() / 1e6);
    return seconds;
  }
}
