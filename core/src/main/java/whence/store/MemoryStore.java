package whence.store;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import whence.model.Document;
import whence.model.Entry;
import whence.model.Reading;
import whence.model.Sha256;
import whence.model.Weighing;

/// A case in memory, gone when the program ends. It is the plainest telling of what a store does.
///
/// ```
///  originals    e3b0c4… → bytes            by hash, each kept once
///               9f86d0… → bytes
///
///  lines        1 acquired {…} ◀─┐          each with the hash of the one before
///               2 acquired {…} ◀─┤ before
///               3 reviewed {…} ──┘          head() is the last one's hash
///  entries      1, 2, 3 again, as they came in
///
///  readings     e3b0c4… → Reading           one a document, the latest put
///
///  weighed      name of the state ┐         the latest put; asked for by another name,
///  weighing     Weighing          ┘         there is none
/// ```
///
/// May be used by several threads.
public final class MemoryStore implements CaseStore {
  private final Originals originals = new MemoryOriginals();
  private final Journal journal = new MemoryJournal();
  private final MemoryWeighings weighings = new MemoryWeighings();
  private final Readings readings = new MemoryReadings(weighings);

  @Override
  public Originals originals() {
    return originals;
  }

  @Override
  public Journal journal() {
    return journal;
  }

  @Override
  public Readings readings() {
    return readings;
  }

  @Override
  public Weighings weighings() {
    return weighings;
  }

  @Override
  public void close() {}

  private static final class MemoryOriginals implements Originals {
    private final SortedMap<Sha256, byte[]> originals = new TreeMap<>();

    @Override
    public Sha256 keep(InputStream bytes) throws IOException {
      byte[] all = bytes.readAllBytes();
      Sha256 name = Sha256.of(all);
      synchronized (this) {
        originals.putIfAbsent(name, all);
      }
      return name;
    }

    @Override
    public synchronized Optional<InputStream> open(Sha256 name) {
      return Optional.ofNullable(originals.get(name)).map(ByteArrayInputStream::new);
    }

    @Override
    public synchronized SortedSet<Sha256> names() {
      return new TreeSet<>(originals.keySet());
    }

    @Override
    public synchronized void shred(Sha256 name) {
      originals.remove(name);
    }
  }

  private static final class MemoryJournal implements Journal {
    private final List<JournalLine> lines = new ArrayList<>();
    private final List<Recorded> entries = new ArrayList<>();

    @Override
    public synchronized void append(Instant at, List<? extends Entry> added) {
      List<JournalLine> behind = JournalLine.after(lines.size(), head(), at, added);
      for (int i = 0; i < added.size(); i++) {
        JournalLine line = behind.get(i);
        entries.add(
            new Recorded(
                line.number(),
                at,
                added.get(i),
                new Sha256(line.before()),
                new Sha256(line.hash())));
      }
      lines.addAll(behind);
    }

    @Override
    public synchronized List<Recorded> entries() {
      return List.copyOf(entries);
    }

    @Override
    public synchronized Sha256 head() {
      return lines.isEmpty() ? BEGINNING : new Sha256(lines.getLast().hash());
    }

    @Override
    public synchronized Optional<Broken> firstBroken() {
      return JournalLine.firstBroken(lines.stream());
    }
  }

  private static final class MemoryReadings implements Readings {
    private final SortedMap<Sha256, Reading> readings = new TreeMap<>();
    private final MemoryWeighings weighings;

    MemoryReadings(MemoryWeighings weighings) {
      this.weighings = weighings;
    }

    @Override
    public synchronized void put(Reading reading) {
      readings.put(reading.document().sha256(), reading);
    }

    @Override
    public synchronized Optional<Reading> get(Sha256 document) {
      return Optional.ofNullable(readings.get(document));
    }

    @Override
    public synchronized List<Document> documents() {
      return readings.values().stream().map(Reading::document).toList();
    }

    @Override
    public synchronized Map<Sha256, String> readers() {
      Map<Sha256, String> readers = new TreeMap<>();
      readings.forEach((document, reading) -> readers.put(document, reading.reader()));
      return readers;
    }

    @Override
    public synchronized void drop(Sha256 document) {
      readings.remove(document);
      weighings.forget();
    }
  }

  private static final class MemoryWeighings implements Weighings {
    private @Nullable Sha256 weighed;
    private @Nullable Weighing weighing;

    @Override
    public synchronized void put(Sha256 state, Weighing result) {
      weighed = state;
      weighing = result;
    }

    @Override
    public synchronized Optional<Weighing> get(Sha256 state) {
      return state.equals(weighed) ? Optional.ofNullable(weighing) : Optional.empty();
    }

    synchronized void forget() {
      weighed = null;
      weighing = null;
    }
  }
}
