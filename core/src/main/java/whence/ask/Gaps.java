package whence.ask;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import whence.guard.View;
import whence.model.Answer;
import whence.model.CodePoints;
import whence.model.Document;
import whence.model.Entry;
import whence.model.Passage;
import whence.model.Reading;
import whence.model.Review;
import whence.model.Sha256;
import whence.model.Statement;
import whence.model.Weighing;
import whence.weigh.Evidence;

/// What is missing: questions with nothing on record, claims on one origin, requests without an
/// answer, people nobody asked, documents that are cited and not there, not examined or not read.
///
/// What people dismissed is left out.
public final class Gaps {
  private static final Comparator<Gap> ORDER =
      Comparator.comparing(Gap::kind)
          .thenComparing(Gap::suggested)
          .thenComparing(Gap::question, Comparator.nullsLast(CodePoints.ORDER))
          .thenComparing(Gaps::firstPlace, Comparator.nullsLast(Comparator.naturalOrder()))
          .thenComparing(Gap::document, Comparator.nullsLast(CodePoints.ORDER))
          .thenComparing(Gap::text, CodePoints.ORDER)
          .thenComparing(Gap::id, CodePoints.ORDER);

  private final View view;
  private final Weighing weighing;
  private final Inquiry inquiry;
  private final List<Asked> asked;
  private final Map<String, Sha256> documentOf = new HashMap<>();
  private final Map<String, Integer> order = new HashMap<>();
  private final List<Scanned> scanned = new ArrayList<>();
  private final List<Gap> found = new ArrayList<>();

  private Gaps(View view, Weighing weighing, Inquiry inquiry, List<Asked> asked) {
    this.view = view;
    this.weighing = weighing;
    this.inquiry = inquiry;
    this.asked = asked;
  }

  /// By kind, what is shown before what is suggested, then question, document and place.
  ///
  /// @param asked what is on record for the questions of `inquiry`
  /// @param matrix of its hypotheses
  public static List<Gap> in(
      View view, Weighing weighing, Inquiry inquiry, List<Asked> asked, Matrix matrix) {
    return new Gaps(view, weighing, inquiry, asked).all(matrix);
  }

  private static Gap.@Nullable Place firstPlace(Gap gap) {
    return gap.passages().isEmpty() ? null : gap.passages().getFirst();
  }

  private List<Gap> all(Matrix matrix) {
    Examined examined = new Examined(view.documents(), inquiry);
    Interviews interviews = new Interviews();
    Set<Sha256> read = new HashSet<>();
    view.readings()
        .forEach(reading -> {
          Reading kept = kept(reading);
          read.add(kept.document().sha256());
          kept.statements().stream()
              .sorted(
                  Comparator.comparing(Statement::extent)
                      .thenComparing(Statement::id, CodePoints.ORDER))
              .forEach(statement -> {
                documentOf.put(statement.id(), kept.document().sha256());
                order.put(statement.id(), order.size());
              });
          Scanned scan = Scanned.of(kept);
          scanned.add(scan);
          interviews.look(kept);
          found.addAll(Unexamined.in(kept));
          if (isHearing(scan)) {
            examined.hear(kept);
          }
        });
    for (Document document : view.documents()) {
      if (!read.contains(document.sha256())) {
        scanned.add(Scanned.unread(document));
      }
    }
    scanned.sort(
        Comparator.<Scanned, String>comparing(each -> each.document().path(), CodePoints.ORDER)
            .thenComparing(each -> each.document().sha256()));
    AbsentDocuments absent = new AbsentDocuments(scanned, weighing.reuse());
    found.addAll(absent.gaps());
    unread(absent);
    found.addAll(examined.gaps(scanned, absent, weighing, documentOf));
    List<Reply> replies = Replies.in(view, Optional.of(weighing));
    unanswered(replies);
    found.addAll(interviews.gaps(replies, Tellings.in(view, weighing), asked, inquiry, view));
    found.addAll(ClaimGaps.in(weighing, inquiry, asked));
    unopposed(matrix);
    return finished();
  }

  /// To look for what speaks against a hypothesis is the point of having several.
  private void unopposed(Matrix matrix) {
    for (Matrix.Standing standing : matrix.hypotheses()) {
      if (standing.inconsistent().isEmpty()) {
        Inquiry.Hypothesis hypothesis = standing.hypothesis();
        found.add(
            new Gap(
                Gap.id(
                    Gap.Kind.NO_EVIDENCE, "against\n" + hypothesis.id() + "\n" + hypothesis.text()),
                hypothesis.question(),
                Gap.Kind.NO_EVIDENCE,
                "nothing on record against " + hypothesis.id() + ": “" + hypothesis.text() + "”",
                List.of(),
                null,
                List.of(),
                true));
      }
    }
  }

