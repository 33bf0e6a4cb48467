package whence.acquire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import whence.acquire.parser.Parsed;
import whence.acquire.parser.ParserMain;
import whence.acquire.parser.Request;
import whence.model.Block;
import whence.model.Document;
import whence.model.Page;
import whence.model.Sha256;
import whence.model.Text;
import whence.model.WhenceException;

/// Turns files into documents, one after the other. Owns the parser process, which starts with the
/// first file that is not plain text. Not thread-safe: one acquirer a thread, each with a scratch
/// folder of its own.
public final class Acquirer implements AutoCloseable {
  private static final String WITHIN = "!/";
  private static final String PDF = "application/pdf";

  private final Limits limits;
  private final Path scratch;
  private final ParserProcess parser;
  private final Language language = new Language();
  private String root = "";
  private long rootBytes;
  private int rootFiles;
  private int requests;

  /// @param scratch a folder of the acquirer's own, made private to its owner and emptied now and
  ///   on close
  /// @throws WhenceException if the folder cannot be used
  public Acquirer(Limits limits, Path scratch) {
    this(limits, scratch, List.of());
  }

  /// @param parserFlags for the parser process's JVM (`-XX:AOTCache=…`)
  public Acquirer(Limits limits, Path scratch, List<String> parserFlags) {
    this(limits, scratch, parserFlags, ParserMain.class.getName());
  }

  Acquirer(Limits limits, Path scratch, List<String> parserFlags, String parserMain) {
    this.limits = limits;
    this.scratch = scratch.toAbsolutePath();
    try {
      Files.createDirectories(this.scratch);
      if (Files.getFileStore(this.scratch).supportsFileAttributeView("posix")) {
        Files.setPosixFilePermissions(this.scratch, PosixFilePermissions.fromString("rwx------"));
      }
      empty(this.scratch);
    } catch (IOException e) {
      throw new WhenceException("the folder for temporary files cannot be used: " + scratch, e);
    }
    this.parser =
        new ParserProcess(limits, this.scratch.resolve("parser"), parserMain, parserFlags);
  }

  /// Reads one file. Whatever is wrong with it is said in the document, never thrown.
  ///
  /// @param file the bytes
  /// @param sha256 of the bytes
  /// @param path the document's path as printed; its ending is a hint to the type
  /// @throws WhenceException if no parser process can be started, or the scratch folder fails
  public Acquired acquire(Path file, Sha256 sha256, String path) {
    try {
      long size = Files.size(file);
      String type = MediaTypes.plain(path);
      if (size == 0) {
        return notRead(sha256, path, type, "the file is empty");
      }
      if (size > limits.bytes()) {
        return notRead(
            sha256, path, type, "larger than " + (limits.bytes() >> 20) + " MiB: split it");
      }
      return type == null ? parsed(file, sha256, path) : plain(file, sha256, path, type);
    } catch (IOException e) {
      return unreadable(sha256, path, e);
    }
  }

  /// On record as not read: a file whose bytes could not be had.
  ///
  /// @param sha256 of what stands for the bytes, such as the path's
  public static Acquired unreadable(Sha256 sha256, String path, IOException fault) {
    String why =
        switch (fault) {
          case AccessDeniedException e -> "permission denied: make it readable and read it again";
          case NoSuchFileException e -> "it vanished while it was to be read";
          default -> "cannot be opened: " + fault.getMessage();
        };
    return notRead(sha256, path, MediaTypes.plain(path), why);
  }

  /// On record as not read, for a reason of the caller's.
  public static Acquired notRead(
      Sha256 sha256, String path, @Nullable String mediaType, String why) {
    return new Acquired(
        new Document(
            sha256,
            path,
            List.of(),
            null,
            null,
            null,
            null,
            null,
            null,
            mediaType == null ? MediaTypes.UNKNOWN : mediaType,
            null,
            null,
            0,
            List.of(),
            null,
            Document.Status.NOT_READ,
            why),
        null,
        List.of());
  }

  private Acquired plain(Path file, Sha256 sha256, String path, String type) throws IOException {
    PlainText plain = PlainText.read(file, limits);
    String characters = plain.characters();
    if (characters == null) {
      return notRead(sha256, path, type, String.join("; ", plain.problems()));
    }
    return finish(
        sha256,
        path,
        type,
        Text.plain(characters),
        null,
        Parsed.Metadata.NONE,
        List.of(),
        plain.problems());
  }

