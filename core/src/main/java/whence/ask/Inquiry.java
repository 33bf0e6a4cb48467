package whence.ask;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What an inquiry must answer, and what it starts from: people write it down and keep it under
/// version control; see `inquiry.yaml` in docs/inquiry.md.
///
/// @param title empty where it has none
/// @param groups patterns of documents' paths, by the group's name
public record Inquiry(
    String title,
    List<Question> questions,
    List<Hypothesis> hypotheses,
    SortedMap<String, List<String>> groups,
    List<Person> people,
    List<Deadline> deadlines) {
  public static final Inquiry NONE =
      new Inquiry("", List.of(), List.of(), new TreeMap<>(), List.of(), List.of());

  /// @throws IllegalArgumentException if ids are given twice, or name nothing
  public Inquiry {
    questions = List.copyOf(questions);
    hypotheses = List.copyOf(hypotheses);
    people = List.copyOf(people);
    deadlines = List.copyOf(deadlines);
    Set<String> ids = new HashSet<>();
    for (Question question : questions) {
      unique(ids, question.id());
    }
    for (Hypothesis hypothesis : hypotheses) {
      unique(ids, hypothesis.id());
    }
  }

  private static void unique(Set<String> ids, String id) {
    if (!ids.add(id)) {
      throw new IllegalArgumentException(id + " is given twice");
    }
  }

  /// @param parent the question that it helps to answer, null for one of the terms of reference
  public record Question(String id, String text, @Nullable String parent) {}

  /// A possible answer.
  ///
  /// @param question that it would answer, null where it is none's in particular
  public record Hypothesis(String id, String text, @Nullable String question) {}

  /// @param also other names that the record has for them
  public record Person(String name, List<String> also, List<Role> roles) {
    public Person {
      also = List.copyOf(also);
      roles = List.copyOf(roles);
    }
  }

  /// @param from ISO 8601, null where not known
  /// @param to ISO 8601, inclusive, null where it goes on or is not known
  public record Role(String role, @Nullable String from, @Nullable String to) {}

  /// @param date ISO 8601
  public record Deadline(String what, String date) {}

  public Optional<Question> question(String id) {
    return questions.stream().filter(each -> each.id().equals(id)).findFirst();
  }

  /// Whether a document belongs to a group; none belongs to a group that the inquiry does not have.
  ///
  /// @param path the document's
  public boolean isIn(String group, String path) {
    return groups.getOrDefault(group, List.of()).stream()
        .anyMatch(pattern -> PathPattern.matches(pattern, path));
  }
}
