package whence.acquire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whence.model.Document.Status;
import whence.model.Sha256;

class HostileArchiveTest {
  @TempDir Path folder;

  private Acquirer acquirer(Limits limits) {
    return new Acquirer(limits, folder.resolve("scratch"));
  }

  private static List<String> names(Acquired acquired) {
    return acquired.inner().stream().map(Inner::name).toList();
  }

  @Test
  void aPathOutsideTheArchiveIsRefusedAndOnRecord() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (String name :
        List.of("../up.txt", "/etc/passwd", "C:\\boot.ini", "a/../../b", "x\0y", "good.txt")) {
      files.put(name, Made.utf8("x"));
    }
    try (Acquirer acquirer = acquirer(Limits.standard())) {
      Acquired read = Made.acquire(acquirer, folder, "evil.zip", Made.zip(files));
      assertEquals(List.of("good.txt"), names(read));
      assertEquals(Status.PARTLY_READ, read.document().status());
      String why = String.valueOf(read.document().why());
      assertTrue(why.contains("../up.txt: a path outside the archive"), why);
      assertTrue(why.contains("/etc/passwd: an absolute path"), why);
      assertTrue(why.contains("boot.ini: an absolute path"), why);
      assertTrue(why.contains("a/../../b: a path outside the archive"), why);
      assertTrue(why.contains("a control character in its name"), why);
    }
  }

  @Test
  void aTarsLinksAreNotFollowed() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar =
        new TarArchiveOutputStream(new GzipCompressorOutputStream(bytes))) {
      TarArchiveEntry link = new TarArchiveEntry("link", TarArchiveEntry.LF_SYMLINK);
      link.setLinkName("/etc/passwd");
      tar.putArchiveEntry(link);
      tar.closeArchiveEntry();
      TarArchiveEntry file = new TarArchiveEntry("dir/file.txt");
      file.setSize(2);
      tar.putArchiveEntry(file);
      tar.write(Made.utf8("ok"));
      tar.closeArchiveEntry();
    }
    try (Acquirer acquirer = acquirer(Limits.standard())) {
      Acquired read = Made.acquire(acquirer, folder, "a.tar.gz", bytes.toByteArray());
      assertEquals(List.of("dir/file.txt"), names(read));
      assertEquals("ok", Files.readString(read.inner().getFirst().file()));
      assertEquals("left packed: link: a link or device, not followed", read.document().why());
    }
  }

  @Test
  void aZipBombIsStopped() throws IOException {
    try (Acquirer acquirer = acquirer(Limits.standard())) {
      Acquired read = Made.acquire(acquirer, folder, "bomb.zip", Made.bomb(200));
      assertEquals(Status.NOT_READ, read.document().status());
      assertTrue(String.valueOf(read.document().why()).contains("like a zip bomb"));
      assertEquals(List.of(), read.inner());
      try (var tree = Files.walk(folder.resolve("scratch"))) {
        assertTrue(tree.mapToLong(p -> p.toFile().length()).sum() < 10_000_000, "nothing is kept");
      }
    }
  }

  @Test
  void limitsHoldAcrossWhatLiesWithin() throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (int i = 0; i < 6; i++) {
      files.put(i + ".txt", new byte[1000]);
    }
    byte[] inner = Made.zip(files);
    byte[] outer = Made.zip(Map.of("a.zip", inner, "b.zip", Made.zip(Map.of("z.zip", inner))));
    try (Acquirer acquirer = acquirer(Limits.standard().withInner(8, 1 << 20, 8))) {
      int found = all(acquirer, outer);
      assertEquals(8, found, "files unpacked in all");
    }
    try (Acquirer acquirer = acquirer(Limits.standard().withInner(8, 5_000, 100))) {
      assertTrue(all(acquirer, outer) < 9, "bytes unpacked in all");
    }
  }

  private int all(Acquirer acquirer, byte[] outer) throws IOException {
    Deque<Map.Entry<String, Path>> open = new ArrayDeque<>();
    Path file = Files.write(folder.resolve("outer.zip"), outer);
    open.add(Map.entry("outer.zip", file));
    int found = 0;
    while (!open.isEmpty()) {
      var next = open.poll();
      Acquired read = acquirer.acquire(next.getValue(), Sha256.of(next.getKey()), next.getKey());
      for (Inner inner : read.inner()) {
        found++;
        open.add(Map.entry(next.getKey() + "!/" + inner.name(), inner.file()));
      }
    }
    return found;
  }

  @Test
  void aNestIsFollowedOnlySoDeep() throws IOException {
    byte[] nest = Made.zip(Map.of("end.txt", Made.utf8("The end.")));
    for (int i = 0; i < 10; i++) {
      nest = Made.zip(Map.of("n.zip", nest));
    }
    try (Acquirer acquirer = acquirer(Limits.standard())) {
      Path file = Files.write(folder.resolve("nest.zip"), nest);
      String path = "nest.zip";
      Acquired read = acquirer.acquire(file, Sha256.of(path), path);
      int depth = 0;
      while (!read.inner().isEmpty()) {
        depth++;
        path += "!/" + read.inner().getFirst().name();
        read = acquirer.acquire(read.inner().getFirst().file(), Sha256.of(path), path);
      }
      assertEquals(8, depth);
      assertEquals(Status.NOT_READ, read.document().status());
      assertEquals("1 file inside nested too deeply to be read", read.document().why());
    }
  }
}
