package whence.ask;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import whence.guard.View;
import whence.model.CodePoints;
import whence.model.Entry;
import whence.model.Link;
import whence.model.Mention;
import whence.model.Passage;
import whence.model.Reading;
import whence.model.SourceKind;
import whence.model.SpeakerRole;
import whence.model.Statement;

/// Who was asked, and who never was.
///
/// Where a text says that nobody asked somebody, or that somebody is no witness, it is stated.
/// Suggested is whoever knows something of a question, or was told it, and stands on the record
/// neither as a witness nor as asked for comment.
final class Interviews {
  /// "nobody official has asked", "she was never interviewed", "is not on the list of witnesses".
  /// Being asked a thing, or to do something, is not meant.
  private static final Pattern NEVER =
      Pattern.compile(
          "(?i)\\b(?:nobody|no one|no-one|none of them)\\b[^.;:?!]{0,40}?\\s(?:has|had|have|ever)\\s(?:ever\\s|yet\\s)?"
              + "(?:asked|interviewed|questioned|approached|contacted|called)(?!\\s(?:\\p{L}+\\s)?(?:that|this|it|if|whether|for|about|why|what|how|when|where|who|to|on)\\b)"
              + "|\\b(?:was|were|has|have|had|is|are)\\s(?:never|not(?:\\syet)?)\\s(?:been\\s)?"
              + "(?:(?:interviewed|questioned)\\b|(?:asked|called|invited|summoned)\\s(?:as\\sa\\switness|to\\s(?:give\\sevidence|testify|appear)))"
              + "|\\bnot\\son\\sthe\\s(?:list\\sof\\switnesses|witness\\slist)\\b"
              + "|\\b(?:did|will|would|has)\\snot\\s(?:be\\scalled|been\\scalled|testify|testified|give\\sevidence|given\\sevidence)\\b");

  private static final int LONGEST = 2_000;
  private static final int MOST_SUGGESTED = 200;
  private static final int FEW = 30;
  private static final int MOST_STATEMENTS = 20;

  private final Set<String> heard = new TreeSet<>(CodePoints.ORDER);
  private final Set<String> announced = new TreeSet<>(CodePoints.ORDER);
  private final List<Never> never = new ArrayList<>();
  private final Map<String, String> speaker = new HashMap<>();

  private static final Pattern TO_COME =
      Pattern.compile(
          "(?i)\\b(?:will|is to|shall)\\s(?:give evidence|testify|be called)\\b|\\bI call\\b");

  /// Two capital names or more: "reporters outside" is nobody in particular.
  private static final Pattern NAME =
      Pattern.compile(
          "(?:\\p{Lu}[\\p{L}'’.-]*\\s){1,4}(?:(?:de|van|von|der|den|la|le|du|al|bin)\\s){0,2}\\p{Lu}[\\p{L}'’-]+");

  private static final Pattern NAME_BEFORE =
      Pattern.compile(
          "(\\p{Lu}[\\p{L}'’-]{1,30}+(?:\\s\\p{Lu}[\\p{L}'’-]{1,30}+){1,3}+)(?:\\s(?:is|was|has|had))?\\s$");

  private final SortedMap<String, List<Written>> authors = new TreeMap<>(CodePoints.ORDER);

  /// @param statements ids of its author's own
  private record Written(String path, List<String> statements) {}

  /// @param person null where the text does not say who
  private record Never(String statement, @Nullable String person, Gap.Place place) {}

  void look(Reading reading) {
    String author = reading.document().author();
    if (author != null && NAME.matcher(author).matches()) {
      authors
          .computeIfAbsent(author, _ -> new ArrayList<>())
          .add(
              new Written(
                  reading.document().path(),
                  reading.statements().stream().map(Statement::id).toList()));
    }
    for (Statement statement : reading.statements()) {
      Link innermost = statement.innermost();
      String name = innermost.name();
      if (name != null && innermost.kind() == SourceKind.PERSON) {
        if (statement.speakerRole() == SpeakerRole.WITNESS) {
          heard.add(name);
        } else if (statement.speakerRole() == null) {
          speaker.put(statement.id(), name);
        }
      }
      for (Passage passage : statement.content()) {
        said(reading, statement, passage);
      }
    }
  }

