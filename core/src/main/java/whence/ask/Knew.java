package whence.ask;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import whence.guard.View;
import whence.model.Certainty;
import whence.model.Claim;
import whence.model.CodePoints;
import whence.model.Fact;
import whence.model.Link;
import whence.model.Reading;
import whence.model.Sha256;
import whence.model.Stance;
import whence.model.Statement;
import whence.model.Weighing;

/// Whether somebody knew a claim by a date, as far as the record has them told.
///
/// @param person as the inquiry names them, else as asked
/// @param claim its id
/// @param by ISO 8601, to its end
/// @param tellings what was told them of it, whenever
/// @param against ids of their own statements that do not sit with it
/// @param why a sentence
public record Knew(
    String person,
    String claim,
    String by,
    Answer answer,
    List<Telling> tellings,
    List<String> against,
    String why) {
  public enum Answer {
    YES,
    NO,
    DENIED,
    ASKED,
    UNKNOWN
  }

  private static final int LONG_ENOUGH = 40;

  public Knew {
    tellings = List.copyOf(tellings);
    against = List.copyOf(against);
  }

  /// @param tellings all of the case
  public static Knew of(
      View view,
      Weighing weighing,
      Inquiry inquiry,
      List<Telling> tellings,
      String asked,
      Claim claim,
      String by) {
    Set<String> claims = kin(weighing, claim);
    Set<String> statements = new TreeSet<>(CodePoints.ORDER);
    Set<String> denials = new HashSet<>();
    for (Claim each : weighing.claims()) {
      if (claims.contains(each.id())) {
        statements.addAll(each.statements());
        denials.addAll(each.deniedBy());
      }
    }
    Set<String> names = new HashSet<>();
    for (Telling telling : tellings) {
      names.addAll(telling.to());
      if (telling.by() != null) {
        names.add(telling.by());
      }
    }
    Persons persons = new Persons(inquiry, asked, names);
    Said said = Said.in(view, statements, tellings, persons);
    List<Telling> told = new ArrayList<>();
    for (Telling telling : tellings) {
      boolean about =
          (telling.claim() != null && claims.contains(telling.claim()))
              || telling.papers().stream().anyMatch(said.papers()::contains);
      String when = telling.when() == null ? null : telling.when().value();
      if (about && telling.to().stream().anyMatch(name -> persons.is(name, when))) {
        told.add(telling);
      }
    }
    told.sort(
        Comparator.comparing(
            (Telling telling) ->
                telling.when() == null
                    ? "~"
                    : Objects.requireNonNullElse(telling.when().value(), "~"),
            CodePoints.ORDER));
    Verdict verdict = Verdict.of(told, said, by);
    Set<String> against = new TreeSet<>(CodePoints.ORDER);
    for (Telling telling : told) {
      if (telling.certainty() == Certainty.DENIED
          && telling.statement() != null
          && said.own().contains(telling.statement())) {
        against.add(telling.statement());
      }
    }
    denials.retainAll(said.own());
    against.addAll(denials);
    for (Claim each : weighing.claims()) {
      if (claims.contains(each.id())) {
        each.selfContradictions().stream()
            .filter(contradiction -> persons.is(contradiction.source(), null))
            .forEach(contradiction ->
                contradiction.against().forEach(it -> against.add(it.statement())));
      }
    }
    return new Knew(
        persons.name(),
        claim.id(),
        by,
        verdict.answer(),
        told,
        List.copyOf(against),
        verdict.why());
  }

  /// Claims that say the same at heart.
  private static Set<String> kin(Weighing weighing, Claim claim) {
    Set<String> own = new HashSet<>(claim.statements());
    Set<String> other = new HashSet<>(claim.inOtherWords());
    Set<String> kin = new HashSet<>(Set.of(claim.id()));
    for (Claim each : weighing.claims()) {
      if (each.statements().stream().anyMatch(other::contains)
          || each.inOtherWords().stream().anyMatch(own::contains)) {
        kin.add(each.id());
      }
    }
    return kin;
  }

  /// What the readings show of a claim.
  ///
  /// @param papers documents that say it, in a statement or word for word
  /// @param own ids of statements by the person
  /// @param plain ids of statements that a document makes in its own voice
  record Said(Set<Sha256> papers, Set<String> own, Set<String> plain) {
    static Said in(View view, Set<String> statements, List<Telling> tellings, Persons persons) {
      Set<Sha256> candidates = new HashSet<>();
      Set<String> shown = new HashSet<>();
      for (Telling telling : tellings) {
        candidates.addAll(telling.papers());
        if (telling.statement() != null && telling.certainty() == Certainty.DENIED) {
          shown.add(telling.statement());
        }
      }
      Set<String> words = new HashSet<>();
      Set<Sha256> papers = new HashSet<>();
      Set<String> own = new HashSet<>();
      Set<String> plain = new HashSet<>();
      List<Reading> sheets = new ArrayList<>();
      view.unconsulted()
          .forEach(reading -> {
            for (Statement statement : reading.statements()) {
              boolean says = statements.contains(statement.id());
              if (says || shown.contains(statement.id())) {
                sort(statement, persons, own, plain);
              }
              if (says) {
                papers.add(reading.document().sha256());
                String content = bare(statement.contentText());
                if (content.length() >= LONG_ENOUGH && statement.stance() == Stance.ASSERTS) {
                  words.add(content);
                }
              }
            }
            if (candidates.contains(reading.document().sha256())) {
              sheets.add(reading);
            }
          });
      for (Reading sheet : sheets) {
        String text = bare(sheet.text().characters());
        if (words.stream().anyMatch(text::contains)) {
          papers.add(sheet.document().sha256());
        }
      }
      return new Said(papers, own, plain);
    }

    private static void sort(
        Statement statement, Persons persons, Set<String> own, Set<String> plain) {
      Link link = statement.innermost();
      Link outer = statement.chain().get(Math.min(1, statement.chain().size() - 1));
      for (Link each : List.of(link, outer)) {
        if (each.role() == Link.Role.SOURCE
            && each.name() != null
            && persons.is(each.name(), null)) {
          own.add(statement.id());
        }
      }
      if (link.role() == Link.Role.PUBLISHER) {
        plain.add(statement.id());
      }
    }

    private static String bare(String text) {
      return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]++", " ").strip();
    }
  }

  /// The rules; docs/inquiry.md has them as a table.
  private record Verdict(Answer answer, String why) {
    static Verdict of(List<Telling> told, Said said, String by) {
      Fact denied = null;
      boolean own = false;
      boolean asked = false;
      boolean sent = false;
      boolean stated = false;
      Telling best = null;
      for (Telling telling : told) {
        @Nullable String when = telling.when() == null ? null : telling.when().value();
        if (telling.suggested() || (Dates.sorts(when) && !isBy(Objects.requireNonNull(when), by))) {
          stated = stated || telling.certainty() == Certainty.STATED;
          continue;
        }
        switch (telling.certainty()) {
          case DENIED -> {
            denied =
                denied == null || telling.fact().compareTo(denied) < 0 ? telling.fact() : denied;
            own =
                own
                    || telling.entered() != null
                    || said.plain().contains(String.valueOf(telling.statement()));
          }
          case ASKED -> asked = true;
          case STATED -> {
            stated = true;
            if (telling.fact() == Fact.SENT) {
              sent = true;
            } else if (Dates.sorts(when)
                && (best == null || telling.fact().compareTo(best.fact()) < 0)) {
              best = telling;
            }
          }
          case UNKNOWN -> {}
        }
      }
      if (best != null && (denied == null || denied.compareTo(best.fact()) > 0)) {
        return new Verdict(
            Answer.YES, "The record has it " + word(best) + " by then" + inPaper(best) + ".");
      }
      if (best != null) {
        return new Verdict(
            Answer.DENIED, "The record has it " + word(best) + " by then, and has that denied.");
      }
      if (denied != null && own && !stated && !asked) {
        return new Verdict(
            Answer.NO, "The record states that it was not told, and nothing says otherwise.");
      }
      if (denied != null) {
        return new Verdict(Answer.DENIED, "It is denied.");
      }
      if (asked) {
        return new Verdict(Answer.ASKED, "It was asked, and nothing on record answers.");
      }
      return new Verdict(
          Answer.UNKNOWN,
          told.isEmpty()
              ? "No telling of it to them is on record."
              : sent
                  ? "It was sent; nothing shows that it came."
                  : "No dated telling of it to them by then is on record.");
    }

    /// Which paper it was is what the program takes *the note* to be.
    private static String inPaper(Telling telling) {
      return telling.claim() == null && telling.paper() != null
          ? ", if “" + telling.paper() + "” is the paper that says it"
          : "";
    }

    private static String word(Telling telling) {
      return telling.fact().name().toLowerCase(Locale.ROOT);
    }

    private static boolean isBy(String when, String by) {
      return Dates.compareEnds(when, by) <= 0 || when.startsWith(by);
    }
  }
}
