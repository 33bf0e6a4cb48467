package whence.store.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import whence.model.Sha256;
import whence.store.Originals;

/// Originals as files named by their hash, in folders named by its first two digits.
final class LocalOriginals implements Originals {
  private static final Pattern NAME = Pattern.compile("[0-9a-f]{64}");

  /// Files up to this many bytes are hashed before anything is written.
  private static final int SMALL = 1 << 20;

  private final Path folder;
  private final Set<Path> durable = ConcurrentHashMap.newKeySet();

  LocalOriginals(Path folder) {
    this.folder = folder;
  }

  @Override
  public Sha256 keep(InputStream bytes) throws IOException {
    byte[] start = bytes.readNBytes(SMALL);
    if (start.length < SMALL) {
      Sha256 name = Sha256.of(start);
      if (isKept(name)) {
        return name;
      }
    }
    Path temporary = temporary();
    try {
      Sha256 name = copy(start, bytes, temporary);
      if (!isKept(name)) {
        settle(temporary, name);
      }
      return name;
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  @Override
  public Optional<InputStream> open(Sha256 name) throws IOException {
    try {
      return Optional.of(Files.newInputStream(file(name)));
    } catch (NoSuchFileException absent) {
      return Optional.empty();
    }
  }

  @Override
  public SortedSet<Sha256> names() throws IOException {
    SortedSet<Sha256> names = new TreeSet<>();
    try (DirectoryStream<Path> groups = Files.newDirectoryStream(folder, Files::isDirectory)) {
      for (Path group : groups) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(group)) {
          for (Path file : files) {
            String name = String.valueOf(file.getFileName());
            if (NAME.matcher(name).matches()) {
              names.add(new Sha256(name));
            }
          }
        }
      }
    }
    return names;
  }

  @Override
  public void shred(Sha256 name) throws IOException {
    Path file = file(name);
    if (!Files.exists(file)) {
      return;
    }
    Folders.makeWritable(file);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      ByteBuffer zeros = ByteBuffer.allocate(1 << 16);
      for (long left = channel.size(); left > 0; left -= zeros.limit()) {
        zeros.clear().limit((int) Math.min(left, zeros.capacity()));
        while (zeros.hasRemaining()) {
          channel.write(zeros);
        }
      }
      channel.force(true);
    }
    Files.delete(file);
    Folders.force(Folders.parent(file));
  }

  /// A crash may have come between a file's getting its name and that name's being durable.
  private boolean isKept(Sha256 name) {
    Path file = file(name);
    if (!Files.exists(file)) {
      return false;
    }
    Path group = Folders.parent(file);
    if (durable.add(group)) {
      try {
        Folders.force(group);
      } catch (IOException e) {
        throw Faults.of(group, e);
      }
    }
    return true;
  }

  private Path temporary() {
    try {
      return Folders.temporary(folder);
    } catch (IOException e) {
      throw Faults.of(folder, e);
    }
  }

  /// Faults of the source are its own; those of the case are the case's.
  private static Sha256 copy(byte[] start, InputStream rest, Path to) throws IOException {
    MessageDigest digest = Sha256.digest();
    OutputStream out;
    try {
      out = Files.newOutputStream(to);
    } catch (IOException e) {
      throw Faults.of(to, e);
    }
    try (out) {
      byte[] buffer = start;
      for (int length = start.length; length > 0; length = rest.read(buffer)) {
        digest.update(buffer, 0, length);
        try {
          out.write(buffer, 0, length);
        } catch (IOException e) {
          throw Faults.of(to, e);
        }
      }
    }
    return new Sha256(HexFormat.of().formatHex(digest.digest()));
  }

  private void settle(Path temporary, Sha256 name) {
    Path file = file(name);
    Path group = Folders.parent(file);
    try {
      if (!Files.exists(group)) {
        Folders.makePrivate(group);
        Folders.force(folder);
      }
      Folders.settle(temporary, file);
      Folders.makeReadOnly(file);
    } catch (IOException e) {
      throw Faults.of(file, e);
    }
  }

  private Path file(Sha256 name) {
    return folder.resolve(name.hex().substring(0, 2)).resolve(name.hex());
  }
}
