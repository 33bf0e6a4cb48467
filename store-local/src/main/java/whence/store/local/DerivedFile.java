package whence.store.local;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// `derived/readings.db`: nothing in it is kept for ever. A file that is damaged, or that another
/// version wrote, is dropped with a warning and begun anew.
final class DerivedFile implements AutoCloseable {
  /// Raise it with every change to the tables or to the records that are written in them.
  static final int VERSION = 3;

  private final Path folder;
  private final Path file;
  private final Consumer<String> warnings;
  private @Nullable Connection connection;

  interface Read<T extends @Nullable Object> {
    T from(Connection open) throws SQLException;
  }

  interface Write {
    void to(Connection open) throws SQLException;
  }

  DerivedFile(Path folder, Consumer<String> warnings) {
    this.folder = folder;
    this.file = folder.resolve("readings.db");
    this.warnings = warnings;
  }

  synchronized <T extends @Nullable Object> T read(Read<T> work) {
    try {
      try {
        return work.from(connection());
      } catch (SQLException fault) {
        if (!Faults.isDamage(fault)) {
          throw fault;
        }
        discard();
        return work.from(connection());
      }
    } catch (SQLException e) {
      throw Faults.of(file, e);
    }
  }

  void write(Write work) {
    DerivedFile.this.<@Nullable Void>read(open -> {
      work.to(open);
      return null;
    });
  }

  void warn(String what) {
    warnings.accept(file + ": " + what + "; `whence rebuild` makes it again");
  }

  /// Drops all that is in the file.
  synchronized void discard() {
    warn("what was derived is damaged, or of another version, and is dropped");
    try {
      closeQuietly();
      try (DirectoryStream<Path> parts = Files.newDirectoryStream(folder, "readings.db*")) {
        for (Path part : parts) {
          Files.deleteIfExists(part);
        }
      }
    } catch (IOException e) {
      throw Faults.of(file, e);
    }
  }

  private Connection connection() throws SQLException {
    Connection open = connection;
    if (open == null) {
      open = open();
      connection = open;
    }
    return open;
  }

  private Connection open() throws SQLException {
    try {
      Folders.makePrivate(folder);
    } catch (IOException e) {
      throw Faults.of(folder, e);
    }
    Connection open = connect();
    long version = Sqlite.number(open, "pragma user_version");
    if (version == VERSION) {
      return open;
    }
    if (version != 0) {
      discard();
      open = connect();
    }
    lay(open);
    return open;
  }

  private Connection connect() throws SQLException {
    Connection open = Sqlite.open(file, Sqlite.derived());
    connection = open;
    // What is dropped may be what must not be kept: its pages are overwritten with zeros.
    Sqlite.run(open, "pragma secure_delete = on");
    return open;
  }

  private static void lay(Connection open) throws SQLException {
    Sqlite.write(
        open,
        () ->
            Sqlite.run(
                open,
                "create table if not exists documents (document text primary key,"
                    + " reader blob not null, card blob not null, mark text not null)"
                    + " strict, without rowid",
                "create table if not exists bodies (document text primary key,"
                    + " body blob not null) strict",
                "create table if not exists weighing (one integer primary key check (one = 1),"
                    + " weighed text not null, body blob not null) strict",
                "create table if not exists meanings (text blob primary key,"
                    + " direction blob not null) strict, without rowid",
                "pragma user_version = " + VERSION));
  }

  private void closeQuietly() {
    Connection open = connection;
    connection = null;
    if (open != null) {
      try {
        open.close();
      } catch (SQLException damaged) {
        warn("it could not be closed properly (" + damaged.getMessage() + ")");
      }
    }
  }

  @Override
  public synchronized void close() {
    closeQuietly();
  }
}
