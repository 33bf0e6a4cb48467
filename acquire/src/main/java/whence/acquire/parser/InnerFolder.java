package whence.acquire.parser;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import whence.model.CodePoints;

/// Files unpacked from another, within its limits. They lie under numbers, so no name from outside
/// ever names a place on this machine.
final class InnerFolder {
  private static final long NEVER_A_BOMB = 64L << 20;
  private static final int LONGEST_NAME = 1000;
  private static final int SHOWN = 5;
  private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:.*", Pattern.DOTALL);
  private static final Pattern ENDING = Pattern.compile("[a-z0-9]{1,8}");

  /// A file's bytes; opened once.
  interface Source {
    InputStream open() throws IOException;
  }

  private final Request request;
  private final long packedBytes;
  private final List<Parsed.Unpacked> files = new ArrayList<>();
  private final Set<String> names = new HashSet<>();
  private final List<String> refused = new ArrayList<>();
  private int refusedCount;
  private int tooDeep;
  private long bytes;
  private @Nullable String stopped;

  InnerFolder(Request request) throws IOException {
    this.request = request;
    this.packedBytes = Math.max(1, Files.size(request.file()));
  }

  /// True once a limit was reached: nothing more can be added.
  boolean isFull() {
    return stopped != null;
  }

  /// Unpacks a file, or puts on record why not.
  void add(String name, Source source) throws IOException {
    if (isFull()) {
      return;
    }
    if (!request.nested()) {
      tooDeep++;
      return;
    }
    String problem = problemWith(name);
    if (problem != null) {
      refuse(name, problem);
      return;
    }
    if (files.size() >= request.innerFiles()) {
      stopped = "holds more than " + request.innerFiles() + " files: the rest was left packed";
      return;
    }
    String clean = unused(clean(name));
    String number = "%06d".formatted(files.size() + 1);
    Path file = request.inner().resolve(number);
    try (InputStream in = source.open();
        OutputStream out = Files.newOutputStream(file)) {
      copy(in, out);
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(file);
      refuse(name, Words.of(e));
      return;
    }
    if (stopped != null) {
      Files.deleteIfExists(file);
      return;
    }
    names.add(clean);
    files.add(new Parsed.Unpacked(clean, number));
  }

  void refuse(String name, String problem) {
    refusedCount++;
    if (refused.size() < SHOWN) {
      refused.add(Words.oneLine(name.replace("\0", "\\0"), 200) + ": " + problem);
    }
  }

  /// By name.
  List<Parsed.Unpacked> files() {
    return files.stream()
        .sorted(Comparator.comparing(Parsed.Unpacked::name, CodePoints.ORDER))
        .toList();
  }

  List<String> problems() {
    List<String> problems = new ArrayList<>();
    String stop = stopped;
    if (stop != null) {
      problems.add(stop);
    }
    if (tooDeep > 0) {
      problems.add(
          tooDeep + (tooDeep == 1 ? " file" : " files") + " inside nested too deeply to be read");
    }
    if (refusedCount > 0) {
      String more = refusedCount > SHOWN ? " and " + (refusedCount - SHOWN) + " more" : "";
      problems.add("left packed: " + String.join("; ", refused) + more);
    }
    return problems;
  }

  private void copy(InputStream in, OutputStream out) throws IOException {
    byte[] buffer = new byte[1 << 16];
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      bytes += n;
      if (bytes > request.innerBytes()) {
        stopped =
            "unpacks to more than " + request.innerBytes() + " bytes: the rest was left packed";
        return;
      }
      if (bytes > NEVER_A_BOMB && bytes / request.ratio() > packedBytes) {
        stopped =
            "unpacks to more than "
                + request.ratio()
                + " times its size, like a zip bomb: the rest was left packed";
        return;
      }
      out.write(buffer, 0, n);
    }
  }

  private static @Nullable String problemWith(String name) {
    String slashed = name.replace('\\', '/');
    if (slashed.isBlank() || slashed.length() > LONGEST_NAME) {
      return "a name that is empty or longer than " + LONGEST_NAME + " characters";
    }
    if (slashed.startsWith("/") || DRIVE.matcher(slashed).matches()) {
      return "an absolute path, outside the archive";
    }
    if (slashed.chars().anyMatch(Character::isISOControl)) {
      return "a control character in its name";
    }
    for (String part : slashed.split("/", -1)) {
      if (part.equals("..")) {
        return "a path outside the archive";
      }
    }
    return null;
  }

  private static String clean(String name) {
    List<String> parts = new ArrayList<>();
    for (String part : name.replace('\\', '/').split("/", -1)) {
      if (!part.isEmpty() && !part.equals(".")) {
        // "!/" is what parts an archive from what is in it.
        parts.add(part.endsWith("!") ? part.substring(0, part.length() - 1) + "%21" : part);
      }
    }
    return parts.isEmpty() ? "unnamed" : String.join("/", parts);
  }

  private String unused(String name) {
    if (!names.contains(name)) {
      return name;
    }
    int dot = name.lastIndexOf('.') > name.lastIndexOf('/') ? name.lastIndexOf('.') : name.length();
    for (int i = 2; ; i++) {
      String next = name.substring(0, dot) + " (" + i + ")" + name.substring(dot);
      if (!names.contains(next)) {
        return next;
      }
    }
  }

  /// `attachment-2.pdf`: the number in the mail and the ending of the file's own name, or one that
  /// goes with its media type.
  static String attachmentName(int number, @Nullable String name, @Nullable String type) {
    String ending = "";
    if (name != null && name.lastIndexOf('.') >= 0) {
      ending = name.substring(name.lastIndexOf('.') + 1).strip().toLowerCase(Locale.ROOT);
    }
    if (!ENDING.matcher(ending).matches()) {
      ending = endingOf(type == null ? "" : type.toLowerCase(Locale.ROOT));
    }
    return "attachment-" + number + "." + ending;
  }

  private static String endingOf(String type) {
    return switch (type) {
      case "message/rfc822" -> "eml";
      case "application/pdf" -> "pdf";
      case "text/plain" -> "txt";
      case "text/html" -> "html";
      case "image/png" -> "png";
      case "image/jpeg" -> "jpg";
      case "image/gif" -> "gif";
      case "image/tiff" -> "tiff";
      case "application/zip" -> "zip";
      case "application/msword" -> "doc";
      case "application/vnd.openxmlformats-officedocument.wordprocessingml.document" -> "docx";
      default -> "bin";
    };
  }
}
