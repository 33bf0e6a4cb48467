package whence.ask;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import whence.guard.View;
import whence.model.Claim;
import whence.model.CodePoints;
import whence.model.Document;
import whence.model.Link;
import whence.model.Mention;
import whence.model.Review;
import whence.model.SourceKind;
import whence.model.Stance;
import whence.model.Statement;
import whence.model.Weighing;
import whence.names.NameKind;
import whence.names.SameName;

/// Claims that may criticise somebody: they name the person, somebody else says so, and there are
/// words of blame in them, a denial of them on record, or a claim against them.
///
/// Whether a passage criticises cannot be told for sure. All that name the person are listed, with
/// why, or without a why where they only name them.
public final class Criticisms {
  private static final Pattern BLAME =
      Pattern.compile(
          "(?i)\\b(?:accus\\w+|alleg\\w+|blam\\w+|brib\\w+|bought|breach\\w*|broke|burn(?:ed|t)|cheat\\w*|collu\\w+|conceal\\w*|conspir\\w+"
              + "|corrupt\\w*|cover(?:ed)?[- ]up|deceiv\\w+|defraud\\w*|delayed|destroy\\w+|dishonest\\w*|dismissed|embezzl\\w+|fail(?:ed|ure|s)|fals(?:e|ely|ified)"
              + "|fraud\\w*|guilty|hid|hidden|ignor\\w+|illegal\\w*|improper\\w*|incompeten\\w+|kickbacks?|knew|launder\\w*|leak\\w*|liar|lied|lying"
              + "|manipulat\\w+|mis(?:led|leading|leads|conduct|used?|handled|managed|stated|represented)|neglect\\w*|negligen\\w+|never (?:told|warned|informed|reported|disclosed|read|asked|reached)"
              + "|not (?:told|warned|informed|reported|disclosed)|ordered|overrul\\w+|paid|perjur\\w+|pocketed|reckless\\w*|refus\\w+|remov(?:ed|ing)|resign\\w*|secret(?:ly)?|sold"
              + "|stole\\w*|suppress\\w+|threaten\\w*|told (?:\\w+ ){1,3}?to|instructed|unlawful\\w*|untrue|violat\\w+|warned|withheld|wrong\\w*|cut out|cover)\\b");

  private static final Pattern HE = Pattern.compile("(?i)^\\W{0,4}(?:he|she)\\b");

  /// Characters between two sentences.
  private static final int NEXT = 4;

  private static final int MOST_WORDS = 3;

  private Criticisms() {}

  /// A statement's place in the record.
  public record Placed(Document document, Statement statement) {}

  /// @param person full name, as documents give it
  /// @param sure false where a bare surname may mean somebody else as well
  /// @param allegations its statements that name the person and are not their own
  /// @param why why it may criticise them, a phrase each; empty where it only names them
  public record Criticism(
      String person, boolean sure, Claim claim, List<Placed> allegations, List<String> why) {
    public Criticism {
      allegations = List.copyOf(allegations);
      why = List.copyOf(why);
    }
  }

  /// @param said what people say themselves, by full name, in the order of the documents
  public record Found(Map<String, List<Criticism>> by, Map<String, List<Placed>> said) {
    /// The full names that `name` may stand for.
    public List<String> people(String name) {
      Set<String> all = new LinkedHashSet<>(by.keySet());
      all.addAll(said.keySet());
      List<String> exactly =
          all.stream().filter(each -> each.equalsIgnoreCase(name.strip())).toList();
      return exactly.isEmpty()
          ? all.stream().filter(each -> isOne(each, name.strip())).toList()
          : exactly;
    }
  }

  private static boolean isOne(String one, String other) {
    return other.contains(" ")
        ? SameName.of(one, other, NameKind.PERSON).same()
        : one.toLowerCase(Locale.ROOT).endsWith(" " + other.toLowerCase(Locale.ROOT));
  }

  /// Which statements bear on which questions, by the statement's id.
  public static Map<String, Set<String>> bearing(List<Asked> questions) {
    Map<String, Set<String>> bearing = new HashMap<>();
    for (Asked question : questions) {
      Stream.concat(question.pro().stream(), question.contra().stream())
          .flatMap(item -> item.evidence().stream())
          .forEach(each ->
              bearing
                  .computeIfAbsent(each.statement().id(), _ -> new TreeSet<>(CodePoints.ORDER))
                  .add(Objects.requireNonNullElse(question.id(), question.question())));
    }
    return bearing;
  }

