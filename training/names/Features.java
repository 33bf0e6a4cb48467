import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import whence.names.NameKind;
import whence.names.SameName;

/// What the matcher counts for each pair of a CSV file with the columns name1, name2, schema and
/// is_match, as tab-separated text: the mark, the names, the numbers.
///
///     java -cp core/target/classes training/names/Features.java PAIRS.csv > features.tsv
public final class Features {
  public static void main(String[] arguments) throws Exception {
    List<List<String>> rows = rows(Files.readString(Path.of(arguments[0])));
    List<String> head = rows.getFirst();
    boolean first = true;
    for (List<String> row : rows.subList(1, rows.size())) {
      String one = row.get(head.indexOf("name1"));
      String other = row.get(head.indexOf("name2"));
      Map<String, Double> features =
          SameName.features(one, other, NameKind.of(row.get(head.indexOf("schema"))));
      if (first) {
        System.out.println("same\tname1\tname2\t" + String.join("\t", features.keySet()));
        first = false;
      }
      StringBuilder line = new StringBuilder(row.get(head.indexOf("is_match")));
      line.append('\t').append(plain(one)).append('\t').append(plain(other));
      features.values().forEach(value -> line.append('\t').append(value));
      System.out.println(line);
    }
  }

  private static String plain(String name) {
    return name.replaceAll("\\s", " ");
  }

  private static List<List<String>> rows(String csv) {
    List<List<String>> rows = new ArrayList<>();
    List<String> row = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (char c : csv.replace("\r\n", "\n").toCharArray()) {
      if (c == '"') {
        // a doubled quote closes and opens again
        if (!quoted && !cell.isEmpty()) {
          cell.append(c);
        }
        quoted = !quoted;
      } else if (!quoted && (c == ',' || c == '\n')) {
        row.add(cell.toString());
        cell.setLength(0);
        if (c == '\n') {
          rows.add(row);
          row = new ArrayList<>();
        }
      } else {
        cell.append(c);
      }
    }
    return rows;
  }
}