  private Acquired parsed(Path file, Sha256 sha256, String path) throws IOException {
    enter(path);
    Path innerFolder = scratch.resolve("inner").resolve(Integer.toString(++requests));
    Files.createDirectories(innerFolder);
    Request request =
        new Request(
            file.toAbsolutePath(),
            path,
            innerFolder,
            limits.characters(),
            Math.max(0, limits.innerBytes() - rootBytes),
            Math.max(0, limits.innerFiles() - rootFiles),
            limits.ratio(),
            depth(path) < limits.depth(),
            true,
            (int) Math.max(1, limits.time().toSeconds() * 3 / 4));
    Parsed parsed;
    try {
      parsed = parseOrLeaveScans(request, innerFolder);
    } catch (ParserProcess.Failed e) {
      empty(innerFolder);
      Files.deleteIfExists(innerFolder);
      return notRead(sha256, path, e.mediaType(), String.valueOf(e.getMessage()));
    }
    List<Inner> inner = inner(parsed, innerFolder);
    if (inner.isEmpty()) {
      Files.deleteIfExists(innerFolder);
    }
    String characters = parsed.text();
    List<Page> pages = parsed.pages();
    if (parsed.verdict() == Parsed.Verdict.PLAIN_TEXT) {
      return plain(file, sha256, path, parsed.mediaType());
    }
    if (characters == null) {
      return notRead(sha256, path, parsed.mediaType(), String.join("; ", parsed.problems()));
    }
    return finish(
        sha256,
        path,
        parsed.mediaType(),
        checked(characters, pages == null ? List.of() : pages, parsed.blocks()),
        pages == null ? null : pages.size(),
        parsed.metadata(),
        inner,
        parsed.problems());
  }

  /// A page that is too much to draw costs a PDF its scanned pages, not its text.
  private Parsed parseOrLeaveScans(Request request, Path innerFolder)
      throws ParserProcess.Failed, IOException {
    try {
      return parser.parse(request);
    } catch (ParserProcess.Failed e) {
      if (!PDF.equals(e.mediaType())) {
        throw e;
      }
      empty(innerFolder);
      Parsed text = parser.parse(request.withoutScans());
      return text.problems().isEmpty() ? text : text.withProblem("drawn, it " + e.getMessage());
    }
  }

  /// The parser is not trusted to keep its own rules.
  private static Text checked(String text, List<Page> pages, List<Block> blocks) {
    int at = 0;
    for (Page page : pages) {
      if (page.start() < at || page.end() < page.start() || page.end() > text.length()) {
        return Text.plain(text);
      }
      at = page.end();
    }
    at = 0;
    for (Block block : blocks) {
      if (block.start() < at || block.end() < block.start() || block.end() > text.length()) {
        return Text.of(text, pages, List.of());
      }
      at = block.end();
    }
    return Text.of(text, pages, blocks);
  }

  private Acquired finish(
      Sha256 sha256,
      String path,
      String type,
      Text text,
      @Nullable Integer pages,
      Parsed.Metadata metadata,
      List<Inner> inner,
      List<String> problems) {
    String characters = text.characters();
    Language.Verdict languages = language.of(characters);
    String spoken = languages.main();
    List<String> why = new ArrayList<>(problems);
    if (languages.besides() != null) {
      why.add("a good part of it is in language " + languages.besides());
    }
    Document.Status status = why.isEmpty() ? Document.Status.READ : Document.Status.PARTLY_READ;
    if (spoken != null && !spoken.equals("en")) {
      status = Document.Status.NOT_READ;
      why.addFirst("language " + spoken);
    } else if (characters.isBlank() && inner.isEmpty() && !problems.isEmpty()) {
      status = Document.Status.NOT_READ;
    }
    Masthead masthead = Masthead.of(characters, text.blocks(), type, path, metadata);
    Document document =
        new Document(
            sha256,
            path,
            List.of(),
            masthead.title(),
            masthead.author(),
            masthead.publisher(),
            masthead.republishedFrom(),
            masthead.date(),
            masthead.dateSource(),
            type,
            spoken,
            pages,
            characters.length(),
            HandlingMarks.in(characters),
            text.hash(),
            status,
            why.isEmpty() ? null : String.join("; ", why));
    return new Acquired(document, text, inner);
  }

  private List<Inner> inner(Parsed parsed, Path folder) throws IOException {
    List<Inner> inner = new ArrayList<>();
    for (Parsed.Unpacked unpacked : parsed.inner()) {
      Path file = folder.resolve(unpacked.file());
      boolean honest =
          folder.equals(file.getParent()) && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
      if (honest) {
        rootBytes += Files.size(file);
        rootFiles++;
        inner.add(new Inner(unpacked.name(), file));
      }
    }
    return inner;
  }

  /// What is unpacked counts against the file that the user named, however deep it lay.
  private void enter(String path) {
    int within = path.indexOf(WITHIN);
    String outermost = within < 0 ? path : path.substring(0, within);
    if (!outermost.equals(root)) {
      root = outermost;
      rootBytes = 0;
      rootFiles = 0;
    }
  }

  private static int depth(String path) {
    int depth = 0;
    for (int i = path.indexOf(WITHIN); i >= 0; i = path.indexOf(WITHIN, i + 1)) {
      depth++;
    }
    return depth;
  }

  private static void empty(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> tree = Files.walk(folder)) {
      for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
        if (!path.equals(folder)) {
          Files.deleteIfExists(path);
        }
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /// The parser's process id, -1 if it is not running.
  long parserPid() {
    return parser.pid();
  }

  /// Ends the parser process and empties the scratch folder, inner files with it.
  @Override
  public void close() {
    parser.close();
    try {
      empty(scratch);
    } catch (IOException e) {
      throw new WhenceException("temporary files could not be removed from " + scratch, e);
    }
  }
}