  private Reading kept(Reading reading) {
    return new Reading(
        reading.document(),
        reading.text(),
        reading.times(),
        reading.statements().stream()
            .filter(each -> view.review(each).state() != Review.State.REJECTED)
            .toList(),
        reading.reader());
  }

  private boolean isHearing(Scanned scan) {
    return inquiry.groups().containsKey(Examined.HEARINGS)
        ? inquiry.isIn(Examined.HEARINGS, scan.document().path())
        : Examined.isTranscript(scan);
  }

  /// Documents and pages that could not be read, and what was taken out of those that could.
  private void unread(AbsentDocuments absent) {
    for (Scanned each : scanned) {
      Document document = each.document();
      if (document.status() != Document.Status.READ) {
        List<Scanned.Citation> citations =
            absent.identified().getOrDefault(document.path(), List.of());
        found.add(
            new Gap(
                Gap.id(Gap.Kind.NOT_READ, document.sha256().hex()),
                null,
                Gap.Kind.NOT_READ,
                document.path()
                    + (document.status() == Document.Status.NOT_READ
                        ? ": not read: "
                        : ": partly read: ")
                    + document.why(),
                citations.stream().flatMap(it -> it.statements().stream()).toList(),
                document.path(),
                citations.stream().map(Scanned.Citation::place).sorted().toList(),
                false));
      }
      redacted(each);
      partly(each);
    }
    view.refused()
        .forEach(refusal ->
            found.add(
                new Gap(
                    Gap.id(Gap.Kind.NOT_READ, "refused\n" + refusal.path()),
                    null,
                    Gap.Kind.NOT_READ,
                    refusal.path() + ": not read: " + refusal.why(),
                    List.of(),
                    refusal.path(),
                    List.of(),
                    false)));
  }

  /// Where a text says that its writer had only a part of something, or had not seen it.
  private void partly(Scanned scan) {
    for (Scanned.Mark mark : scan.partly()) {
      String words = mark.place().passage().text();
      found.add(
          new Gap(
              Gap.id(
                  Gap.Kind.NOT_EXAMINED,
                  scan.document().sha256().hex()
                      + "\n"
                      + mark.place().passage().start()
                      + "\n"
                      + words),
              null,
              Gap.Kind.NOT_EXAMINED,
              scan.document().path() + ": “" + squeezed(words) + "”",
              mark.statements(),
              scan.document().path(),
              List.of(mark.place()),
              true));
    }
  }

  /// One gap for each ground in a document: a released record may have a hundred.
  private void redacted(Scanned scan) {
    Map<String, List<Scanned.Mark>> byGround =
        scan.redactions().stream()
            .collect(
                Collectors.groupingBy(
                    mark -> mark.detail() == null ? "" : squeezed(mark.detail())));
    byGround.forEach((ground, marks) ->
        found.add(
            new Gap(
                Gap.id(Gap.Kind.NOT_READ, scan.document().sha256().hex() + "\n" + ground),
                null,
                Gap.Kind.NOT_READ,
                scan.document().path()
                    + ": redacted"
                    + (marks.size() == 1 ? "" : " in " + marks.size() + " places")
                    + (ground.isEmpty() ? ", no ground stated" : ": “" + ground + "”"),
                marks.stream().flatMap(mark -> mark.statements().stream()).toList(),
                scan.document().path(),
                marks.stream().map(Scanned.Mark::place).sorted().toList(),
                false)));
  }

  private static String squeezed(String words) {
    return words.strip().replaceAll("\\s+", " ");
  }

