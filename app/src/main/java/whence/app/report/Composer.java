package whence.app.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import whence.app.draft.Citation;
import whence.app.draft.Draft;
import whence.app.draft.Item;
import whence.app.report.Composed.Block;
import whence.app.report.Composed.Inline;
import whence.ask.Asked;
import whence.guard.View;
import whence.model.Claim;
import whence.model.ClaimReview;
import whence.model.Stance;
import whence.model.Statement;
import whence.model.StatementAnchor;
import whence.model.Weighing;
import whence.weigh.Evidence;

/// Puts a draft together with what is on record for it now.
public final class Composer {
  /// Of a claim so many statements are cited one by one.
  private static final int CITED = 24;

  /// Of a question so many claims are told on each side.
  private static final int TOLD = 12;

  private static final int RIVALS = 3;

  private final View view;
  private final Map<String, Claim> claims = new HashMap<>();
  private final Map<String, String> claimOf = new HashMap<>();
  private final Map<String, ClaimReview> reviews;
  private final Function<Collection<String>, Map<String, Evidence>> find;
  private final Map<String, Asked> answers = new HashMap<>();
  private final Set<String> behind = new LinkedHashSet<>();
  private final Map<String, Evidence> evidence = new HashMap<>();
  private Notes notes;
  private int lost;

  /// @param find statements by id; those that nothing on record has are left out
  /// @param answers what is on record for the inquiry's questions
  public Composer(
      View view,
      Weighing weighing,
      Function<Collection<String>, Map<String, Evidence>> find,
      List<Asked> answers) {
    this.view = view;
    this.find = find;
    this.notes = new Notes(view, NoteStyle.PLAIN);
    for (Claim claim : weighing.claims()) {
      claims.put(claim.id(), claim);
      claim.statements().forEach(statement -> claimOf.put(statement, claim.id()));
    }
    this.reviews = view.reviews(weighing);
    for (Asked asked : answers) {
      if (asked.id() != null) {
        this.answers.put(asked.id(), asked);
      }
    }
  }

  public Composed compose(Draft draft, NoteStyle style, Head head, String program) {
    return composed(draft, style, head, program).composed();
  }

  /// @param cited where the bundle has the passages
  record Whole(Composed composed, Notes cited) {}

  Whole composed(Draft draft, NoteStyle style, Head head, String program) {
    notes = new Notes(view, style);
    behind.clear();
    lost = 0;
    List<Block> blocks = new ArrayList<>();
    for (Item item : draft.items()) {
      switch (item) {
        case Item.Heading it -> blocks.add(new Block.Heading(it.text()));
        case Item.Written it -> blocks.addAll(written(it));
        case Item.OfClaim it -> blocks.add(chosen(it));
        case Item.OfQuestion it -> blocks.add(question(it));
      }
    }
    int reviewed = (int) behind.stream().filter(this::isReviewed).count();
    Composed composed =
        new Composed(
            draft.title(),
            Words.date(head.at()),
            program,
            head.entries(),
            head.hash().hex(),
            style,
            notes.marks(),
            behind.size(),
            reviewed,
            lost,
            blocks,
            notes.all(),
            notes.sources());
    return new Whole(composed, notes);
  }

  private boolean isReviewed(String statement) {
    Evidence held = evidence.get(statement);
    return held != null
        && switch (view.review(held.statement()).state()) {
          case CONFIRMED, CORRECTED -> true;
          case UNREVIEWED, REJECTED -> false;
        };
  }

  private void look(Collection<String> ids) {
    List<String> unknown = ids.stream().filter(id -> !evidence.containsKey(id)).toList();
    if (!unknown.isEmpty()) {
      evidence.putAll(find.apply(unknown));
    }
  }

  private List<Block> written(Item.Written item) {
    Map<Integer, Citation> citations = new HashMap<>();
    item.citations().forEach(each -> citations.put(each.number(), each));
    List<Block> paragraphs = new ArrayList<>();
    for (String paragraph : item.text().split("\\R\\s*\\R")) {
      List<Inline> inline = new ArrayList<>();
      for (Item.Written.Piece piece : Item.Written.pieces(paragraph.strip(), item.citations())) {
        Citation citation = citations.get(piece.citation());
        inline.add(citation == null ? new Inline.Words(piece.text()) : cite(citation));
      }
      if (!inline.isEmpty()) {
        paragraphs.add(new Block.Paragraph(inline));
      }
    }
    return paragraphs;
  }

