package whence.ask;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import whence.guard.View;
import whence.model.Certainty;
import whence.model.Claim;
import whence.model.CodePoints;
import whence.model.Document;
import whence.model.Entry;
import whence.model.Fact;
import whence.model.Reading;
import whence.model.Review;
import whence.model.Sha256;
import whence.model.Span;
import whence.model.Statement;
import whence.model.StatementAnchor;
import whence.model.Time;
import whence.model.Weighing;

/// Who was told what: what sentences report, what mail carries, what people entered.
public final class Tellings {
  private static final Comparator<Telling> ORDER =
      Comparator.comparingInt(
              (Telling telling) -> telling.place() == null ? -1 : telling.place().start())
          .thenComparing(telling -> telling.fact())
          .thenComparing(Telling::id, CodePoints.ORDER);

  /// So many sentences that speak of a paper tell which it is.
  private static final int SENTENCES = 12;

  private final Map<String, String> claimOf = new HashMap<>();
  private final Map<String, List<Telling>> byPath = new TreeMap<>(CodePoints.ORDER);

  private final Papers papers = new Papers();
  private final List<Described> described = new ArrayList<>();

  private Tellings() {}

  /// By path of the document and place, then what people entered in their order. What people
  /// dismissed is left out.
  public static List<Telling> in(View view, Weighing weighing) {
    return new Tellings().all(view, weighing, view.readings());
  }

  /// As [#in(View, Weighing)], of these documents alone; papers elsewhere are not looked for.
  static List<Telling> in(View view, Weighing weighing, Collection<Sha256> documents) {
    return new Tellings()
        .all(
            view,
            weighing,
            documents.stream().sorted().flatMap(each -> view.reading(each).stream()));
  }

  private List<Telling> all(View view, Weighing weighing, Stream<Reading> readings) {
    for (Claim claim : weighing.claims()) {
      claim.statements().forEach(statement -> claimOf.put(statement, claim.id()));
    }
    Map<String, List<MailTellings.Message>> mails = new HashMap<>();
    SortedMap<String, Document> attachments = new TreeMap<>(CodePoints.ORDER);
    Map<String, List<Statement>> said = new HashMap<>();
    readings.forEach(reading -> {
      List<Statement> statements =
          reading.statements().stream()
              .filter(statement -> view.review(statement).state() != Review.State.REJECTED)
              .toList();
      Document document = reading.document();
      Speech speech = new Speech(reading, statements);
      papers.add(reading);
      List<MailTellings.Message> messages = MailTellings.in(speech);
      List<ReadTellings.Found> read = ReadTellings.in(speech);
      described(speech, read);
      described(speech, PaperTrail.in(speech, read));
      for (MailTellings.Message message : messages) {
        carried(document, message, document, message.says(), false);
      }
      if (!messages.isEmpty()) {
        mails.put(document.path(), messages);
      }
      if (document.path().contains("!/")) {
        attachments.put(document.path(), document);
        said.put(document.path(), speech.outermost());
      }
    });
    attachments.forEach((path, document) -> {
      String mail = path.substring(0, path.lastIndexOf("!/"));
      List<MailTellings.Message> messages = mails.getOrDefault(mail, List.of());
      Optional<Document> carrier = view.document(mail);
      for (int i = 0; i < messages.size() && carrier.isPresent(); i++) {
        MailTellings.Message message = messages.get(i);
        if (i == 0 || message.attaches()) {
          carried(carrier.get(), message, document, Objects.requireNonNull(said.get(path)), i > 0);
        }
      }
    });
    for (Described each : described) {
      List<Document> meant =
          each.found().itself()
              ? List.of(each.document())
              : each.found().paperAt() == null
                  ? List.of()
                  : papers.find(
                      each.found().paper(), each.around(), each.times(), each.document().sha256());
      add(
          each.document(),
          telling(each.document(), each.found(), withAttached(meant, attachments)));
    }
    Set<String> dismissed = new HashSet<>();
    view.standing(Entry.Dismissed.class).forEach(each -> dismissed.add(each.entry().id()));
    List<Telling> all = new ArrayList<>();
    byPath.values().forEach(tellings -> all.addAll(tellings.stream().sorted(ORDER).toList()));
    all.addAll(entered(view, weighing));
    all.removeIf(telling -> dismissed.contains(telling.id()));
    return all;
  }

  private void add(Document document, Telling telling) {
    byPath.computeIfAbsent(document.path(), _ -> new ArrayList<>()).add(telling);
  }

  /// Documents with what is attached to them.
  private static List<Sha256> withAttached(
      List<Document> papers, SortedMap<String, Document> attachments) {
    Set<Sha256> all = new LinkedHashSet<>();
    for (Document paper : papers) {
      all.add(paper.sha256());
      String within = paper.path() + "!/";
      attachments.tailMap(within).entrySet().stream()
          .takeWhile(each -> each.getKey().startsWith(within))
          .forEach(each -> all.add(each.getValue().sha256()));
    }
    return List.copyOf(all);
  }

