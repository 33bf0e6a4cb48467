package whence.store.local;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.Optional;
import whence.model.Sha256;
import whence.model.Weighing;
import whence.store.Weighings;

/// The latest weighing in [DerivedFile].
final class LocalWeighings implements Weighings {
  private final DerivedFile file;

  LocalWeighings(DerivedFile file) {
    this.file = file;
  }

  @Override
  public void put(Sha256 weighed, Weighing weighing) {
    byte[] body = DerivedFormat.pack(weighing);
    file.write(open ->
        Sqlite.write(
            open,
            () -> {
              try (PreparedStatement insert =
                  open.prepareStatement("insert or replace into weighing values (1, ?, ?)")) {
                insert.setString(1, weighed.hex());
                insert.setBytes(2, body);
                insert.executeUpdate();
              }
            }));
  }

  @Override
  public Optional<Weighing> get(Sha256 weighed) {
    byte[] body =
        file.read(open -> {
          try (PreparedStatement select =
              open.prepareStatement("select body from weighing where weighed = ?")) {
            select.setString(1, weighed.hex());
            try (ResultSet rows = select.executeQuery()) {
              return rows.next() ? rows.getBytes(1) : new byte[0];
            }
          }
        });
    if (body.length == 0) {
      return Optional.empty();
    }
    try {
      return Optional.of(DerivedFormat.weighing(body));
    } catch (Unpacker.Damaged damaged) {
      file.warn("the weighing was damaged and is dropped");
      file.write(open -> Sqlite.run(open, "delete from weighing"));
      return Optional.empty();
    }
  }
}
