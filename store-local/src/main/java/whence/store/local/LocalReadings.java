package whence.store.local;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import whence.model.Document;
import whence.model.Reading;
import whence.model.Sha256;
import whence.store.Readings;

/// Readings in [DerivedFile]. The documents stand in a table of their own, so that listing them
/// loads no reading.
///
/// Readings are written many at a time: with the last put of a group, at a put when the group is a
/// fifth of a second old, and before anything is read.
final class LocalReadings implements Readings, AutoCloseable {
  private static final int GROUP = 256;
  private static final long GROUP_BYTES = 8L << 20;
  private static final long GROUP_NANOS = 200_000_000L;

  private final DerivedFile file;
  private final Map<Sha256, Packed> waiting = new LinkedHashMap<>();
  private final Set<Sha256> dropped = new HashSet<>();

  /// Documents by their cards, so that none is unpacked twice.
  private Map<ByteBuffer, Document> known = Map.of();

  private long waitingBytes;
  private long waitingSince;

  /// A reading ready to be written.
  private static final class Packed {
    final Sha256 document;
    final byte[] reader;
    final byte[] card;
    final byte[] body;

    Packed(Reading reading) {
      document = reading.document().sha256();
      reader = new Packer().text(reading.reader()).deflated();
      card = DerivedFormat.pack(reading.document());
      body = DerivedFormat.pack(reading);
    }

    /// Another reading, another mark.
    String mark() {
      return Sha256.of(body).hex();
    }
  }

  LocalReadings(DerivedFile file) {
    this.file = file;
  }

  @Override
  public void put(Reading reading) {
    Packed packed = new Packed(reading);
    synchronized (this) {
      if (waiting.isEmpty()) {
        waitingSince = System.nanoTime();
      }
      waiting.put(packed.document, packed);
      dropped.remove(packed.document);
      waitingBytes += packed.body.length;
      if (waiting.size() >= GROUP
          || waitingBytes >= GROUP_BYTES
          || System.nanoTime() - waitingSince >= GROUP_NANOS) {
        flush();
      }
    }
  }

  @Override
  public synchronized Optional<Reading> get(Sha256 document) {
    flush();
    byte[] body =
        file.read(open -> {
          try (PreparedStatement select =
              open.prepareStatement("select body from bodies where document = ?")) {
            select.setString(1, document.hex());
            try (ResultSet rows = select.executeQuery()) {
              return rows.next() ? rows.getBytes(1) : new byte[0];
            }
          }
        });
    if (body.length == 0) {
      return Optional.empty();
    }
    try {
      return Optional.of(DerivedFormat.reading(body));
    } catch (Unpacker.Damaged e) {
      file.warn("the reading of " + document + " was damaged and is dropped");
      drop(document);
      return Optional.empty();
    }
  }

  @Override
  public synchronized List<Document> documents() {
    flush();
    List<byte[]> cards =
        file.read(open -> {
          List<byte[]> found = new ArrayList<>();
          try (PreparedStatement select =
                  open.prepareStatement("select card from documents order by document");
              ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
              found.add(rows.getBytes(1));
            }
          }
          return found;
        });
    List<Document> documents = new ArrayList<>(cards.size());
    Map<ByteBuffer, Document> unpacked = new HashMap<>();
    for (byte[] card : cards) {
      try {
        ByteBuffer key = ByteBuffer.wrap(card);
        Document document = known.get(key);
        if (document == null) {
          document = DerivedFormat.document(card);
        }
        unpacked.put(key, document);
        documents.add(document);
      } catch (Unpacker.Damaged e) {
        file.discard();
        return List.of();
      }
    }
    known = unpacked;
    return documents;
  }

  @Override
  public synchronized Map<Sha256, String> readers() {
    Map<Sha256, String> readers = new TreeMap<>();
    try {
      for (Map.Entry<Sha256, byte[]> reader : column("reader").entrySet()) {
        readers.put(reader.getKey(), Unpacker.read(reader.getValue(), Unpacker::text));
      }
    } catch (Unpacker.Damaged e) {
      file.discard();
      return Map.of();
    }
    return readers;
  }

  /// A hash of each reading, by document.
  synchronized Map<Sha256, String> marks() {
    Map<Sha256, String> marks = new TreeMap<>();
    column("mark")
        .forEach((name, mark) -> marks.put(name, new String(mark, StandardCharsets.UTF_8)));
    return marks;
  }

  private Map<Sha256, byte[]> column(String name) {
    flush();
    Map<String, byte[]> values =
        file.read(open -> {
          Map<String, byte[]> found = new TreeMap<>();
          try (PreparedStatement select =
                  open.prepareStatement("select document, " + name + " from documents");
              ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
              found.put(rows.getString(1), rows.getBytes(2));
            }
          }
          return found;
        });
    Map<Sha256, byte[]> named = new TreeMap<>();
    try {
      values.forEach((document, value) -> named.put(new Sha256(document), value));
    } catch (IllegalArgumentException noHash) {
      file.discard();
      return Map.of();
    }
    return named;
  }

  @Override
  public synchronized void drop(Sha256 document) {
    waiting.remove(document);
    dropped.add(document);
    file.write(open ->
        Sqlite.write(
            open,
            () -> {
              delete(open, "documents", document);
              delete(open, "bodies", document);
              // What a text means tells much of the text: it goes with it.
              Sqlite.run(open, "delete from weighing", "delete from meanings");
            }));
  }

  /// Whether a reading was dropped, since the store was opened, that has not been put again.
  synchronized boolean hasDropped() {
    return !dropped.isEmpty();
  }

  synchronized void flush() {
    if (waiting.isEmpty()) {
      return;
    }
    file.write(open -> Sqlite.write(open, () -> insert(open)));
    waiting.clear();
    waitingBytes = 0;
  }

  private void insert(Connection open) throws SQLException {
    try (PreparedStatement documents =
            open.prepareStatement("insert or replace into documents values (?, ?, ?, ?)");
        PreparedStatement bodies =
            open.prepareStatement("insert or replace into bodies values (?, ?)")) {
      for (Packed packed : waiting.values()) {
        documents.setString(1, packed.document.hex());
        documents.setBytes(2, packed.reader);
        documents.setBytes(3, packed.card);
        documents.setString(4, packed.mark());
        documents.addBatch();
        bodies.setString(1, packed.document.hex());
        bodies.setBytes(2, packed.body);
        bodies.addBatch();
      }
      documents.executeBatch();
      bodies.executeBatch();
    }
  }

  private static void delete(Connection open, String table, Sha256 document) throws SQLException {
    try (PreparedStatement delete =
        open.prepareStatement("delete from " + table + " where document = ?")) {
      delete.setString(1, document.hex());
      delete.executeUpdate();
    }
  }

  @Override
  public synchronized void close() {
    flush();
    if (hasDropped()) {
      // The log still has what was overwritten in the file.
      file.write(open -> Sqlite.run(open, "pragma wal_checkpoint(truncate)"));
    }
  }
}
