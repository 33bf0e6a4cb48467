package whence.store.local;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import whence.model.Entry;
import whence.model.Sha256;
import whence.store.CaseUnusable;
import whence.store.Journal;
import whence.store.JournalLine;

/// The journal in SQLite: a row a line. Commits are flushed to the disk before `append` returns.
final class LocalJournal implements Journal, AutoCloseable {
  private static final String TABLE =
      """
      create table if not exists journal (
        number integer primary key,
        at text not null,
        type text not null,
        payload text not null,
        before text not null,
        hash text not null) strict
      """;

  private final Path file;
  private final SQLiteConfig config;
  private final List<Recorded> known = new ArrayList<>();
  private @Nullable Connection connection;

  LocalJournal(Path file, SQLiteConfig config) {
    this.file = file;
    this.config = config;
  }

  /// Makes the table, and the guards against editing it by accident, where they are not there yet.
  static void lay(Path file) {
    try (Connection connection = Sqlite.open(file, Sqlite.durable())) {
      Sqlite.run(connection, TABLE, guard("update"), guard("delete"));
    } catch (SQLException e) {
      throw Faults.of(file, e);
    }
  }

  private static String guard(String deed) {
    return "create trigger if not exists no_"
        + deed
        + " before "
        + deed
        + " on journal begin select raise(abort, 'the journal is appended to, never edited'); end";
  }

  @Override
  public synchronized void append(Instant at, List<? extends Entry> entries) {
    if (entries.isEmpty()) {
      return;
    }
    try {
      Connection open = connection();
      Sqlite.write(open, () -> insert(open, at, entries));
    } catch (SQLException e) {
      throw Faults.of(file, e);
    }
  }

  private static void insert(Connection open, Instant at, List<? extends Entry> entries)
      throws SQLException {
    long last = 0;
    Sha256 head = BEGINNING;
    try (PreparedStatement select =
            open.prepareStatement("select number, hash from journal order by number desc limit 1");
        ResultSet rows = select.executeQuery()) {
      if (rows.next()) {
        last = rows.getLong(1);
        head = new Sha256(rows.getString(2));
      }
    }
    try (PreparedStatement insert =
        open.prepareStatement("insert into journal values (?, ?, ?, ?, ?, ?)")) {
      for (JournalLine line : JournalLine.after(last, head, at, entries)) {
        insert.setLong(1, line.number());
        insert.setString(2, line.at());
        insert.setString(3, line.type());
        insert.setString(4, line.payload());
        insert.setString(5, line.before());
        insert.setString(6, line.hash());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  @Override
  public synchronized List<Recorded> entries() {
    long last = known.isEmpty() ? 0 : known.getLast().number();
    for (JournalLine line : lines(last)) {
      known.add(Entries.of(line, file));
    }
    return List.copyOf(known);
  }

  @Override
  public synchronized Sha256 head() {
    try (PreparedStatement select =
            connection().prepareStatement("select hash from journal order by number desc limit 1");
        ResultSet rows = select.executeQuery()) {
      return rows.next() ? new Sha256(rows.getString(1)) : BEGINNING;
    } catch (SQLException e) {
      throw Faults.of(file, e);
    } catch (IllegalArgumentException e) {
      throw new CaseUnusable(
          file + ": the last entry's hash was altered; `whence verify` tells more", e);
    }
  }

  @Override
  public synchronized Optional<Broken> firstBroken() {
    return JournalLine.firstBroken(lines(0).stream());
  }

  private List<JournalLine> lines(long after) {
    try (PreparedStatement select =
        connection()
            .prepareStatement(
                "select number, at, type, payload, before, hash from journal"
                    + " where number > ? order by number")) {
      select.setLong(1, after);
      List<JournalLine> lines = new ArrayList<>();
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          lines.add(
              new JournalLine(
                  rows.getLong(1),
                  rows.getString(2),
                  rows.getString(3),
                  rows.getString(4),
                  rows.getString(5),
                  rows.getString(6)));
        }
      }
      return lines;
    } catch (SQLException e) {
      throw Faults.of(file, e);
    }
  }

  private Connection connection() throws SQLException {
    Connection open = connection;
    if (open == null) {
      open = Sqlite.open(file, config);
      connection = open;
    }
    return open;
  }

  @Override
  public synchronized void close() {
    try {
      if (connection != null) {
        connection.close();
      }
    } catch (SQLException e) {
      throw Faults.of(file, e);
    }
  }
}
