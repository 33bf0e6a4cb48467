package whence.bench;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntSupplier;
import whence.ask.Forecasts;
import whence.ask.Gaps;
import whence.ask.Inquiry;
import whence.ask.Matrix;
import whence.ask.Replies;
import whence.ask.Tellings;
import whence.guard.Purpose;
import whence.guard.View;
import whence.model.Document;
import whence.model.Entry;
import whence.model.Reading;
import whence.model.Weighing;
import whence.read.Reader;
import whence.store.local.LocalStore;
import whence.weigh.Weigher;

/// What is asked of a whole case (who was told, what is missing, who was asked to comment, what was
/// forecast) on a thousand invented mails and on ten thousand: how the time grows.
final class AskingMailsMeasure implements Measure {
  private static final int FEW = 1_000;
  private static final int MANY = 10_000;
  private static final String PROGRAM = "whence bench";

  @Override
  public String name() {
    return "asking-mails";
  }

  @Override
  public String says() {
    return "tellings, gaps, replies and forecasts of 10,000 mails, and how their time grows from 1,000";
  }

  @Override
  public boolean onRequest() {
    return true;
  }

  @Override
  public void take(Setting setting, Sheet sheet) throws IOException {
    Map<String, Double> few = seconds(setting, sheet, FEW);
    Map<String, Double> many = seconds(setting, sheet, MANY);
    many.forEach((what, seconds) -> {
      sheet.figure(what + ", %,d mails".formatted(MANY), "s", seconds);
      sheet.figure(
          what + ", times %,d mails".formatted(FEW),
          "",
          seconds / Objects.requireNonNull(few.get(what)));
    });
  }

  private static Map<String, Double> seconds(Setting setting, Sheet sheet, int mails)
      throws IOException {
    List<Reading> readings =
        new Invented(setting.seed()).mails(mails, new Reader(new PatternTagger()));
    Map<String, Double> seconds = new LinkedHashMap<>();
    try (LocalStore store =
            LocalStore.create(setting.folder("asking-" + mails).resolve("case"), PROGRAM);
        View view = view(store, readings)) {
      Weighing weighing = new Weigher().weigh(readings::stream, _ -> false);
      Matrix none = new Matrix(List.of(), List.of());
      Map<String, IntSupplier> asked = new LinkedHashMap<>();
      asked.put("tellings", () -> Tellings.in(view, weighing).size());
      asked.put("replies", () -> Replies.in(view, Optional.of(weighing)).size());
      asked.put("forecasts", () -> Forecasts.in(view).size());
      asked.put("gaps", () -> Gaps.in(view, weighing, Inquiry.NONE, List.of(), none).size());
      asked.forEach((what, ask) -> {
        int _ = ask.getAsInt();
        long start = System.nanoTime();
        int found = ask.getAsInt();
        seconds.put(what, (System.nanoTime() - start) / 1e9);
        sheet.note("%,d mails: %,d %s".formatted(mails, found, what));
      });
    }
    return seconds;
  }

  private static View view(LocalStore store, List<Reading> readings) {
    List<Entry> entries = new ArrayList<>();
    for (Reading reading : readings) {
      Document document = reading.document();
      store.readings().put(reading);
      entries.add(
          new Entry.Acquired(
              document.path(), document.sha256(), reading.text().characters().length(), null));
    }
    store.journal().append(Instant.EPOCH, entries);
    return new View(store, new Purpose("bench", "asking"), InstantSource.system(), PROGRAM);
  }
}
