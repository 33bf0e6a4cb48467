package whence.acquire.parser;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/// ZIP, TAR (also under gzip, bzip2, xz), and single files under these.
final class ArchiveFile {
  private static final int XZ_KIBIBYTES = 128 << 10;
  private static final int TAR_RECORD = 512;

  private final String type;
  private final Request request;
  private final Progress progress;
  private final InnerFolder inner;

  ArchiveFile(String type, Request request, Progress progress) throws IOException {
    this.type = type;
    this.request = request;
    this.progress = progress;
    this.inner = new InnerFolder(request);
  }

  Parsed parse() throws IOException {
    try {
      switch (type) {
        case "application/zip", "application/java-archive" -> zip();
        case "application/x-tar", "application/x-gtar" -> tar(bytes());
        default -> packed(unpacking(bytes()));
      }
    } catch (IOException | RuntimeException e) {
      if (inner.files().isEmpty()) {
        throw e;
      }
      inner.refuse("the rest", "the archive is damaged: " + Words.of(e));
    }
    List<String> problems = inner.problems();
    boolean nothing = inner.files().isEmpty() && !problems.isEmpty();
    return new Parsed(
        type,
        nothing ? Parsed.Verdict.NOT_READ : Parsed.Verdict.READ,
        "",
        null,
        List.of(),
        Parsed.Metadata.NONE,
        inner.files(),
        problems);
  }

  private InputStream bytes() throws IOException {
    return new BufferedInputStream(Files.newInputStream(request.file()));
  }

  private void zip() throws IOException {
    try (ZipFile zip = ZipFile.builder().setPath(request.file()).get()) {
      for (ZipArchiveEntry entry : Collections.list(zip.getEntriesInPhysicalOrder())) {
        if (inner.isFull()) {
          return;
        }
        if (entry.isDirectory()) {
          continue;
        }
        if (entry.isUnixSymlink()) {
          inner.refuse(entry.getName(), "a link, not followed");
        } else if (entry.getGeneralPurposeBit().usesEncryption()) {
          inner.refuse(entry.getName(), "encrypted: needs its password");
        } else if (!zip.canReadEntryData(entry)) {
          inner.refuse(entry.getName(), "packed by method " + entry.getMethod());
        } else {
          inner.add(entry.getName(), () -> zip.getInputStream(entry));
        }
        progress.step();
      }
    }
  }

  private void tar(InputStream bytes) throws IOException {
    try (TarArchiveInputStream tar = new TarArchiveInputStream(bytes)) {
      for (TarArchiveEntry entry = tar.getNextEntry();
          entry != null && !inner.isFull();
          entry = tar.getNextEntry()) {
        if (entry.isDirectory()) {
          continue;
        }
        if (entry.isFile() && !entry.isLink() && !entry.isSymbolicLink()) {
          inner.add(entry.getName(), () -> new Unclosing(tar));
        } else {
          inner.refuse(entry.getName(), "a link or device, not followed");
        }
        progress.step();
      }
    }
  }

  private InputStream unpacking(InputStream bytes) throws IOException {
    InputStream unpacked =
        switch (type) {
          case "application/gzip" ->
              GzipCompressorInputStream.builder()
                  .setInputStream(bytes)
                  .setDecompressConcatenated(true)
                  .get();
          case "application/x-bzip2" -> new BZip2CompressorInputStream(bytes, true);
          default ->
              XZCompressorInputStream.builder()
                  .setInputStream(bytes)
                  .setDecompressConcatenated(true)
                  .setMemoryLimitKiB(XZ_KIBIBYTES)
                  .get();
        };
    return new BufferedInputStream(unpacked, TAR_RECORD * 2);
  }

  private void packed(InputStream unpacked) throws IOException {
    try (unpacked) {
      unpacked.mark(TAR_RECORD);
      byte[] start = unpacked.readNBytes(TAR_RECORD);
      unpacked.reset();
      if (TarArchiveInputStream.matches(start, start.length)) {
        tar(unpacked);
      } else {
        inner.add(nameInside(), () -> unpacked);
      }
    }
  }

  private String nameInside() {
    String name = request.name().substring(request.name().lastIndexOf('/') + 1);
    int dot = name.lastIndexOf('.');
    String ending = name.substring(dot + 1).toLowerCase(Locale.ROOT);
    return dot > 0 && List.of("gz", "bz2", "xz").contains(ending)
        ? name.substring(0, dot)
        : name + ".unpacked";
  }

  /// A tar's entries are read from the one stream, which must survive each of them.
  private static final class Unclosing extends java.io.FilterInputStream {
    Unclosing(InputStream in) {
      super(in);
    }

    @Override
    public void close() {}
  }
}
