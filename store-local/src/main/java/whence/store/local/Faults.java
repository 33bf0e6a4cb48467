package whence.store.local;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.sql.SQLException;
import java.util.Locale;
import org.sqlite.SQLiteErrorCode;
import whence.model.WhenceException;
import whence.store.CaseLocked;
import whence.store.CaseUnusable;
import whence.store.DiskFull;

/// What a fault of the disk or of SQLite means to the person in front of it.
final class Faults {
  private Faults() {}

  static WhenceException of(Path file, IOException fault) {
    String words = String.valueOf(fault.getMessage()).toLowerCase(Locale.ROOT);
    if (words.contains("no space left")
        || words.contains("quota exceeded")
        || words.contains("file too large")) {
      return diskFull(file, fault);
    }
    if (fault instanceof AccessDeniedException) {
      return new CaseUnusable(
          file + ": access denied; a case can only be used by the owner of its folder", fault);
    }
    return new WhenceException(file + ": " + fault, fault);
  }

  static WhenceException of(Path file, ReadOnlyFileSystemException fault) {
    return new CaseUnusable(file + ": is on a read-only disk; copy the case to another", fault);
  }

  static WhenceException of(Path file, SQLException fault) {
    return switch (primary(fault)) {
      case SQLITE_FULL -> diskFull(file, fault);
      case SQLITE_BUSY, SQLITE_LOCKED ->
          new CaseLocked(
              file
                  + ": another Whence has been writing to this case for too long; let it end, or"
                  + " stop it, and try again",
              fault);
      case SQLITE_CORRUPT, SQLITE_NOTADB, SQLITE_ERROR, SQLITE_SCHEMA, SQLITE_MISMATCH ->
          new CaseUnusable(
              file + ": is damaged (" + fault.getMessage() + "); restore it from a back-up", fault);
      case SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_READONLY, SQLITE_AUTH ->
          new CaseUnusable(
              file + ": cannot be opened for writing; check who owns the case folder", fault);
      default -> new WhenceException(file + ": " + fault.getMessage(), fault);
    };
  }

  /// Whether the file itself is bad, or was taken away, and not the moment. SQLite has many words
  /// for what it finds in a bad file; it has few for bad moments.
  static boolean isDamage(SQLException fault) {
    return switch (primary(fault)) {
      case SQLITE_FULL,
          SQLITE_BUSY,
          SQLITE_LOCKED,
          SQLITE_PROTOCOL,
          SQLITE_PERM,
          SQLITE_AUTH,
          SQLITE_CANTOPEN,
          SQLITE_NOMEM,
          SQLITE_INTERRUPT ->
          false;
      case SQLITE_READONLY -> fault.getErrorCode() == SQLiteErrorCode.SQLITE_READONLY_DBMOVED.code;
      case SQLITE_IOERR -> fault.getErrorCode() == SQLiteErrorCode.SQLITE_IOERR_SHORT_READ.code;
      default -> true;
    };
  }

  /// SQLite's extended codes carry the primary one in their low eight bits.
  private static SQLiteErrorCode primary(SQLException fault) {
    return SQLiteErrorCode.getErrorCode(fault.getErrorCode() & 0xff);
  }

  private static DiskFull diskFull(Path file, Exception fault) {
    return new DiskFull(
        file + ": the disk is full; make room and run the command again, nothing kept is lost",
        fault);
  }
}
