package whence.bench;

import java.util.List;
import whence.model.Reading;
import whence.read.Reader;
import whence.weigh.Weigher;

/// Weighing a pile of small mails, and how its time grows with the pile.
final class WeighMeasure implements Measure {
  private static final int FEW = 1_000;
  private static final int MANY = 10_000;

  @Override
  public String name() {
    return "weigh";
  }

  @Override
  public String says() {
    return "reuse, families, claims and origins of invented mails (some forwarded, some repeated)";
  }

  @Override
  public void take(Setting setting, Sheet sheet) {
    // The large pile first: measured cold, the small one would flatter the growth.
    Spread many = weigh(MANY, setting, sheet);
    Spread few = weigh(FEW, setting, sheet);
    sheet.figure(
        "time for %,d over time for %,d".formatted(MANY, FEW),
        "times",
        many.median() / few.median());
    sheet.note("%d would be linear".formatted(MANY / FEW));
  }

  private static Spread weigh(int mails, Setting setting, Sheet sheet) {
    List<Reading> readings =
        new Invented(setting.seed()).mails(mails, new Reader(new PatternTagger()));
    int statements = readings.stream().mapToInt(reading -> reading.statements().size()).sum();
    Spread seconds =
        Spread.seconds(
            setting.runs(),
            () -> new Weigher().weigh(readings::stream, _ -> false).claims().size());
    sheet.row(
        "%,d mails, %,d statements".formatted(mails, statements),
        "documents/s",
        seconds.rate(mails));
    sheet.row("", "seconds", seconds);
    return seconds;
  }
}