  private void said(Reading reading, Statement statement, Passage passage) {
    if (passage.text().length() > LONGEST) {
      return;
    }
    Matcher coming = TO_COME.matcher(passage.text());
    if (coming.find()) {
      people(statement).stream().map(Mention::name).forEach(announced::add);
    }
    Matcher matcher = NEVER.matcher(passage.text());
    if (matcher.find()) {
      int at = passage.start() + matcher.start();
      int end = passage.start() + matcher.end();
      boolean nobody = matcher.group().toLowerCase(java.util.Locale.ROOT).startsWith("no");
      boolean list = matcher.group().toLowerCase(java.util.Locale.ROOT).startsWith("not on");
      String person =
          nobody && !list
              ? object(statement, end)
              : subject(statement, at, passage.text().substring(0, matcher.start()));
      never.add(new Never(statement.id(), person, Scanned.place(reading, passage.span())));
    }
  }

  private static List<Mention> people(Statement statement) {
    return statement.mentions().stream()
        .filter(mention -> mention.kind() == Mention.Kind.PERSON)
        .sorted(Comparator.comparingInt(Mention::start))
        .toList();
  }

  /// Whom nobody has asked: the next person named, else who says it.
  private static @Nullable String object(Statement statement, int from) {
    return people(statement).stream()
        .filter(mention -> mention.start() >= from && mention.start() < from + 12)
        .map(Mention::name)
        .findFirst()
        .orElseGet(() -> statement.innermost().name());
  }

  /// The last person named before, else the name that stands right before.
  private static @Nullable String subject(Statement statement, int at, String before) {
    return people(statement).stream()
        .filter(mention -> mention.start() < at)
        .map(Mention::name)
        .reduce((_, later) -> later)
        .orElseGet(() -> {
          Matcher name = NAME_BEFORE.matcher(before);
          return name.find() ? name.group(1) : null;
        });
  }

  List<Gap> gaps(
      List<Reply> replies, List<Telling> tellings, List<Asked> asked, Inquiry inquiry, View view) {
    Set<String> invited = new TreeSet<>(CodePoints.ORDER);
    for (Reply reply : replies) {
      if (!reply.to().isEmpty()) {
        invited.add(reply.to());
        invited.addAll(reply.candidates());
      }
      if (reply.through() != null) {
        invited.add(reply.through());
      }
    }
    view.standing(Entry.Requested.class).forEach(each -> invited.add(each.entry().to()));
    List<Gap> gaps = new ArrayList<>();
    Set<String> told = new HashSet<>();
    for (Never each : never) {
      String person = each.person() == null ? null : known(each.person(), inquiry);
      if (person == null || heard.stream().anyMatch(name -> Namesakes.areOne(person, name))) {
        continue;
      }
      told.add(person);
      gaps.add(
          new Gap(
              Gap.id(Gap.Kind.NEVER_ASKED, each.statement()),
              null,
              Gap.Kind.NEVER_ASKED,
              person + ": “" + each.place().passage().text().strip().replaceAll("\\s+", " ") + "”",
              List.of(each.statement()),
              null,
              List.of(each.place()),
              false));
    }
    gaps.addAll(suggested(tellings, asked, inquiry, invited, told));
    return gaps;
  }

