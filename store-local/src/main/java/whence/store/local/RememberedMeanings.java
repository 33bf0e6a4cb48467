package whence.store.local;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.lucene.util.BytesRef;
import whence.model.Sha256;
import whence.weigh.Embedder;

/// An embedder that keeps what it embedded in [DerivedFile], by a hash of the text, so that
/// weighing again embeds only what is new. A direction is as it was kept, whether it was found or
/// just made, so that nothing depends on which it was. Safe for use by several threads.
final class RememberedMeanings implements Embedder {
  private static final int GROUP = 512;

  private final Embedder embedder;
  private final DerivedFile file;
  private final Map<Sha256, byte[]> waiting = new LinkedHashMap<>();

  RememberedMeanings(Embedder embedder, DerivedFile file) {
    this.embedder = embedder;
    this.file = file;
  }

  @Override
  public int dimensions() {
    return embedder.dimensions();
  }

  @Override
  public float[] passage(String text) {
    Sha256 name = Sha256.of(embedder.version() + "\n" + text);
    byte[] known = known(name);
    if (known.length == Float.BYTES + dimensions()) {
      return Direction.unpacked(known);
    }
    BytesRef packed = Direction.packed(embedder.passage(text));
    remember(name, packed.bytes);
    return Direction.unpacked(packed.bytes);
  }

  private synchronized byte[] known(Sha256 name) {
    byte[] just = waiting.get(name);
    return just != null
        ? just
        : file.read(open -> {
          try (PreparedStatement select =
              open.prepareStatement("select direction from meanings where text = ?")) {
            select.setBytes(1, key(name));
            try (ResultSet rows = select.executeQuery()) {
              return rows.next() ? rows.getBytes(1) : new byte[0];
            }
          }
        });
  }

  private synchronized void remember(Sha256 name, byte[] direction) {
    waiting.put(name, direction);
    if (waiting.size() >= GROUP) {
      flush();
    }
  }

  /// Writes what waits to be written.
  synchronized void flush() {
    if (!waiting.isEmpty()) {
      file.write(open -> Sqlite.write(open, () -> insert(open)));
      waiting.clear();
    }
  }

  private void insert(Connection open) throws SQLException {
    try (PreparedStatement insert =
        open.prepareStatement("insert or replace into meanings values (?, ?)")) {
      for (Map.Entry<Sha256, byte[]> each : waiting.entrySet()) {
        insert.setBytes(1, key(each.getKey()));
        insert.setBytes(2, each.getValue());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private static byte[] key(Sha256 name) {
    return HexFormat.of().parseHex(name.hex());
  }

  @Override
  public float[] query(String text) {
    return embedder.query(text);
  }

  @Override
  public double unrelated() {
    return embedder.unrelated();
  }

  @Override
  public String version() {
    return embedder.version();
  }
}
