package whence.store.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/// Private folders and files that are either there whole or not at all.
final class Folders {
  private static final boolean POSIX =
      Path.of("").getFileSystem().supportedFileAttributeViews().contains("posix");
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rwx------");
  private static final String TEMPORARY = ".tmp";

  private Folders() {}

  static void makePrivate(Path folder) throws IOException {
    Files.createDirectories(folder, POSIX ? ownerOnly() : new FileAttribute<?>[0]);
    if (POSIX) {
      Files.setPosixFilePermissions(folder, OWNER_ONLY);
    }
  }

  static Path temporary(Path folder) throws IOException {
    return Files.createTempFile(folder, "new-", TEMPORARY);
  }

  /// Gives a wholly written temporary file its name, durably.
  static void settle(Path temporary, Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    Files.move(
        temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    force(parent(file));
  }

  /// Makes the names in a folder durable, where the system knows how.
  static void force(Path folder) throws IOException {
    if (POSIX) {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  static void makeReadOnly(Path file) throws IOException {
    if (POSIX) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--------"));
    }
  }

  static void makeWritable(Path file) throws IOException {
    if (POSIX) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
  }

  /// Deletes what a crash left half written.
  static void deleteTemporaries(Path folder) throws IOException {
    try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, "new-*" + TEMPORARY)) {
      for (Path file : left) {
        Files.deleteIfExists(file);
      }
    }
  }

  static Path parent(Path file) {
    Path parent = file.getParent();
    if (parent == null) {
      throw new IllegalArgumentException("no folder holds " + file);
    }
    return parent;
  }

  private static FileAttribute<?>[] ownerOnly() {
    return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)};
  }
}
