package whence.app.draft;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import whence.model.WhenceException;

/// The reports of a case that people write, each a folder with a file for every revision. A change
/// is on the disk when it is acknowledged, and made on the latest revision under a lock, so that
/// neither another window nor another process is overwritten. May be used by several threads.
///
/// They are not in the journal: a draft is rewritten with every sentence, and a sentence that its
/// author took back should not stay for ever in a record that others are handed.
public final class Drafts {
  /// Of a case's folder.
  public static final String FOLDER = "reports";

  /// Older revisions than that are dropped.
  private static final int KEPT = 100;

  private static final int LONGEST_NAME = 60;
  private static final String FILE = ".json";

  private final Path folder;

  /// @param folder made when the first report is
  public Drafts(Path folder) {
    this.folder = folder;
  }

  /// The latest revision of every report, by name.
  public List<Draft> all() {
    List<Draft> all = new ArrayList<>();
    for (Path each : files(folder)) {
      if (Files.isDirectory(each)) {
        latest(String.valueOf(each.getFileName())).ifPresent(all::add);
      }
    }
    return all;
  }

  public Optional<Draft> latest(String name) {
    List<Path> revisions = isName(name) ? files(folder.resolve(name)) : List.of();
    return revisions.isEmpty() ? Optional.empty() : Optional.of(read(revisions.getLast()));
  }

  /// The revisions that are kept, the latest first.
  public List<Draft> revisions(String name) {
    return isName(name)
        ? files(folder.resolve(name)).reversed().stream().map(Drafts::read).toList()
        : List.of();
  }

  /// Begins a report.
  public synchronized Draft begin(String title, String by) {
    return locked(() -> {
      String wanted = name(title);
      String name = wanted;
      for (int i = 2; Files.exists(folder.resolve(name)); i++) {
        name = wanted + "-" + i;
      }
      Draft draft = new Draft(name, title, 1, 1, by, "began the report", List.of());
      make(folder.resolve(name));
      write(draft);
      return draft;
    });
  }

  /// Changes the latest revision of a report.
  ///
  /// @param what is done, as the rest of a sentence that begins with who
  /// @return the new revision, the latest where nothing changed
  /// @throws WhenceException if there is no such report, or `change` refuses
  public synchronized Draft change(
      String name, String by, String what, UnaryOperator<Draft> change) {
    return locked(() -> {
      Draft before =
          latest(name)
              .orElseThrow(() -> new WhenceException("There is no report by the name " + name));
      Draft after = change.apply(before);
      if (after.equals(before)) {
        return before;
      }
      Draft made =
          new Draft(
              name, after.title(), before.revision() + 1, after.next(), by, what, after.items());
      write(made);
      List<Path> revisions = files(folder.resolve(name));
      for (Path old : revisions.subList(0, Math.max(0, revisions.size() - KEPT))) {
        Files.deleteIfExists(old);
      }
      return made;
    });
  }

  /// Makes a report what it was at an earlier revision, as a new one.
  public Draft restore(String name, long revision, String by) {
    Draft wanted =
        revisions(name).stream()
            .filter(each -> each.revision() == revision)
            .findFirst()
            .orElseThrow(
                () -> new WhenceException("Revision " + revision + " of this report is not kept"));
    return change(
        name,
        by,
        "went back to revision " + revision,
        now -> {
          // Whoever has a text open sees that it is another one now.
          List<Item> items =
              wanted.items().stream().map(item -> at(item, now.revision() + 1)).toList();
          return new Draft(
              name, wanted.title(), now.revision(), now.next(), now.by(), now.what(), items);
        });
  }

  private static Item at(Item item, long revision) {
    return switch (item) {
      case Item.OfClaim it -> new Item.OfClaim(it.id(), revision, it.text(), it.citations());
      case Item.OfQuestion it -> new Item.OfQuestion(it.id(), revision, it.question(), it.text());
      case Item.Heading it -> new Item.Heading(it.id(), revision, it.text());
      case Item.Written it -> new Item.Written(it.id(), revision, it.text(), it.citations());
    };
  }

  private interface Work<T> {
    T run() throws IOException;
  }

  private <T> T locked(Work<T> work) {
    try {
      make(folder);
      try (FileChannel channel =
              FileChannel.open(
                  folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock _ = channel.lock()) {
        return work.run();
      }
    } catch (IOException e) {
      throw new WhenceException(
          "The report cannot be kept in the case: " + e.getMessage() + ". Nothing was changed.", e);
    }
  }

  /// The owner's alone, as the case's other folders are.
  private static void make(Path place) throws IOException {
    Files.createDirectories(place);
    if (place.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(place, PosixFilePermissions.fromString("rwx------"));
    }
  }

  /// Beside its place first, on the disk, then into it.
  private void write(Draft draft) throws IOException {
    Path place = folder.resolve(draft.name());
    Path unfinished = place.resolve(".unfinished");
    try (FileChannel out =
        FileChannel.open(
            unfinished,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      ByteBuffer bytes = ByteBuffer.wrap(DraftFile.write(draft));
      while (bytes.hasRemaining()) {
        out.write(bytes);
      }
      out.force(true);
    }
    Files.move(
        unfinished,
        place.resolve("%08d".formatted(draft.revision()) + FILE),
        StandardCopyOption.ATOMIC_MOVE);
    sync(place);
  }

  /// The entry in the folder is on the disk too, where the system lets a folder be opened.
  private static void sync(Path place) throws IOException {
    if (!System.getProperty("os.name", "").startsWith("Windows")) {
      try (FileChannel channel = FileChannel.open(place, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  private static Draft read(Path file) {
    try {
      return DraftFile.read(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new WhenceException(
          file
              + ": this revision of the report cannot be read ("
              + e.getMessage()
              + "). Take the file out of the case's reports folder to see the one before.",
          e);
    }
  }

  /// What is not hidden, by name.
  private static List<Path> files(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(each -> !String.valueOf(each.getFileName()).startsWith("."))
          .sorted(Comparator.comparing(each -> String.valueOf(each.getFileName())))
          .toList();
    } catch (IOException e) {
      throw new WhenceException("The case's reports cannot be listed: " + e.getMessage(), e);
    }
  }

  private static boolean isName(String name) {
    return name.matches("[a-z0-9][a-z0-9-]{0,79}");
  }

  private static String name(String title) {
    String plain =
        Normalizer.normalize(title, Normalizer.Form.NFD)
            .toLowerCase(Locale.ROOT)
            .replaceAll("\\p{M}", "")
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-|-$", "");
    String cut = plain.substring(0, Math.min(LONGEST_NAME, plain.length())).replaceAll("-$", "");
    return cut.isEmpty() ? "report" : cut;
  }
}