  private List<Gap> suggested(
      List<Telling> tellings,
      List<Asked> asked,
      Inquiry inquiry,
      Set<String> invited,
      Set<String> told) {
    if (heard.isEmpty() && invited.isEmpty()) {
      return List.of();
    }
    SortedMap<String, SortedSet<String>> why = new TreeMap<>(CodePoints.ORDER);
    Set<String> bearing = new HashSet<>();
    for (Asked question : asked) {
      List<Asked.Item> items = new ArrayList<>(question.pro());
      items.addAll(question.contra());
      items.addAll(question.unclear());
      items.forEach(item -> bearing.addAll(item.statements()));
    }
    for (String statement : bearing) {
      String name = speaker.get(statement);
      if (name != null) {
        why.computeIfAbsent(name, _ -> new TreeSet<>(CodePoints.ORDER)).add(statement);
      }
    }
    for (Telling telling : tellings) {
      String statement = telling.statement();
      if (statement == null || telling.suggested() || !bearing.contains(statement)) {
        continue;
      }
      for (String name : telling.to()) {
        why.computeIfAbsent(name, _ -> new TreeSet<>(CodePoints.ORDER)).add(statement);
      }
    }
    authors.forEach((name, documents) -> {
      for (Written written : documents) {
        List<String> speaks = written.statements().stream().filter(bearing::contains).toList();
        if (!speaks.isEmpty() && !inquiry.isIn(Examined.PUBLISHED, written.path())) {
          why.computeIfAbsent(name, _ -> new TreeSet<>(CodePoints.ORDER)).addAll(speaks);
        }
      }
    });
    Set<String> reporters = new TreeSet<>(CodePoints.ORDER);
    authors.forEach((name, documents) -> {
      if (documents.stream().anyMatch(each -> inquiry.isIn(Examined.PUBLISHED, each.path()))) {
        reporters.add(name);
      }
    });
    List<Gap> gaps = new ArrayList<>();
    Set<String> done = new LinkedHashSet<>(told);
    why.forEach((name, statements) -> {
      String known = known(name, inquiry);
      boolean person = NAME.matcher(name).matches() || !known.equals(name);
      if (!person
          || gaps.size() >= MOST_SUGGESTED
          || Namesakes.isAmong(known, heard)
          || Namesakes.isAmong(known, reporters)
          || Namesakes.isAmong(known, announced)
          || Namesakes.isAmong(known, invited)
          || Namesakes.isAmong(known, done)) {
        return;
      }
      done.add(known);
      gaps.add(
          new Gap(
              Gap.id(Gap.Kind.NEVER_ASKED, "person\n" + known),
              null,
              Gap.Kind.NEVER_ASKED,
              known + ": no witness on record, and no request to them",
              List.copyOf(statements),
              null,
              List.of(),
              true));
    });
    writers(done, reporters, invited, inquiry, gaps);
    return gaps;
  }

  /// Who wrote a document of the record and was not asked, as long as these are few: of a
  /// correspondence of hundreds nobody asks everybody.
  private void writers(
      Set<String> done,
      Set<String> reporters,
      Set<String> invited,
      Inquiry inquiry,
      List<Gap> gaps) {
    List<Gap> few = new ArrayList<>();
    authors.forEach((name, documents) -> {
      String known = known(name, inquiry);
      if (few.size() > FEW
          || Namesakes.isAmong(known, heard)
          || Namesakes.isAmong(known, reporters)
          || Namesakes.isAmong(known, announced)
          || Namesakes.isAmong(known, invited)
          || Namesakes.isAmong(known, done)) {
        return;
      }
      few.add(
          new Gap(
              Gap.id(Gap.Kind.NEVER_ASKED, "person\n" + known),
              null,
              Gap.Kind.NEVER_ASKED,
              known
                  + ": wrote "
                  + documents.getFirst().path()
                  + ", is no witness on record, and there is no request to them",
              documents.stream()
                  .flatMap(each -> each.statements().stream())
                  .limit(MOST_STATEMENTS)
                  .toList(),
              documents.getFirst().path(),
              List.of(),
              true));
    });
    if (few.size() <= FEW) {
      gaps.addAll(few);
    }
  }

  /// The name that the inquiry has for somebody.
  private static String known(String name, Inquiry inquiry) {
    return inquiry.people().stream()
        .filter(person ->
            person.name().equalsIgnoreCase(name)
                || person.also().stream().anyMatch(name::equalsIgnoreCase))
        .findFirst()
        .map(Inquiry.Person::name)
        .orElse(name);
  }
}
