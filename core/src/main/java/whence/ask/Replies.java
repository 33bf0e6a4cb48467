package whence.ask;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import whence.guard.View;
import whence.model.Answer;
import whence.model.CodePoints;
import whence.model.Entry;
import whence.model.Review;
import whence.model.Statement;
import whence.model.Time;
import whence.model.Weighing;

/// Who was asked for comment, and what they answered: as documents tell it and as people put it on
/// record.
///
/// The same request told again, in a reprint or by the letter itself, is one request. What somebody
/// dismissed is left out.
public final class Replies {
  /// How much of the shorter sentence's words a reprint has.
  private static final double REPRINT = 0.7;

  private Replies() {}

  /// Those found by path of the document and place, then those entered in the journal's order.
  public static List<Reply> in(View view) {
    return in(view, view.weighing());
  }

  /// @param weighing tells which of several documents is the one reprinted, where it is there
  public static List<Reply> in(View view, Optional<Weighing> weighing) {
    List<Requests.Found> found = new ArrayList<>();
    People people = new People();
    view.readings()
        .forEach(reading -> {
          List<Statement> statements =
              reading.statements().stream()
                  .filter(it -> view.review(it).state() != Review.State.REJECTED)
                  .toList();
          found.addAll(Requests.in(reading, statements));
          people.add(
              reading.document().path(), statements, Sentence.fold(reading.text().characters()));
        });
    Set<String> origins = new HashSet<>();
    weighing.ifPresent(it -> it.families().forEach(family -> origins.add(family.origin().hex())));
    Set<String> dismissed = new HashSet<>();
    view.standing(Entry.Dismissed.class).forEach(each -> dismissed.add(each.entry().id()));
    List<Reply> replies =
        new ArrayList<>(
            merged(found, people, origins).stream()
                .filter(reply -> !dismissed.contains(reply.id()))
                .toList());
    replies.addAll(entered(view));
    return replies;
  }

  /// A request with all the places that tell it.
  private static final class Request {
    private final Requests.Found best;
    private final People.Named to;
    private Answer answer;
    private @Nullable Time asked;
    private @Nullable Time deadline;
    private @Nullable String by;
    private String about;
    private boolean suggested;
    private final List<String> alsoAt = new ArrayList<>();
    private final Set<String> authors = new HashSet<>();
    private final Set<String> words;

    Request(Requests.Found best, People.Named to) {
      this.best = best;
      this.to = to;
      this.answer = best.answer();
      this.asked = best.asked();
      this.deadline = best.deadline();
      this.by = best.by();
      this.about = best.about();
      this.suggested = best.suggested();
      this.words = words(best.sentence());
      authors.addAll(authors(best));
    }

    void add(Requests.Found other) {
      if (asked == null || (asked.value() == null && other.asked() != null)) {
        asked = elsewhere(other.asked());
      }
      boolean finer =
          deadline != null
              && other.deadline() != null
              && String.valueOf(other.deadline().value()).startsWith(deadline.value() + "T");
      if (deadline == null || finer) {
        deadline = elsewhere(other.deadline());
      }
      if (about.isEmpty()) {
        about = other.about();
      }
      suggested &= other.suggested();
      authors.addAll(authors(other));
      if (!other.statement().id().equals(best.statement().id())
          && !alsoAt.contains(other.statement().id())) {
        alsoAt.add(other.statement().id());
      }
    }

    /// A time that another document tells has no place in this one.
    private static @Nullable Time elsewhere(@Nullable Time time) {
      return time == null ? null : new Time(time.text(), time.value(), null, null);
    }

    Reply reply() {
      return new Reply(
          to.whom(),
          about,
          asked,
          answer,
          best.statement().id(),
          by,
          deadline,
          false,
          Requests.id(best),
          suggested,
          best.principal() == null ? null : best.who(),
          to.candidates(),
          alsoAt,
          List.of(),
          null);
    }
  }

  private static Set<String> authors(Requests.Found found) {
    Set<String> authors = new HashSet<>();
    if (found.by() != null) {
      authors.add(found.by().toLowerCase(Locale.ROOT));
    }
    if (found.document().author() != null) {
      authors.add(found.document().author().toLowerCase(Locale.ROOT));
    }
    return authors;
  }

