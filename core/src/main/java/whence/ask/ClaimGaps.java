package whence.ask;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import whence.model.Claim;
import whence.model.CodePoints;
import whence.model.Weighing;

/// Gaps in what claims rest on: questions with nothing on record, claims on one origin, claims that
/// are contradicted.
final class ClaimGaps {
  /// Where nobody says what is asked, a claim told so often is worth a second origin.
  private static final int OFTEN = 3;

  private final Map<String, Claim> claims = new HashMap<>();
  private final List<Gap> found = new ArrayList<>();
  private final Set<String> ids = new HashSet<>();

  private ClaimGaps(Weighing weighing) {
    weighing.claims().forEach(claim -> claims.put(claim.id(), claim));
  }

  static List<Gap> in(Weighing weighing, Inquiry inquiry, List<Asked> asked) {
    ClaimGaps gaps = new ClaimGaps(weighing);
    if (inquiry.questions().isEmpty()) {
      for (Claim claim : weighing.claims()) {
        if (claim.documents() >= OFTEN || claim.statements().size() >= OFTEN) {
          gaps.oneOrigin(claim, null, claim.origins().atMost() > 1);
        }
        gaps.contradicted(claim, null, false);
      }
      return gaps.found;
    }
    for (Asked question : asked) {
      if (question.state() == Asked.State.NOTHING_ON_RECORD) {
        gaps.nothing(question);
      }
      if (question.state() == Asked.State.CONTESTED) {
        gaps.contested(question);
      }
      if (question.state() == Asked.State.ONE_ORIGIN) {
        gaps.rests(question);
      }
      Set<String> contradicted = new HashSet<>();
      SortedMap<String, List<Asked.Item>> alone = new TreeMap<>(CodePoints.ORDER);
      for (Asked.Item item : both(question)) {
        Claim claim = item.claim();
        if (claim == null) {
          alone.computeIfAbsent(words(item), _ -> new ArrayList<>()).add(item);
        } else {
          gaps.oneOrigin(claim, question.id(), item.suggested() || claim.origins().atMost() > 1);
          if (contradicted.add(claim.id())) {
            gaps.contradicted(claim, question.id(), item.suggested());
          }
        }
      }
      alone.forEach((words, items) -> gaps.oneStatement(words, items, question.id()));
    }
    return gaps.found;
  }

  private static List<Asked.Item> both(Asked question) {
    List<Asked.Item> items = new ArrayList<>(question.pro());
    items.addAll(question.contra());
    return items;
  }

  private void nothing(Asked question) {
    found.add(
        new Gap(
            Gap.id(Gap.Kind.NO_EVIDENCE, question.id() + "\n" + question.question()),
            question.id(),
            Gap.Kind.NO_EVIDENCE,
            "nothing on record: “" + question.question() + "”",
            question.unanswered().stream().map(each -> each.statement().id()).toList(),
            null,
            List.of(),
            false));
  }

  /// All that answers a question comes from one origin.
  private void rests(Asked question) {
    List<String> statements = new ArrayList<>();
    for (Asked.Item item : both(question)) {
      item.evidence().forEach(each -> statements.add(each.statement().id()));
    }
    if (!statements.isEmpty()) {
      found.add(
          new Gap(
              Gap.id(Gap.Kind.ONE_ORIGIN, "question\n" + question.id()),
              question.id(),
              Gap.Kind.ONE_ORIGIN,
              "all that answers it has one origin: “" + question.question() + "”",
              statements,
              null,
              List.of(),
              question.suggested()));
    }
  }

  /// What speaks for an answer and what against it, in one.
  private void contested(Asked question) {
    if (question.pro().isEmpty() || question.contra().isEmpty()) {
      return;
    }
    List<String> statements = new ArrayList<>();
    for (Asked.Item item : both(question)) {
      item.evidence().forEach(each -> statements.add(each.statement().id()));
    }
    found.add(
        new Gap(
            Gap.id(Gap.Kind.CONTRADICTED, "contested\n" + question.id()),
            question.id(),
            Gap.Kind.CONTRADICTED,
            "contested: “"
                + question.question()
                + "”: “"
                + words(question.pro().getFirst())
                + "” against “"
                + words(question.contra().getFirst())
                + "”",
            statements,
            null,
            List.of(),
            question.suggested()));
  }

  private static String words(Asked.Item item) {
    Claim claim = item.claim();
    return squeezed(
        claim != null ? claim.text() : item.evidence().getFirst().statement().contentText());
  }

  /// The least it has is one, and nothing more is certain.
  private void oneOrigin(Claim claim, @Nullable String question, boolean suggested) {
    Claim.Origins origins = claim.origins();
    if (origins.atLeast() > 1 || origins.atMost() == 0) {
      return;
    }
    found.add(
        new Gap(
            Gap.id(Gap.Kind.ONE_ORIGIN, question + "\n" + claim.id()),
            question,
            Gap.Kind.ONE_ORIGIN,
            (origins.atMost() == 1 ? "one origin: “" : "perhaps one origin: “")
                + squeezed(claim.text())
                + "”",
            claim.statements(),
            null,
            List.of(),
            suggested));
  }

  /// What makes no claim by itself, and answers only where it stands; in the same words, once.
  private void oneStatement(String words, List<Asked.Item> items, @Nullable String question) {
    found.add(
        new Gap(
            Gap.id(Gap.Kind.ONE_ORIGIN, question + "\n" + words),
            question,
            Gap.Kind.ONE_ORIGIN,
            "one origin: “" + words + "”",
            items.stream().flatMap(item -> item.statements().stream()).toList(),
            null,
            List.of(),
            items.stream().anyMatch(Asked.Item::suggested)));
  }

  /// A denial or a self-contradiction is in the texts; that two claims are rivals is worked out. Of
  /// two rivals one gap is made.
  private void contradicted(Claim claim, @Nullable String question, boolean suggested) {
    Set<String> against = new TreeSet<>(CodePoints.ORDER);
    for (String rival : claim.contradicts()) {
      if (CodePoints.ORDER.compare(claim.id(), rival) < 0 || question != null) {
        against.add(rival);
      }
    }
    if (claim.deniedBy().isEmpty() && against.isEmpty() && claim.selfContradictions().isEmpty()) {
      return;
    }
    Set<String> pair = new TreeSet<>(against);
    pair.add(claim.id());
    String id = Gap.id(Gap.Kind.CONTRADICTED, question + "\n" + String.join("\n", pair));
    if (!ids.add(id)) {
      return;
    }
    Set<String> statements = new TreeSet<>(claim.statements());
    StringBuilder text = new StringBuilder("“" + squeezed(claim.text()) + "”");
    for (String rival : against) {
      Claim other = claims.get(rival);
      if (other != null) {
        statements.addAll(other.statements());
        text.append(" against “").append(squeezed(other.text())).append("”");
      }
    }
    if (!claim.deniedBy().isEmpty()) {
      text.append(": denied");
    }
    claim
        .selfContradictions()
        .forEach(each -> {
          text.append("; ")
              .append(each.source())
              .append(each.sure() ? " says" : " may say")
              .append(" both");
          each.says().forEach(said -> statements.add(said.statement()));
          each.against().forEach(said -> statements.add(said.statement()));
        });
    found.add(
        new Gap(
            id,
            question,
            Gap.Kind.CONTRADICTED,
            text.toString(),
            List.copyOf(statements),
            null,
            List.of(),
            suggested || claim.deniedBy().isEmpty()));
  }

  private static String squeezed(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }
}
