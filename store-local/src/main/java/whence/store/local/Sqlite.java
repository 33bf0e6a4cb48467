package whence.store.local;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.SQLiteConfig;

/// Connections to SQLite files whose writers wait for each other.
final class Sqlite {
  private static final int PATIENCE_MILLIS = 10_000;

  private Sqlite() {}

  /// For what must outlive a power cut once it is committed.
  static SQLiteConfig durable() {
    return config(SQLiteConfig.SynchronousMode.FULL);
  }

  /// For what can be derived again: a power cut may take the last commits, but leaves the file
  /// whole.
  static SQLiteConfig derived() {
    return config(SQLiteConfig.SynchronousMode.NORMAL);
  }

  private static SQLiteConfig config(SQLiteConfig.SynchronousMode synchronous) {
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout(PATIENCE_MILLIS);
    config.setSynchronous(synchronous);
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    return config;
  }

  static Connection open(Path file, SQLiteConfig config) throws SQLException {
    NativeLibrary.load();
    return config.createConnection("jdbc:sqlite:" + file.toAbsolutePath());
  }

  static void run(Connection connection, String... statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  static long number(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      return rows.next() ? rows.getLong(1) : 0;
    }
  }

  /// What one writer does while it has the turn.
  interface Turn {
    void write() throws SQLException;
  }

  /// Takes the writers' turn, and gives it back with all of `turn` written or none.
  static void write(Connection connection, Turn turn) throws SQLException {
    run(connection, "begin immediate");
    try {
      turn.write();
      run(connection, "commit");
    } catch (SQLException | RuntimeException e) {
      try {
        run(connection, "rollback");
      } catch (SQLException alreadyRolledBack) {
        // SQLite itself rolls back on some faults, a full disk among them.
        e.addSuppressed(alreadyRolledBack);
      }
      throw e;
    }
  }
}