  /// Refusals, silences, and requests that nothing on record answers, which is no proof. Where no
  /// name is read of whom was asked, the program may have taken another thing for them.
  private void unanswered(List<Reply> replies) {
    for (Reply reply : replies) {
      if (reply.answer() != Answer.ANSWERED) {
        List<String> statements = new ArrayList<>(reply.alsoAt());
        if (reply.statement() != null) {
          statements.addFirst(reply.statement());
        }
        found.add(
            new Gap(
                Gap.id(Gap.Kind.UNANSWERED, reply.id()),
                null,
                Gap.Kind.UNANSWERED,
                (reply.to().isEmpty() ? "somebody unnamed" : reply.to())
                    + (reply.through() == null ? "" : ", through " + reply.through() + ",")
                    + switch (reply.answer()) {
                      case DECLINED -> " declined";
                      case SILENT -> " did not answer";
                      case PENDING -> " has not answered";
                      case ANSWERED -> " answered";
                    }
                    + (reply.about().isBlank() ? "" : ": “" + squeezed(reply.about()) + "”"),
                statements,
                null,
                List.of(),
                !reply.entered()
                    && (reply.suggested()
                        || reply.answer() == Answer.PENDING
                        || reply.to().chars().noneMatch(Character::isUpperCase))));
      }
    }
  }

  /// With the question each bears on, its evidence in order, and passages where it had none.
  private List<Gap> finished() {
    Set<String> dismissed =
        view.standing(Entry.Dismissed.class).stream()
            .map(each -> each.entry().id())
            .collect(Collectors.toSet());
    Map<String, String> bearing = bearing();
    List<Gap> kept = found.stream().filter(gap -> !dismissed.contains(gap.id())).toList();
    Map<String, Evidence> evidence =
        evidence(
            kept.stream()
                .filter(gap -> gap.passages().isEmpty())
                .flatMap(gap -> gap.evidence().stream())
                .toList());
    List<Gap> whole = new ArrayList<>();
    for (Gap gap : kept) {
      List<String> ids =
          new LinkedHashSet<>(gap.evidence())
              .stream()
                  .sorted(
                      Comparator.<String>comparingInt(
                              id -> order.getOrDefault(id, Integer.MAX_VALUE))
                          .thenComparing(CodePoints.ORDER))
                  .toList();
      List<Gap.Place> places =
          gap.passages().isEmpty()
              ? ids.stream()
                  .filter(evidence::containsKey)
                  .flatMap(id -> places(evidence.get(id)).stream())
                  .distinct()
                  .sorted()
                  .toList()
              : gap.passages();
      String question =
          gap.question() != null
              ? gap.question()
              : ids.stream().map(bearing::get).filter(id -> id != null).findFirst().orElse(null);
      whole.add(
          new Gap(
              gap.id(),
              question,
              gap.kind(),
              gap.text(),
              ids,
              gap.document(),
              places,
              gap.suggested()));
    }
    whole.sort(ORDER);
    return whole;
  }

  /// By statement: the question that it bears on most.
  private Map<String, String> bearing() {
    Map<String, String> bearing = new HashMap<>();
    Map<String, Double> scores = new HashMap<>();
    for (Asked question : asked) {
      if (question.id() == null) {
        continue;
      }
      List<Asked.Item> items = new ArrayList<>(question.pro());
      items.addAll(question.contra());
      items.addAll(question.unclear());
      for (Asked.Item item : items) {
        Set<String> ids = new TreeSet<>(item.statements());
        item.evidence().forEach(each -> ids.add(each.statement().id()));
        for (String id : ids) {
          if (item.score() > scores.getOrDefault(id, -1.0)) {
            scores.put(id, item.score());
            bearing.put(id, question.id());
          }
        }
      }
      question.unanswered().forEach(each -> bearing.put(each.statement().id(), question.id()));
    }
    return bearing;
  }

  private Map<String, Evidence> evidence(Collection<String> ids) {
    Map<Sha256, Set<String>> wanted = new HashMap<>();
    for (String id : ids) {
      Sha256 document = documentOf.get(id);
      if (document != null) {
        wanted.computeIfAbsent(document, _ -> new HashSet<>()).add(id);
      }
    }
    Map<String, Evidence> evidence = new HashMap<>();
    wanted.forEach((document, statements) ->
        view.reading(document)
            .ifPresent(reading -> {
              for (Statement statement : reading.statements()) {
                if (statements.contains(statement.id())) {
                  evidence.put(statement.id(), Evidence.of(reading, statement));
                }
              }
            }));
    return evidence;
  }

  private static List<Gap.Place> places(@Nullable Evidence evidence) {
    if (evidence == null) {
      return List.of();
    }
    List<Passage> content = evidence.statement().content();
    return (content.isEmpty() ? evidence.statement().cue() : content)
        .stream()
            .map(passage ->
                new Gap.Place(
                    evidence.document().sha256(),
                    evidence.document().path(),
                    passage,
                    evidence.page()))
            .toList();
  }
}