  /// A telling with what its document says of the paper that went.
  private record Described(
      Document document, ReadTellings.Found found, String around, Set<String> times) {}

  private void described(Speech speech, List<ReadTellings.Found> found) {
    Map<Span, StringBuilder> around = new HashMap<>();
    Map<Span, Set<String>> times = new HashMap<>();
    for (ReadTellings.Found each : found) {
      Span paper = each.paperAt();
      if (paper == null) {
        continue;
      }
      boolean first = !around.containsKey(paper);
      StringBuilder words = around.computeIfAbsent(paper, _ -> new StringBuilder());
      Set<String> dates = times.computeIfAbsent(paper, _ -> new TreeSet<>());
      List<Span> sentences = new ArrayList<>(List.of(speech.sentenceAround(each.at())));
      if (first) {
        sentences.add(speech.sentenceAround(paper));
        if (!speech.isHearing()) {
          String phrase = each.paper().toLowerCase(Locale.ROOT).strip();
          sentences.addAll(
              speech.sentencesWith(phrase.substring(phrase.lastIndexOf(' ') + 1), SENTENCES));
        }
      }
      for (Span sentence : sentences) {
        words.append(sentence.of(speech.text())).append(' ');
        dates.addAll(speech.times().dates(sentence));
      }
    }
    for (ReadTellings.Found each : found) {
      Span paper = each.paperAt();
      described.add(
          new Described(
              speech.document(),
              each,
              paper == null ? "" : String.valueOf(around.get(paper)),
              paper == null ? Set.of() : times.getOrDefault(paper, Set.of())));
    }
  }

  private Telling telling(Document document, ReadTellings.Found found, List<Sha256> meant) {
    Statement told = found.told();
    String claim = told == null ? null : claimOf.get(told.id());
    return new Telling(
        id(document.sha256() + " " + found.at() + " " + found.fact()),
        claim,
        found.by(),
        found.to(),
        found.when(),
        found.through(),
        found.fact(),
        found.certainty(),
        found.statement().id(),
        document.sha256(),
        found.at(),
        found.text(),
        found.paper(),
        meant,
        found.suggested(),
        null,
        null);
  }

  /// What a message carries, its own words or an attachment's, to those it went to.
  private void carried(
      Document mail,
      MailTellings.Message message,
      Document of,
      List<Statement> statements,
      boolean suggested) {
    MailHead head = message.head();
    List<Statement> saying =
        statements.stream().filter(statement -> claimOf.containsKey(statement.id())).toList();
    for (Statement statement : saying) {
      if (!head.all().isEmpty()) {
        add(mail, mailed(mail, head, of, statement, head.all(), head.sent(), Fact.SENT, suggested));
      }
      MailHead answer = message.answeredBy();
      if (answer != null) {
        List<String> to = List.of(answer.from());
        add(mail, mailed(mail, head, of, statement, to, answer.sent(), Fact.RECEIVED, suggested));
        // who answers a message has it; that they read all of it is likely, and no more
        add(mail, mailed(mail, head, of, statement, to, answer.sent(), Fact.READ, true));
      }
    }
  }

  private Telling mailed(
      Document mail,
      MailHead head,
      Document of,
      Statement statement,
      List<String> to,
      @Nullable Time when,
      Fact fact,
      boolean suggested) {
    return new Telling(
        id(mail.sha256() + " " + head.at() + " " + statement.id() + " " + fact),
        claimOf.get(statement.id()),
        head.from(),
        to,
        when,
        head.through(),
        fact,
        Certainty.STATED,
        statement.id(),
        of.sha256(),
        statement.extent(),
        statement.contentText(),
        "",
        List.of(),
        suggested,
        null,
        null);
  }

  private static List<Telling> entered(View view, Weighing weighing) {
    List<Telling> tellings = new ArrayList<>();
    var claims = view.claims(weighing);
    for (View.Decided<Entry.Told> each : view.standing(Entry.Told.class)) {
      Entry.Told told = each.entry();
      Optional<Claim> claim = claims.apply(told.claim());
      tellings.add(
          new Telling(
              id("told " + each.number()),
              claim.map(Claim::id).orElse(null),
              told.teller(),
              told.to(),
              told.when() == null ? null : Time.fromMetadata(told.when()),
              told.through(),
              told.fact(),
              told.certainty(),
              told.claim().stream().map(StatementAnchor::statement).findFirst().orElse(null),
              null,
              null,
              claim.map(Claim::text).orElse(""),
              "",
              List.of(),
              false,
              told.by(),
              told.why()));
    }
    return tellings;
  }

  private static String id(String of) {
    return "t" + Sha256.of(of).hex().substring(0, 16);
  }
}