  /// What of a case criticises whom, by full name.
  ///
  /// @param known people of the inquiry, whose other names ("the Director") count as their own
  /// @param bearing the questions that statements bear on, by the statement's id: whoever is named
  ///   there has something to answer
  public static Found in(
      View view, Weighing weighing, List<Inquiry.Person> known, Map<String, Set<String>> bearing) {
    People people = new People();
    Map<String, Placed> placed = new LinkedHashMap<>();
    view.readings()
        .forEach(reading -> {
          List<Statement> statements =
              reading.statements().stream()
                  .filter(it -> view.review(it).state() != Review.State.REJECTED)
                  .sorted(Comparator.comparing(Statement::extent).thenComparing(Statement::id))
                  .toList();
          people.add(
              reading.document().path(), statements, Sentence.fold(reading.text().characters()));
          statements.forEach(it -> placed.put(it.id(), new Placed(reading.document(), it)));
        });
    Names names = new Names(people, known);
    Map<String, String> meant = meant(placed.values(), names);
    Map<String, List<Criticism>> by = new TreeMap<>(CodePoints.ORDER);
    for (Claim claim : withLone(weighing.claims(), bearing.keySet(), placed)) {
      criticisms(claim, placed, names, meant, bearing)
          .forEach(each -> by.computeIfAbsent(each.person(), _ -> new ArrayList<>()).add(each));
    }
    by.values()
        .forEach(list ->
            list.sort(
                Comparator.<Criticism>comparingInt(each -> each.sure() ? 0 : 1)
                    .thenComparing(each -> each.why().isEmpty())
                    .thenComparingInt(each -> -each.claim().origins().atLeast())
                    .thenComparing(each -> each.claim().id())));
    Map<String, List<Placed>> said = new TreeMap<>(CodePoints.ORDER);
    for (Placed each : placed.values()) {
      String speaker = names.speaker(each);
      if (!speaker.isEmpty() && each.statement().stance() != Stance.ASKS) {
        said.computeIfAbsent(speaker, _ -> new ArrayList<>()).add(each);
      }
    }
    return new Found(by, said);
  }

  /// Resolves names once each.
  private static final class Names {
    private final People people;
    private final Map<String, People.Named> known = new HashMap<>();
    private final Map<Pattern, String> aliases = new LinkedHashMap<>();

    Names(People people, List<Inquiry.Person> persons) {
      this.people = people;
      for (Inquiry.Person person : persons) {
        Stream.concat(Stream.of(person.name()), person.also().stream())
            .forEach(alias ->
                aliases.put(
                    Pattern.compile(
                        "(?iU)(?<![\\p{L}\\p{N}])" + Pattern.quote(alias) + "(?![\\p{L}\\p{N}])"),
                    person.name()));
      }
    }

    /// People of the inquiry whom a text calls by one of their names.
    List<String> called(String text) {
      return aliases.entrySet().stream()
          .filter(each -> each.getKey().matcher(text).find())
          .map(Map.Entry::getValue)
          .toList();
    }

    People.Named of(Document document, String name) {
      return known.computeIfAbsent(
          document.path() + "\n" + name, _ -> people.resolve(document.path(), name));
    }

    /// Who says it, as one full name; empty where nobody can tell.
    String speaker(Placed placed) {
      Link link = placed.statement().innermost();
      if (link.role() == Link.Role.PUBLISHER
          || link.kind() != SourceKind.PERSON
          || link.name() == null) {
        return "";
      }
      People.Named named = of(placed.document(), link.name());
      return named.candidates().isEmpty() && named.whom().contains(" ") ? named.whom() : "";
    }
  }

  private static List<Criticism> criticisms(
      Claim claim,
      Map<String, Placed> placed,
      Names names,
      Map<String, String> meant,
      Map<String, Set<String>> bearing) {
    Set<String> against = Set.copyOf(claim.deniedBy());
    Map<String, List<Placed>> sure = new TreeMap<>(CodePoints.ORDER);
    Map<String, List<Placed>> maybe = new TreeMap<>(CodePoints.ORDER);
    for (String id : claim.statements()) {
      Placed each = placed.get(id);
      if (each == null || against.contains(id) || !alleges(each.statement())) {
        continue;
      }
      String speaker = names.speaker(each);
      String spokenOf = meant.get(id);
      if (spokenOf != null && !spokenOf.equals(speaker)) {
        put(maybe, spokenOf, each);
      }
      names.called(Sentence.fold(each.statement().contentText())).stream()
          .filter(person -> !person.equals(speaker))
          .forEach(person -> put(sure, person, each));
      for (Mention mention : each.statement().mentions()) {
        if (mention.kind() != Mention.Kind.PERSON || !isInContent(each.statement(), mention)) {
          continue;
        }
        People.Named named = names.of(each.document(), mention.name());
        if (named.candidates().isEmpty()) {
          if (named.whom().contains(" ")
              && !names.people.isOrganization(named.whom())
              && !named.whom().equals(speaker)) {
            put(sure, named.whom(), each);
          }
        } else if (!named.candidates().contains(speaker)) {
          named.candidates().forEach(person -> put(maybe, person, each));
        }
      }
    }
    List<Criticism> found = new ArrayList<>();
    sure.forEach((person, allegations) -> add(found, person, true, claim, allegations, bearing));
    maybe.forEach((person, allegations) -> {
      if (!sure.containsKey(person)) {
        add(found, person, false, claim, allegations, bearing);
      }
    });
    return found;
  }