  private static List<Reply> merged(
      List<Requests.Found> found, People people, Set<String> origins) {
    // what came of a request before the request itself, the document reprinted before its reprints
    List<Requests.Found> order =
        found.stream()
            .sorted(
                Comparator.<Requests.Found>comparingInt(it -> it.answer() == Answer.PENDING ? 1 : 0)
                    .thenComparing(
                        it -> it.by() != null && !it.by().equals(it.document().publisher()))
                    .thenComparing(it -> it.suggested())
                    .thenComparing(it -> !origins.contains(it.document().sha256().hex()))
                    .thenComparing(it ->
                        it.document().date() == null
                            ? "~"
                            : Objects.requireNonNullElse(it.document().date().value(), "~"))
                    .thenComparing(it -> it.document().path(), CodePoints.ORDER)
                    .thenComparing(Requests.Found::place)
                    .thenComparing(Requests.Found::who))
            .toList();
    Map<String, List<Request>> byName = new HashMap<>();
    List<Request> requests = new ArrayList<>();
    for (Requests.Found each : order) {
      String words = each.principal() != null ? each.principal() : each.who();
      People.Named to = people.resolve(each.document().path(), words);
      List<Request> same = byName.computeIfAbsent(key(to.whom()), _ -> new ArrayList<>());
      Set<String> sentence = words(each.sentence());
      Request known =
          to.whom().isEmpty()
              ? null
              : same.stream().filter(it -> isSame(it, each, sentence)).findFirst().orElse(null);
      if (known == null) {
        Request request = new Request(each, to);
        same.add(request);
        requests.add(request);
      } else {
        known.add(each);
      }
    }
    requests.sort(
        Comparator.<Request, String>comparing(it -> it.best.document().path(), CodePoints.ORDER)
            .thenComparingInt(it -> it.best.place().start())
            .thenComparing(it -> it.to.whom(), CodePoints.ORDER));
    return requests.stream().map(Request::reply).toList();
  }

  private static boolean isSame(Request known, Requests.Found other, Set<String> sentence) {
    if (known.answer == other.answer() && overlap(known.words, sentence) >= REPRINT) {
      return true;
    }
    // the request, and what came of it, told by the same people
    boolean together = authors(other).stream().anyMatch(known.authors::contains);
    if (!together) {
      return false;
    }
    boolean open =
        other.answer() == Answer.PENDING
            || (other.answer() == Answer.SILENT && known.answer == Answer.SILENT);
    return open
        && (known.about.isEmpty() || other.about().isEmpty() || known.about.equals(other.about()));
  }

  private static double overlap(Set<String> one, Set<String> other) {
    int shared = 0;
    for (String word : one) {
      shared += other.contains(word) ? 1 : 0;
    }
    return (double) shared / Math.max(1, Math.min(one.size(), other.size()));
  }

  private static Set<String> words(String sentence) {
    Set<String> words =
        new HashSet<>(List.of(sentence.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}']+", -1)));
    words.remove("");
    return words;
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT)
        .replaceFirst("^the ", "")
        .replaceFirst("^(embassy|office|government|ministry|council) of (?:the )?(.+)$", "$2's $1");
  }

  private static List<Reply> entered(View view) {
    Map<Long, View.Decided<Entry.Replied>> answers = new HashMap<>();
    view.standing(Entry.Replied.class).forEach(each -> answers.put(each.entry().request(), each));
    return view.standing(Entry.Requested.class).stream()
        .map(each -> {
          Entry.Requested request = each.entry();
          View.Decided<Entry.Replied> answer = answers.get(each.number());
          return new Reply(
              request.to(),
              request.matter(),
              time(request.asked()),
              answer == null ? Answer.PENDING : answer.entry().answer(),
              null,
              request.by(),
              time(request.deadline()),
              true,
              String.valueOf(each.number()),
              false,
              null,
              List.of(),
              List.of(),
              request.claims().stream().flatMap(it -> view.statement(it).stream()).toList(),
              answer == null ? null : answer.entry().words());
        })
        .toList();
  }

  private static @Nullable Time time(@Nullable String value) {
    return value == null ? null : Time.fromMetadata(value);
  }
}
