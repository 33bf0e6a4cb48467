package whence.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import whence.ask.Exhibits;
import whence.model.Document;
import whence.model.Sha256;
import whence.model.SpeakerRole;
import whence.model.Statement;
import whence.model.Text;
import whence.read.Reader;

/// Ids of exhibits that the hearings cite, beside a plain scan; and who speaks in them.
final class ExhibitsMeasure implements Measure {
  private static final int SHOWN = 40;
  private static final int FEWEST_LETTERS = 2;
  private static final int MOST_LETTERS = 6;
  private static final int FEWEST_DIGITS = 7;
  private static final int MOST_DIGITS = 9;

  @Override
  public String name() {
    return "exhibits";
  }

  @Override
  public String says() {
    return "exhibits cited in 126 hearing files beside a plain scan; which have a chair, counsel, a witness";
  }

  @Override
  public void take(Setting setting, Sheet sheet) throws IOException {
    Optional<Path> archive = setting.shared("cases/horizon-hearings.tar.gz");
    if (archive.isEmpty()) {
      sheet.note("not measured: no shared hearings");
      return;
    }
    SortedMap<String, String> texts = new TreeMap<>();
    Archive.paths(archive.get())
        .forEach((path, bytes) -> texts.put(path, new String(bytes, StandardCharsets.UTF_8)));
    exhibits(texts, sheet);
    speakers(texts, sheet);
  }

  private static void exhibits(SortedMap<String, String> texts, Sheet sheet) {
    Set<String> ours = new HashSet<>();
    Set<String> theirs = new HashSet<>();
    SortedSet<String> beside = new TreeSet<>();
    SortedSet<String> missed = new TreeSet<>();
    SortedMap<String, Integer> kinds = new TreeMap<>();
    int mentions = 0;
    int scanned = 0;
    int both = 0;
    long characters = 0;
    long start = System.nanoTime();
    SortedMap<String, List<Exhibits.Reference>> found = new TreeMap<>();
    for (Map.Entry<String, String> text : texts.entrySet()) {
      found.put(text.getKey(), Exhibits.in(text.getValue()));
      characters += text.getValue().length();
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    for (Map.Entry<String, String> text : texts.entrySet()) {
      SortedMap<Integer, String> scan = scan(text.getValue());
      Set<Integer> places = new HashSet<>();
      for (Exhibits.Reference each : found.getOrDefault(text.getKey(), List.of())) {
        kinds.merge(each.kind().name(), 1, Integer::sum);
        if (each.kind() != Exhibits.Kind.SERIES) {
          continue;
        }
        mentions++;
        ours.add(each.key());
        places.add(each.place().start());
        if (scan.containsKey(each.place().start())) {
          both++;
        } else {
          beside.add(each.key());
        }
      }
      scanned += scan.size();
      scan.forEach((at, id) -> {
        theirs.add(id);
        if (!places.contains(at)) {
          missed.add(id);
        }
      });
    }
    sheet.note("%d files, %,d characters".formatted(texts.size(), characters));
    sheet.figure("time to find them", "seconds", seconds);
    sheet.figure("citations by the plain scan", "", scanned);
    sheet.figure("citations found", "", mentions);
    sheet.figure("  precision against the scan", "%", 100.0 * both / mentions);
    sheet.figure("  recall against the scan", "%", 100.0 * both / scanned);
    Set<String> common = new HashSet<>(ours);
    common.retainAll(theirs);
    sheet.figure("exhibits by the plain scan", "", theirs.size());
    sheet.figure("exhibits found", "", ours.size());
    sheet.figure("  precision against the scan", "%", 100.0 * common.size() / ours.size());
    sheet.figure("  recall against the scan", "%", 100.0 * common.size() / theirs.size());
    sheet.note("found and not in the scan, to be read: " + some(beside));
    sheet.note("in the scan and not found: " + some(missed));
    sheet.note("references by kind: " + kinds);
  }

  /// Words of two to six capitals and seven to nine digits, nothing between, by where they start.
  private static SortedMap<Integer, String> scan(String text) {
    SortedMap<Integer, String> found = new TreeMap<>();
    int start = -1;
    for (int i = 0; i <= text.length(); i++) {
      boolean inside = i < text.length() && isPart(text.charAt(i));
      if (inside && start < 0) {
        start = i;
      } else if (!inside && start >= 0) {
        if (isId(text, start, i)) {
          found.put(start, text.substring(start, i));
        }
        start = -1;
      }
    }
    return found;
  }

  private static boolean isPart(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
  }

  private static boolean isId(String text, int start, int end) {
    int at = start;
    while (at < end && text.charAt(at) >= 'A' && text.charAt(at) <= 'Z') {
      at++;
    }
    int letters = at - start;
    while (at < end && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    int digits = at - start - letters;
    return at == end
        && letters >= FEWEST_LETTERS
        && letters <= MOST_LETTERS
        && digits >= FEWEST_DIGITS
        && digits <= MOST_DIGITS;
  }

  private static String some(SortedSet<String> ids) {
    return ids.size()
        + (ids.isEmpty() ? "" : ": " + String.join(" ", ids.stream().limit(SHOWN).toList()));
  }

  private static void speakers(SortedMap<String, String> texts, Sheet sheet) {
    Reader reader = new Reader(new PatternTagger());
    Map<SpeakerRole, Integer> files = new EnumMap<>(SpeakerRole.class);
    Map<SpeakerRole, Integer> turns = new EnumMap<>(SpeakerRole.class);
    int hearings = 0;
    int all = 0;
    int spoken = 0;
    SortedSet<String> lacking = new TreeSet<>();
    for (Map.Entry<String, String> each : texts.entrySet()) {
      String path = each.getKey();
      Text text = Text.plain(each.getValue());
      SortedMap<SpeakerRole, SortedSet<String>> names = new TreeMap<>();
      int sentences = 0;
      for (Statement statement : reader.read(document(path, text), text).statements()) {
        SpeakerRole role = statement.speakerRole();
        if (role != null) {
          sentences++;
          turns.merge(role, 1, Integer::sum);
          String name = statement.innermost().name();
          names.computeIfAbsent(role, _ -> new TreeSet<>()).add(name == null ? "?" : name);
        }
      }
      spoken += sentences;
      names.keySet().forEach(role -> files.merge(role, 1, Integer::sum));
      if (sentences > 0) {
        hearings++;
        all += names.size() == SpeakerRole.values().length ? 1 : 0;
      }
      if (names.size() < SpeakerRole.values().length) {
        lacking.add(path + " has " + names.keySet());
      }
    }
    sheet.figure("files with speakers", "", hearings);
    for (SpeakerRole role : SpeakerRole.values()) {
      sheet.figure("  with a " + role, "files", files.getOrDefault(role, 0));
      sheet.figure("  sentences of a " + role, "", turns.getOrDefault(role, 0));
    }
    sheet.figure("  with all three", "files", all);
    sheet.figure("  sentences with a role", "", spoken);
    lacking.forEach(line -> sheet.note("not all three: " + line));
  }

  private static Document document(String path, Text text) {
    return new Document(
        Sha256.of(path),
        path,
        List.of(),
        null,
        null,
        null,
        null,
        null,
        null,
        "text/x-rst",
        "en",
        null,
        text.characters().length(),
        List.of(),
        text.hash(),
        Document.Status.READ,
        null);
  }
}