  /// Claims, and what bears on a question and makes no claim by itself.
  private static List<Claim> withLone(
      List<Claim> claims, Set<String> bearing, Map<String, Placed> placed) {
    Set<String> lone = new TreeSet<>(CodePoints.ORDER);
    lone.addAll(bearing);
    claims.forEach(claim -> claim.statements().forEach(lone::remove));
    List<Claim> all = new ArrayList<>(claims);
    for (String id : lone) {
      Placed it = placed.get(id);
      if (it != null) {
        all.add(
            new Claim(
                id,
                it.statement().contentText(),
                List.of(id),
                1,
                new Claim.Origins(1, 1, List.of()),
                new Claim.Grade(6, ""),
                List.of(),
                List.of()));
      }
    }
    return all;
  }

  /// Of whom *he* or *she* at the start of a statement may speak: the one person that the same
  /// speaker named right before, by the statement's id.
  private static Map<String, String> meant(Collection<Placed> all, Names names) {
    Map<String, String> meant = new HashMap<>();
    Placed before = null;
    for (Placed each : all) {
      Statement it = each.statement();
      if (before != null
          && each.document().equals(before.document())
          && it.extent().start() - before.statement().extent().end() <= NEXT
          && names.speaker(each).equals(names.speaker(before))
          && HE.matcher(it.contentText()).find()) {
        List<String> called =
            names.called(Sentence.fold(before.statement().contentText())).stream()
                .distinct()
                .toList();
        String of = called.size() == 1 ? called.getFirst() : meant.get(before.statement().id());
        if (of != null) {
          meant.put(it.id(), of);
        }
      }
      if (it.depth() == 0) {
        before = each;
      }
    }
    return meant;
  }

  private static boolean alleges(Statement statement) {
    return (statement.stance() == Stance.ASSERTS || statement.stance() == Stance.DOUBTS)
        && !statement.content().isEmpty();
  }

  /// Somebody named as who says it is not who it is about.
  private static boolean isInContent(Statement statement, Mention mention) {
    return statement.content().stream()
        .anyMatch(part -> part.start() <= mention.start() && mention.end() <= part.end());
  }

  private static void put(Map<String, List<Placed>> map, String person, Placed placed) {
    List<Placed> list = map.computeIfAbsent(person, _ -> new ArrayList<>());
    if (!list.contains(placed)) {
      list.add(placed);
    }
  }

  private static void add(
      List<Criticism> found,
      String person,
      boolean sure,
      Claim claim,
      List<Placed> allegations,
      Map<String, Set<String>> bearing) {
    List<String> why = new ArrayList<>();
    Set<String> blame = new LinkedHashSet<>();
    for (Placed each : allegations) {
      Matcher matcher = BLAME.matcher(Sentence.fold(each.statement().contentText()));
      while (matcher.find() && blame.size() < MOST_WORDS) {
        blame.add("“" + matcher.group().toLowerCase(Locale.ROOT) + "”");
      }
    }
    if (!blame.isEmpty()) {
      why.add("words of blame: " + String.join(", ", blame));
    }
    Set<String> questions = new TreeSet<>(CodePoints.ORDER);
    allegations.forEach(
        each -> questions.addAll(bearing.getOrDefault(each.statement().id(), Set.of())));
    if (!questions.isEmpty()) {
      why.add("bearing on " + String.join(", ", questions));
    }
    if (!claim.deniedBy().isEmpty()) {
      why.add("denied on record");
    }
    if (!claim.contradicts().isEmpty()) {
      why.add("contradicted on record");
    }
    if (claim.selfContradictions().stream()
        .anyMatch(each -> Objects.equals(each.source(), person))) {
      why.add("they contradict themselves on it");
    }
    found.add(new Criticism(person, sure, claim, allegations, why));
  }
}