  private Inline cite(Citation citation) {
    Evidence held = evidence(citation);
    if (held == null) {
      lost++;
      return new Inline.Lost(
          Words.cut(citation.anchor().quote(), Tellings.SHORT_QUOTE),
          view.document(citation.anchor().document())
              .map(document -> document.path())
              .orElse("a document that is gone"));
    }
    if (citation.statement() != null) {
      behind.add(held.statement().id());
    }
    return new Inline.Mark(notes.note(held));
  }

  private @Nullable Evidence evidence(Citation citation) {
    StatementAnchor held = citation.held();
    if (held == null) {
      return CitedWords.find(view, citation.anchor());
    }
    look(List.of(held.statement()));
    Evidence known = evidence.get(held.statement());
    if (known != null) {
      return known;
    }
    String now = view.held(held).orElse(null);
    if (now == null) {
      return null;
    }
    look(List.of(now));
    return evidence.get(now);
  }

  private Block chosen(Item.OfClaim item) {
    look(item.citations().stream().map(Citation::statement).filter(each -> each != null).toList());
    Map<String, Integer> votes = new TreeMap<>();
    for (Citation citation : item.citations()) {
      Evidence held = evidence(citation);
      String claim = held == null ? null : claimOf.get(held.statement().id());
      if (claim != null) {
        votes.merge(claim, 1, Integer::sum);
      }
    }
    Claim claim = null;
    int most = 0;
    for (Map.Entry<String, Integer> vote : votes.entrySet()) {
      if (vote.getValue() > most) {
        claim = claims.get(vote.getKey());
        most = vote.getValue();
      }
    }
    if (claim == null) {
      lost++;
      return new Block.Lost(
          item.text(),
          "No statement of this claim is found in the documents as they are read now.");
    }
    return claim(claim, "");
  }

  private Block.Claim claim(Claim claim, String by) {
    look(claim.statements());
    behind.addAll(claim.statements());
    return new Block.Claim(claim.id(), claim.text(), told(claim), standing(claim), by);
  }

  private List<String> standing(Claim claim) {
    List<String> standing = new ArrayList<>();
    Claim.Origins origins = claim.origins();
    standing.add(
        origins.atLeast() == origins.atMost()
            ? Words.count(origins.atLeast(), "independent origin", "independent origins")
            : origins.atLeast() + " to " + origins.atMost() + " independent origins");
    ClaimReview review = reviews.getOrDefault(claim.id(), ClaimReview.NONE);
    ClaimReview.Grading grading = review.grading();
    int credibility = claim.grade().credibility();
    standing.add(
        "credibility "
            + credibility
            + " ("
            + Words.credibility(credibility)
            + ")"
            + (grading == null ? ", by rule" : ", graded by " + grading.by()));
    if (!claim.deniedBy().isEmpty()) {
      standing.add("denied in " + Words.count(claim.deniedBy().size(), "statement", "statements"));
    }
    List<String> rivals =
        claim.contradicts().stream()
            .map(claims::get)
            .filter(each -> each != null)
            .limit(RIVALS)
            .map(each -> "“" + Words.cut(each.text(), Tellings.SHORT_QUOTE) + "”")
            .toList();
    if (!rivals.isEmpty()) {
      int more = claim.contradicts().size() - rivals.size();
      standing.add(
          "contradicted by "
              + String.join(", ", rivals)
              + (more > 0 ? " and " + more + " more" : ""));
    }
    ClaimReview.Rejection rejection = review.rejection();
    if (rejection != null) {
      standing.add(
          "rejected by "
              + rejection.by()
              + (rejection.why() == null ? "" : ": " + rejection.why()));
    }
    long reviewed = claim.statements().stream().filter(this::isReviewed).count();
    standing.add(
        reviewed
            + " of "
            + Words.count(claim.statements().size(), "statement", "statements")
            + " reviewed by people");
    return standing;
  }

  /// What a statement does with a claim, in the order in which it is told.
  private enum Telling {
    SAID("Said by "),
    OTHERWISE("In other words, as far as a program can tell, by "),
    DENIED("Denied by "),
    DOUBTED("Doubted by "),
    BESIDE("Asked, declined or left unanswered: ");

    private final String words;

    Telling(String words) {
      this.words = words;
    }
  }

