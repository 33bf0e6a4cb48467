package whence.app.inquiry;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import whence.ask.Inquiry;
import whence.model.WhenceException;

/// Reads and starts `inquiry.yaml`.
public final class InquiryFile {
  public static final String NAME = "inquiry.yaml";
  private static final String SCHEMA = "inquiry.schema.json";
  private static final Pattern DATE = Pattern.compile("\\d{4}(?:-\\d{2}(?:-\\d{2})?)?");

  private InquiryFile() {}

  /// @param folder of the case
  /// @return empty where the case has none
  /// @throws WhenceException if it is not as it must be: the message names the line
  public static Optional<Inquiry> read(Path folder) {
    Path file = folder.resolve(NAME);
    String text;
    try {
      text = Files.readString(file);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new WhenceException(
          file + ": cannot be read as UTF-8 text; check its permissions and encoding", e);
    }
    try {
      return Optional.of(parse(file.toString(), text));
    } catch (Yaml.Unreadable e) {
      throw new WhenceException(Objects.requireNonNull(e.getMessage()), e);
    }
  }

  /// Starts an inquiry, and puts its schema beside it so that editors complete what they can.
  ///
  /// @return the file
  /// @throws WhenceException if there is one
  public static Path start(Path folder) {
    Path file = folder.resolve(NAME);
    try {
      Files.write(file, resource("new-" + NAME), StandardOpenOption.CREATE_NEW);
      Files.write(folder.resolve(SCHEMA), resource(SCHEMA));
      return file;
    } catch (FileAlreadyExistsException e) {
      throw new WhenceException(file + ": there is one; edit it", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream bytes = InquiryFile.class.getResourceAsStream(name)) {
      return Objects.requireNonNull(bytes, name).readAllBytes();
    }
  }

  static Inquiry parse(String name, String text) {
    Optional<Yaml> root = Yaml.parse(name, text);
    if (root.isEmpty()) {
      return Inquiry.NONE;
    }
    Yaml.Fields all =
        root.get()
            .fields(
                "an inquiry",
                ordered("inquiry", "questions", "hypotheses", "groups", "people", "deadlines"));
    List<Inquiry.Question> questions = new ArrayList<>();
    for (Yaml each : all.list("questions")) {
      Yaml.Fields fields = each.fields("a question", ordered("id", "question", "parent"));
      questions.add(
          new Inquiry.Question(
              fields.text("id"), fields.text("question"), fields.maybeText("parent")));
    }
    Set<String> ids = new LinkedHashSet<>();
    questions.forEach(question -> ids.add(question.id()));
    List<Inquiry.Hypothesis> hypotheses = new ArrayList<>();
    for (Yaml each : all.list("hypotheses")) {
      Yaml.Fields fields = each.fields("a hypothesis", ordered("id", "hypothesis", "question"));
      hypotheses.add(
          new Inquiry.Hypothesis(
              fields.text("id"),
              fields.text("hypothesis"),
              known(each, fields.maybeText("question"), ids)));
    }
    int number = 0;
    for (Yaml each : all.list("questions")) {
      known(each, questions.get(number++).parent(), ids);
    }
    acyclic(root.get(), questions);
    try {
      return new Inquiry(
          Objects.requireNonNullElse(all.maybeText("inquiry"), ""),
          questions,
          hypotheses,
          groups(all),
          people(all),
          deadlines(all));
    } catch (IllegalArgumentException e) {
      throw root.get().wrong("" + e.getMessage());
    }
  }

  private static @Nullable String known(Yaml at, @Nullable String id, Set<String> ids) {
    if (id != null && !ids.contains(id)) {
      throw at.wrong("there is no question " + id);
    }
    return id;
  }

  private static void acyclic(Yaml root, List<Inquiry.Question> questions) {
    Map<String, Inquiry.Question> byId = new TreeMap<>();
    questions.forEach(question -> byId.put(question.id(), question));
    for (Inquiry.Question question : questions) {
      Inquiry.Question at = question;
      for (int steps = 0; at != null && at.parent() != null; steps++) {
        if (steps > questions.size()) {
          throw root.wrong("question " + question.id() + " is its own parent, through others");
        }
        at = byId.get(at.parent());
      }
    }
  }

  private static SortedMap<String, List<String>> groups(Yaml.Fields all) {
    SortedMap<String, List<String>> groups = new TreeMap<>();
    Yaml of = all.byName().get("groups");
    if (of != null) {
      of.entries("groups")
          .forEach((name, patterns) ->
              groups.put(
                  name,
                  patterns.list("a group").stream().map(each -> each.text("a pattern")).toList()));
    }
    return groups;
  }

  private static List<Inquiry.Person> people(Yaml.Fields all) {
    List<Inquiry.Person> people = new ArrayList<>();
    for (Yaml each : all.list("people")) {
      Yaml.Fields fields = each.fields("a person", ordered("name", "also", "roles"));
      List<Inquiry.Role> roles = new ArrayList<>();
      for (Yaml role : fields.list("roles")) {
        Yaml.Fields held = role.fields("a role", ordered("role", "from", "to"));
        roles.add(
            new Inquiry.Role(
                held.text("role"),
                date(role, held.maybeText("from")),
                date(role, held.maybeText("to"))));
      }
      people.add(new Inquiry.Person(fields.text("name"), fields.texts("also"), roles));
    }
    return people;
  }

  private static List<Inquiry.Deadline> deadlines(Yaml.Fields all) {
    List<Inquiry.Deadline> deadlines = new ArrayList<>();
    for (Yaml each : all.list("deadlines")) {
      Yaml.Fields fields = each.fields("a deadline", ordered("what", "date"));
      deadlines.add(
          new Inquiry.Deadline(
              fields.text("what"), Objects.requireNonNull(date(each, fields.text("date")))));
    }
    return deadlines;
  }

  private static @Nullable String date(Yaml at, @Nullable String value) {
    if (value != null && !DATE.matcher(value).matches()) {
      throw at.wrong(value + " is no date; write 2031, 2031-05 or 2031-05-04");
    }
    return value;
  }

  private static Set<String> ordered(String... names) {
    return new LinkedHashSet<>(List.of(names));
  }
}
