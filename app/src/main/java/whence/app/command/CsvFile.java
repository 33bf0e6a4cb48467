package whence.app.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Columns of a CSV file in UTF-8 as RFC 4180 has it: a head, commas, double quotes. Line ends may
/// be any, a byte order mark is passed over. Faults are told with the file and the line.
final class CsvFile {
  /// Bytes. It is held in memory as a whole, so that nothing is printed of a file that turns out
  /// bad.
  static final long LARGEST = 200_000_000;

  private static final int LONGEST_FIELD = 1_000_000;
  private static final int MOST_FIELDS = 1_000;
  private static final int END = -1;
  private static final int NOTHING_AHEAD = -2;

  private final Path file;
  private final Reader reader;
  private int ahead = NOTHING_AHEAD;
  private int line = 1;

  private CsvFile(Path file, Reader reader) {
    this.file = file;
    this.reader = reader;
  }

  /// The rows' fields of `columns`, in that order; rows that are empty are passed over.
  static List<List<String>> columns(Path file, List<String> columns) {
    try {
      if (!Files.isRegularFile(file)) {
        throw new UsageException(file + ": there is no such file");
      }
      if (Files.size(file) > LARGEST) {
        throw new UsageException(
            file + ": is larger than " + LARGEST / 1_000_000 + " MB; part it into smaller files");
      }
      try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
        return new CsvFile(file, reader).read(columns);
      }
    } catch (CharacterCodingException e) {
      throw new UsageException(file + ": is not UTF-8; save it as CSV in UTF-8");
    } catch (IOException e) {
      throw new UsageException(file + ": cannot be read (" + e.getClass().getSimpleName() + ")");
    }
  }

  private List<List<String>> read(List<String> columns) throws IOException {
    if (peek() == 0xFEFF) {
      next();
    }
    List<String> head =
        row().stream().map(column -> column.strip().toLowerCase(Locale.ROOT)).toList();
    List<Integer> places = columns.stream().map(head::indexOf).toList();
    if (places.contains(-1)) {
      throw new UsageException(
          "%s: line 1 must name the columns %s, parted by commas; it names %s"
              .formatted(file, String.join(", ", columns), shown(head)));
    }
    List<List<String>> rows = new ArrayList<>();
    while (peek() != END) {
      int first = line;
      List<String> row = row();
      if (row.equals(List.of(""))) {
        continue;
      }
      for (int i = 0; i < columns.size(); i++) {
        if (places.get(i) >= row.size()) {
          throw new UsageException(
              "%s: line %d has %d fields, so there is none in the column %s; give each line as many as the first"
                  .formatted(file, first, row.size(), columns.get(i)));
        }
      }
      rows.add(places.stream().map(row::get).toList());
    }
    return rows;
  }

  private static String shown(List<String> head) {
    String all = String.join(", ", head);
    return all.isBlank() ? "none" : all.length() <= 200 ? all : all.substring(0, 200) + "…";
  }

  private List<String> row() throws IOException {
    List<String> row = new ArrayList<>();
    while (true) {
      row.add(peek() == '"' ? quoted() : plain());
      if (row.size() > MOST_FIELDS) {
        throw fault(line, "more than " + MOST_FIELDS + " fields; is it a CSV file?");
      }
      int end = next();
      if (end == ',') {
        continue;
      }
      if (end == '\r' && peek() == '\n') {
        next();
      }
      if (end == '\n' || end == '\r' || end == END) {
        line++;
        return row;
      }
      throw fault(line, "something follows a closing quote; double the quotes within a field");
    }
  }

  private String plain() throws IOException {
    StringBuilder field = new StringBuilder();
    while (peek() != ',' && peek() != '\n' && peek() != '\r' && peek() != END) {
      append(field, next(), line);
    }
    return field.toString();
  }

  private String quoted() throws IOException {
    int first = line;
    StringBuilder field = new StringBuilder();
    next();
    while (true) {
      int letter = next();
      if (letter == END) {
        throw fault(first, "a quote is opened and never closed");
      }
      if (letter == '"') {
        if (peek() != '"') {
          return field.toString();
        }
        next();
      }
      if (letter == '\n') {
        line++;
      }
      append(field, letter, first);
    }
  }

  private void append(StringBuilder field, int letter, int at) {
    if (field.length() == LONGEST_FIELD) {
      throw fault(
          at,
          "a field longer than "
              + LONGEST_FIELD
              + " characters; is a quote opened and not closed?");
    }
    field.append((char) letter);
  }

  private UsageException fault(int at, String what) {
    return new UsageException(file + ": line " + at + ": " + what);
  }

  private int peek() throws IOException {
    if (ahead == NOTHING_AHEAD) {
      ahead = reader.read();
    }
    return ahead;
  }

  private int next() throws IOException {
    int letter = peek();
    ahead = letter == END ? END : NOTHING_AHEAD;
    return letter;
  }
}