  private List<Inline> told(Claim claim) {
    Map<Telling, Map<String, List<Evidence>>> told = new TreeMap<>();
    Set<String> denied = new HashSet<>(claim.deniedBy());
    Set<String> doubted = new HashSet<>(claim.doubtedBy());
    Set<String> otherwise = new HashSet<>(claim.inOtherWords());
    int cited = 0;
    for (String id : claim.statements()) {
      Evidence held = evidence.get(id);
      if (held != null && cited < CITED) {
        cited++;
        Telling telling =
            denied.contains(id)
                ? Telling.DENIED
                : doubted.contains(id)
                    ? Telling.DOUBTED
                    : held.statement().stance() != Stance.ASSERTS
                        ? Telling.BESIDE
                        : otherwise.contains(id) ? Telling.OTHERWISE : Telling.SAID;
        told.computeIfAbsent(telling, _ -> new LinkedHashMap<>())
            .computeIfAbsent(who(held), _ -> new ArrayList<>())
            .add(held);
      }
    }
    List<Inline> inline = new ArrayList<>();
    told.forEach((telling, sayers) -> {
      inline.add(new Inline.Words((inline.isEmpty() ? "" : ". ") + telling.words));
      String comma = "";
      for (Map.Entry<String, List<Evidence>> sayer : sayers.entrySet()) {
        inline.add(new Inline.Words(comma + sayer.getKey()));
        sayer.getValue().forEach(each -> inline.add(new Inline.Mark(notes.note(each))));
        comma = ", ";
      }
    });
    int more = claim.statements().size() - cited;
    inline.add(
        new Inline.Words(
            more == 0
                ? "."
                : "; and in " + Words.count(more, "more statement", "more statements") + "."));
    return inline;
  }

  private static String who(Evidence held) {
    Statement statement = held.statement();
    String who = Tellings.who(statement);
    return statement.kind() == Statement.Kind.OWN || who.isEmpty()
        ? "“" + Words.title(held.document()) + "” in its own voice"
        : who;
  }

  private Block question(Item.OfQuestion item) {
    Asked asked = answers.get(item.question());
    if (asked == null) {
      lost++;
      return new Block.Lost(
          item.text(), "The inquiry has no question " + item.question() + " any more.");
    }
    String state =
        asked.state().name().toLowerCase(Locale.ROOT).replace('_', ' ')
            + (asked.suggested() ? ", as far as a program suggests" : "");
    List<Block.Claim> pro = side(asked.pro());
    List<Block.Claim> contra = side(asked.contra());
    List<String> more = new ArrayList<>();
    more(more, asked.pro().size() - pro.size(), "more for it");
    more(more, asked.contra().size() - contra.size(), "more against it");
    more(more, asked.unclear().size(), "that may bear on it, nobody can tell how");
    more(more, asked.unanswered().size(), "by which somebody refused or did not answer");
    return new Block.Question(
        item.question(),
        asked.question(),
        state,
        finding(asked.conclusion()),
        pro,
        contra,
        more.isEmpty() ? "" : "Also on record: " + String.join("; ", more) + ".");
  }

  private static void more(List<String> more, int number, String what) {
    if (number > 0) {
      more.add(Words.number(number) + " " + what);
    }
  }

  private List<Inline> finding(Asked.@Nullable Conclusion conclusion) {
    if (conclusion == null) {
      return List.of();
    }
    List<Inline> inline = new ArrayList<>();
    inline.add(new Inline.Words(conclusion.finding()));
    look(conclusion.evidence());
    for (String id : conclusion.evidence()) {
      Evidence held = evidence.get(id);
      if (held != null) {
        behind.add(id);
        inline.add(new Inline.Mark(notes.note(held)));
      }
    }
    inline.add(new Inline.Words(" (" + conclusion.by() + ")"));
    return inline;
  }

  private List<Block.Claim> side(List<Asked.Item> items) {
    List<Block.Claim> side = new ArrayList<>();
    for (Asked.Item item : items.subList(0, Math.min(TOLD, items.size()))) {
      String by = item.suggested() ? "suggested by a program" : "put here by " + item.by();
      Claim claim = item.claim() == null ? null : claims.get(item.claim().id());
      if (claim != null) {
        side.add(claim(claim, by));
      } else {
        List<Inline> told = new ArrayList<>(List.of(new Inline.Words("Said by ")));
        for (Evidence held : item.evidence()) {
          evidence.put(held.statement().id(), held);
          behind.add(held.statement().id());
          told.add(new Inline.Words(who(held)));
          told.add(new Inline.Mark(notes.note(held)));
        }
        told.add(new Inline.Words("."));
        Statement first = item.evidence().getFirst().statement();
        side.add(new Block.Claim("", first.contentText(), told, List.of(), by));
      }
    }
    return side;
  }
}
