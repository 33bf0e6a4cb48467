package whence.app.pipeline;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.FileVisitor;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import whence.model.CodePoints;
import whence.model.WhenceException;

/// Lists what the paths on a command line hold, in one order whatever the file system's: by root,
/// then by path, by code point.
public final class Walk {
  /// What systems leave behind of their own accord: never anybody's document.
  private static final Set<String> LITTER = Set.of(".DS_Store", "Thumbs.db", "desktop.ini");

  private static final Comparator<Found> ORDER =
      Comparator.comparing(Found::path, CodePoints.ORDER)
          .thenComparing(Found::root, CodePoints.ORDER)
          .thenComparing(found -> found.file().toString());

  private Walk() {}

  /// @throws WhenceException if a path named does not exist
  public static List<Found> over(List<Path> roots) {
    TreeSet<Found> found = new TreeSet<>(ORDER);
    for (Path root : roots) {
      found.addAll(under(root));
    }
    return List.copyOf(found);
  }

  private static List<Found> under(Path named) {
    Path real;
    try {
      real = named.toRealPath();
    } catch (NoSuchFileException e) {
      throw new WhenceException(
          named
              + ": there is no such file or folder; check the name, or put quotes around one "
              + "that holds spaces",
          e);
    } catch (IOException e) {
      throw new WhenceException(named + ": cannot be opened (" + e.getMessage() + ")", e);
    }
    if (!Files.isDirectory(real)) {
      Path folder = real.getParent();
      return List.of(
          new Found(
              name(folder == null ? real : folder),
              // The name as given: a link named on the command line is named by the user.
              lastOf(named.toAbsolutePath().normalize()),
              real,
              Files.isRegularFile(real) ? null : notAFile()));
    }
    if (isCase(real)) {
      throw new WhenceException(
          named
              + ": this is a Whence case, not a folder of documents; name the folder that holds "
              + "the documents");
    }
    Collector collector = new Collector(real);
    try {
      Files.walkFileTree(real, collector);
    } catch (IOException e) {
      throw new WhenceException(named + ": cannot be listed (" + e.getMessage() + ")", e);
    }
    return collector.found;
  }

  private static final class Collector implements FileVisitor<Path> {
    private final Path root;
    private final String rootName;
    private final List<Found> found = new ArrayList<>();

    Collector(Path root) {
      this.root = root;
      this.rootName = name(root);
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      // A case kept beside its documents must not swallow itself.
      return isCase(folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (LITTER.contains(lastOf(file))) {
        return FileVisitResult.CONTINUE;
      }
      if (attributes.isSymbolicLink()) {
        link(file);
      } else {
        add(file, file, attributes.isRegularFile() ? null : notAFile());
      }
      return FileVisitResult.CONTINUE;
    }

    private void link(Path link) {
      Path target;
      try {
        target = link.toRealPath();
      } catch (IOException e) {
        add(link, link, "a symbolic link that leads nowhere");
        return;
      }
      if (!target.startsWith(root)) {
        add(
            link,
            link,
            "a symbolic link out of the folder; name what it leads to on the command line to read "
                + "that too");
      } else if (!Files.isDirectory(target)) {
        add(link, target, Files.isRegularFile(target) ? null : notAFile());
      }
      // A link to a folder inside the root adds nothing: its files have paths of their own.
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) {
      add(
          file,
          file,
          Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)
              ? "this folder may not be listed; check its permissions"
              : "this file may not be opened; check its permissions");
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) {
      if (failure != null) {
        add(folder, folder, "this folder could not be listed to its end");
      }
      return FileVisitResult.CONTINUE;
    }

    private void add(Path at, Path file, @Nullable String refused) {
      StringBuilder path = new StringBuilder();
      for (Path part : root.relativize(at)) {
        path.append(path.isEmpty() ? "" : "/").append(part);
      }
      found.add(new Found(rootName, path.toString(), file, refused));
    }
  }

  private static String notAFile() {
    return "not a regular file (a device, a pipe or a socket)";
  }

  private static boolean isCase(Path folder) {
    return Files.exists(folder.resolve("journal.db"))
        && Files.isDirectory(folder.resolve("originals"));
  }

  /// A folder's name; the home folder's is often its owner's, which the record must not carry.
  private static String name(Path folder) {
    String home = System.getProperty("user.home", "");
    String name = lastOf(folder);
    return (!home.isEmpty() && folder.equals(Path.of(home)))
            || name.equals(System.getProperty("user.name"))
        ? "home"
        : name;
  }

  private static String lastOf(Path path) {
    Path name = path.getFileName();
    return name == null ? "root" : name.toString();
  }
}
