package whence.app.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import whence.weigh.fuse.Told;

/// Reads what sources say from a CSV file (RFC 4180, UTF-8, with or without a byte order mark).
///
/// @param told what its rows say; an empty value says nothing
/// @param unread what could not be understood but leaves the rest standing, a line each
record ToldFile(List<Told> told, List<String> unread) {
  private static final List<String> COLUMNS = List.of("source", "item", "attribute", "value");
  private static final String TIME = "time";
  private static final Pattern ISO =
      Pattern.compile("\\d{4}(?:-\\d{2}(?:-\\d{2}(?:[T ]\\d{2}:\\d{2}[0-9:.,Z+-]{0,24})?)?)?");

  /// What one file may cost: it is held in memory.
  private static final long BYTES = 256L << 20;

  /// More is no value but a quotation mark that was never closed.
  private static final int CHARACTERS = 64 << 10;

  /// @throws UsageException naming the file, the line and what to do
  static ToldFile read(Path file) {
    try {
      if (Files.isRegularFile(file) && Files.size(file) > BYTES) {
        throw new UsageException(
            file + ": larger than 256 MB; cut it into several by item and fuse each");
      }
      try (Reader reader = reader(file);
          CSVParser parser =
              CSVParser.builder()
                  .setReader(reader)
                  .setFormat(CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).get())
                  .get()) {
        return rows(file, parser);
      }
    } catch (CharacterCodingException e) {
      throw new UsageException(file + ": is not UTF-8 text; save it as UTF-8");
    } catch (IOException e) {
      throw new UsageException(
          file + ": cannot be read as a file (" + e.getClass().getSimpleName() + ")");
    }
  }

  private static Reader reader(Path file) throws IOException {
    BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8.newDecoder()));
    reader.mark(1);
    if (reader.read() != '\uFEFF') {
      reader.reset();
    }
    return reader;
  }

  private static ToldFile rows(Path file, CSVParser parser) throws IOException {
    Rows rows = new Rows(file, parser);
    CSVRecord first = rows.next();
    if (first == null) {
      throw new UsageException(
          file + ", line 1: is empty; its first line must name the columns " + names());
    }
    Map<String, Integer> columns = columns(file, first);
    List<Told> told = new ArrayList<>();
    List<String> unread = new ArrayList<>();
    for (CSVRecord row = rows.next(); row != null; row = rows.next()) {
      String place = file + ", line " + rows.line;
      if (row.size() != first.size()) {
        throw new UsageException(
            "%s: %d fields where the first line names %d; put a field with a comma or a line break in it in quotation marks"
                .formatted(place, row.size(), first.size()));
      }
      List<String> fields = new ArrayList<>();
      for (String name : COLUMNS) {
        fields.add(field(row, columns.getOrDefault(name, -1), name, place));
      }
      String time = columns.containsKey(TIME) ? row.get(columns.get(TIME)).strip() : "";
      if (!time.isEmpty() && !ISO.matcher(time).matches()) {
        unread.add(
            place
                + ": the time is not ISO 8601 (2024, 2024-05-17, 2024-05-17T09:30); taken as unknown");
        time = "";
      }
      if (!fields.get(3).isEmpty()) {
        told.add(
            new Told(
                fields.get(0),
                fields.get(1),
                fields.get(2),
                fields.get(3),
                time.isEmpty() ? null : time.replace(' ', 'T')));
      }
    }
    return new ToldFile(List.copyOf(told), List.copyOf(unread));
  }

  private static String field(CSVRecord row, int column, String name, String place) {
    String field = row.get(column).strip();
    if (field.length() > CHARACTERS) {
      throw new UsageException(
          "%s: the %s has %,d characters, more than %,d; look for a quotation mark that is not closed"
              .formatted(place, name, field.length(), CHARACTERS));
    }
    if (field.isEmpty() && !name.equals("value")) {
      throw new UsageException(place + ": the " + name + " is empty; fill it in or cut the row");
    }
    return field;
  }

  private static Map<String, Integer> columns(Path file, CSVRecord first) {
    Map<String, Integer> columns = new HashMap<>();
    for (int column = 0; column < first.size(); column++) {
      String name = first.get(column).strip().toLowerCase(Locale.ROOT);
      boolean known = COLUMNS.contains(name) || name.equals(TIME);
      if (known && columns.put(name, column) != null) {
        throw new UsageException(
            file + ", line 1: the column " + name + " stands there twice; rename one of them");
      }
    }
    List<String> missing = COLUMNS.stream().filter(name -> !columns.containsKey(name)).toList();
    if (!missing.isEmpty()) {
      throw new UsageException(
          "%s, line 1: no column %s; the first line must name the columns %s, separated by commas"
              .formatted(file, String.join(", ", missing), names()));
    }
    return columns;
  }

  private static String names() {
    return String.join(", ", COLUMNS) + " and, where there is one, " + TIME;
  }

  /// The rows, one after the other, and where each begins.
  private static final class Rows {
    private final Path file;
    private final CSVParser parser;
    private final Iterator<CSVRecord> rows;
    private long line = 1;

    Rows(Path file, CSVParser parser) {
      this.file = file;
      this.parser = parser;
      this.rows = parser.iterator();
    }

    @Nullable CSVRecord next() throws IOException {
      line = parser.getCurrentLineNumber() + 1;
      try {
        return rows.hasNext() ? rows.next() : null;
      } catch (UncheckedIOException e) {
        if (e.getCause() instanceof CharacterCodingException coding) {
          throw coding;
        }
        throw new UsageException(
            file
                + ", line "
                + line
                + ": its quotation marks do not pair up; close each, and write one inside a field twice");
      }
    }
  }
}
