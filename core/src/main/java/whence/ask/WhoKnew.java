package whence.ask;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import whence.guard.View;
import whence.model.Claim;
import whence.model.CodePoints;
import whence.model.Link;
import whence.model.Review;
import whence.model.Sha256;
import whence.model.Stance;
import whence.model.Statement;
import whence.model.Weighing;

/// People against what they were told of, with what they said of it themselves.
///
/// Names that the inquiry gives to one person are one; else a name is whoever bears it.
///
/// @param tellings all of the case, as [Tellings] has them
/// @param cells by person, then matter; a telling to several people stands in several
public record WhoKnew(List<Telling> tellings, List<Matter> matters, List<Cell> cells) {
  public enum Kind {
    CLAIM,
    /// A document of the case that went to them: what it says is what it told.
    PAPER,
    /// Nothing on record says what they were told.
    UNKNOWN
  }

  /// What was told.
  ///
  /// @param id of the claim, or `d` and the document's hash, or empty where it is unknown
  /// @param text of the claim, or the document's path
  public record Matter(String id, Kind kind, String text) {}

  /// What one person was told of one matter.
  ///
  /// @param tellings in order of time, the undated last; never empty
  /// @param said of the claim by that person, in order of time, the undated last
  public record Cell(String person, Matter matter, List<Telling> tellings, List<Said> said) {
    public Cell {
      tellings = List.copyOf(tellings);
      said = List.copyOf(said);
    }
  }

  /// A statement by a person who was told of what it says.
  ///
  /// @param on ISO 8601, null where undated
  /// @param later whether it is dated after the first dated telling
  public record Said(
      String statement,
      Sha256 document,
      String text,
      Stance stance,
      @Nullable String on,
      boolean later) {}

  private static final String UNDATED = "~";

  public WhoKnew {
    tellings = List.copyOf(tellings);
    matters = List.copyOf(matters);
    cells = List.copyOf(cells);
  }

  public static WhoKnew of(View view, Weighing weighing, Inquiry inquiry) {
    List<Telling> tellings = Tellings.in(view, weighing);
    Names names = new Names(inquiry, tellings);
    Map<String, Claim> claims = new HashMap<>();
    weighing.claims().forEach(claim -> claims.put(claim.id(), claim));
    Map<String, Matter> matters = new TreeMap<>(CodePoints.ORDER);
    Map<String, Map<String, List<Telling>>> told = new TreeMap<>(CodePoints.ORDER);
    for (Telling telling : tellings) {
      Matter matter = matter(view, claims, telling);
      matters.putIfAbsent(matter.id(), matter);
      Set<String> people = new TreeSet<>(CodePoints.ORDER);
      telling.to().forEach(name -> people.add(names.person(name, when(telling))));
      for (String person : people) {
        told.computeIfAbsent(person, _ -> new TreeMap<>(CodePoints.ORDER))
            .computeIfAbsent(matter.id(), _ -> new ArrayList<>())
            .add(telling);
      }
    }
    Map<String, List<Spoken>> said = said(view, claims, matters, told, names);
    List<Cell> cells = new ArrayList<>();
    told.forEach((person, byMatter) ->
        byMatter.forEach((id, of) -> {
          of.sort(Comparator.comparing(it -> Objects.requireNonNullElse(when(it), UNDATED)));
          cells.add(
              new Cell(
                  person,
                  Objects.requireNonNull(matters.get(id)),
                  of,
                  later(of, said.getOrDefault(person + "\n" + id, List.of()))));
        }));
    return new WhoKnew(tellings, List.copyOf(matters.values()), cells);
  }

  /// What one person was told of one matter, empty where nothing is on record.
  public Optional<Cell> cell(String person, String matter) {
    return cells.stream()
        .filter(cell -> cell.person().equals(person) && cell.matter().id().equals(matter))
        .findFirst();
  }

  private static Matter matter(View view, Map<String, Claim> claims, Telling telling) {
    Claim claim = telling.claim() == null ? null : claims.get(telling.claim());
    if (claim != null) {
      return new Matter(claim.id(), Kind.CLAIM, claim.text());
    }
    for (Sha256 paper : telling.papers()) {
      var document = view.document(paper.hex());
      if (document.isPresent()) {
        return new Matter("d" + paper.hex(), Kind.PAPER, document.get().path());
      }
    }
    return new Matter("", Kind.UNKNOWN, "");
  }

  private static @Nullable String when(Telling telling) {
    return telling.when() == null ? null : telling.when().value();
  }

  private record Spoken(Statement statement, Sha256 document) {}

  /// Statements of the claims told by those who were told them, by person and claim.
  private static Map<String, List<Spoken>> said(
      View view,
      Map<String, Claim> claims,
      Map<String, Matter> matters,
      Map<String, Map<String, List<Telling>>> told,
      Names names) {
    Map<String, String> claimOf = new HashMap<>();
    for (String matter : matters.keySet()) {
      Claim claim = claims.get(matter);
      if (claim != null) {
        claim.statements().forEach(statement -> claimOf.put(statement, claim.id()));
      }
    }
    Map<String, List<Spoken>> said = new HashMap<>();
    view.unconsulted()
        .forEach(reading -> {
          for (Statement statement : reading.statements()) {
            String claim = claimOf.get(statement.id());
            Link innermost = statement.innermost();
            if (claim != null
                && innermost.name() != null
                && innermost.role() == Link.Role.SOURCE
                && view.review(statement).state() != Review.State.REJECTED) {
              String on = statement.said() == null ? null : statement.said().value();
              String person = names.person(innermost.name(), on);
              if (told.getOrDefault(person, Map.of()).containsKey(claim)) {
                said.computeIfAbsent(person + "\n" + claim, _ -> new ArrayList<>())
                    .add(new Spoken(statement, reading.document().sha256()));
              }
            }
          }
        });
    return said;
  }

  private static List<Said> later(List<Telling> told, List<Spoken> spoken) {
    String first = told.stream().map(WhoKnew::when).filter(Dates::sorts).findFirst().orElse(null);
    List<Said> said = new ArrayList<>();
    for (Spoken each : spoken) {
      Statement statement = each.statement();
      String on = statement.said() == null ? null : statement.said().value();
      said.add(
          new Said(
              statement.id(),
              each.document(),
              statement.contentText(),
              statement.stance(),
              on,
              first != null && Dates.sorts(on) && Dates.compareStarts(on, first) > 0));
    }
    said.sort(
        Comparator.<Said, String>comparing(it -> Objects.requireNonNullElse(it.on(), UNDATED))
            .thenComparing(Said::statement, CodePoints.ORDER));
    return said;
  }

  /// Whose name a name is.
  private static final class Names {
    private final Map<String, Persons> people = new LinkedHashMap<>();
    private final Map<String, String> spelled = new HashMap<>();
    private final Map<String, String> known = new HashMap<>();

    Names(Inquiry inquiry, List<Telling> tellings) {
      Set<String> all = new TreeSet<>(CodePoints.ORDER);
      tellings.forEach(telling -> all.addAll(telling.to()));
      for (Inquiry.Person person : inquiry.people()) {
        people.put(person.name(), new Persons(inquiry, person.name(), all));
      }
    }

    String person(String name, @Nullable String when) {
      return known.computeIfAbsent(
          name + "\n" + when,
          _ -> {
            for (Map.Entry<String, Persons> each : people.entrySet()) {
              if (each.getValue().is(name, when)) {
                return each.getKey();
              }
            }
            String plain = Persons.plain(name);
            return spelled.computeIfAbsent(plain.isEmpty() ? name : plain, _ -> name.strip());
          });
    }
  }
}
