package whence.store.local;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import whence.store.CaseLocked;
import whence.store.CaseUnusable;

/// A case folder's layout, and how one of an older format becomes one of this.
final class CaseFolder {
  /// Step `n` brings a folder from format `n` to format `n + 1`; an empty folder has format 0. A
  /// new case goes through all of them, an older one through those it has not been through. A step
  /// may have been cut short by a crash, so each can be done again over its own beginnings.
  private static final List<Step> STEPS = List.of(CaseFolder::layFirst);

  private static final int FORMAT = STEPS.size();
  private static final Set<String> OURS =
      Set.of(
          "originals",
          "derived",
          "journal.db",
          "journal.db-wal",
          "journal.db-shm",
          "case.lock",
          "grades.txt");
  private static final JsonFactory JSON = new JsonFactory();

  private interface Step {
    void take(Path folder) throws IOException;
  }

  private CaseFolder() {}

  /// Whether `folder` holds a case, finished or begun.
  static boolean isCase(Path folder) {
    return Files.exists(folder.resolve("case.json"));
  }

  /// Makes `folder` ready to become a case.
  static void prepare(Path folder) throws IOException {
    if (Files.exists(folder)) {
      if (!Files.isDirectory(folder)) {
        throw new CaseUnusable(folder + ": is a file; a case is a folder, so name another");
      }
      try (Stream<Path> inside = Files.list(folder)) {
        if (!inside.allMatch(it -> isOurs(it))) {
          throw new CaseUnusable(
              folder + ": holds other files and no case; name a new or an empty folder");
        }
      }
    }
    Folders.makePrivate(folder);
  }

  /// @throws CaseUnusable if there is no case or it is of a format that is not known yet
  static void check(Path folder) throws IOException {
    if (!isCase(folder)) {
      throw new CaseUnusable(
          folder
              + ": there is no case here; `whence read PATH --case "
              + folder.getFileName()
              + "` makes one");
    }
    Card card = Card.of(folder);
    if (card.format > FORMAT) {
      throw new CaseUnusable(
          folder
              + ": this case was written by "
              + card.writtenWith
              + " in format "
              + card.format
              + ", and this version knows formats up to "
              + FORMAT
              + "; open it with that version or a later one");
    }
  }

  /// @throws CaseLocked if an older version has the case open, so that it could not be brought up
  ///   to date
  static void checkCurrent(Path folder) throws IOException {
    check(folder);
    if (Card.of(folder).format < FORMAT) {
      throw new CaseLocked(
          folder
              + ": an older version of Whence has this case open; end it, so that the case can be"
              + " brought up to date");
    }
  }

  /// Tidies up after a crash and takes the steps that the case has not been through.
  static void bringUpToDate(Path folder, String program) throws IOException {
    Card card = isCase(folder) ? Card.of(folder) : new Card(0, program, program);
    if (card.format < FORMAT) {
      for (Step step : STEPS.subList(card.format, FORMAT)) {
        step.take(folder);
      }
      new Card(FORMAT, card.createdWith, program).put(folder);
    }
    Folders.deleteTemporaries(folder);
    Folders.deleteTemporaries(folder.resolve("originals"));
  }

  private static void layFirst(Path folder) throws IOException {
    Folders.makePrivate(folder.resolve("originals"));
    Folders.makePrivate(folder.resolve("derived"));
    LocalJournal.lay(folder.resolve("journal.db"));
  }

  private static boolean isOurs(Path file) {
    String name = String.valueOf(file.getFileName());
    return OURS.contains(name) || (name.startsWith("new-") && name.endsWith(".tmp"));
  }

  /// What `case.json` says.
  ///
  /// @param format of the folder
  /// @param createdWith name and version of the program that made it
  /// @param writtenWith the same of the one that gave it this format
  private record Card(int format, String createdWith, String writtenWith) {
    static Card of(Path folder) throws IOException {
      Path file = folder.resolve("case.json");
      String json = Files.readString(file);
      try {
        Fields fields = Fields.of(json);
        int format = fields.whole("format");
        if (format < 1) {
          throw new IllegalArgumentException("no format has the number " + format);
        }
        return new Card(format, fields.text("createdWith"), fields.text("writtenWith"));
      } catch (IOException | IllegalArgumentException e) {
        throw new CaseUnusable(
            file + ": is damaged (" + e.getMessage() + "); restore it from a back-up of the case",
            e);
      }
    }

    void put(Path folder) throws IOException {
      Path temporary = Folders.temporary(folder);
      try (JsonGenerator json =
          JSON.createGenerator(temporary.toFile(), JsonEncoding.UTF8).useDefaultPrettyPrinter()) {
        json.writeStartObject();
        json.writeNumberField("format", format);
        json.writeStringField("createdWith", createdWith);
        json.writeStringField("writtenWith", writtenWith);
        json.writeEndObject();
      }
      Folders.settle(temporary, folder.resolve("case.json"));
    }
  }
}
