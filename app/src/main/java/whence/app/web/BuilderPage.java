package whence.app.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import whence.app.draft.Citation;
import whence.app.draft.Draft;
import whence.app.draft.Item;
import whence.app.report.Exports;
import whence.app.report.NoteStyle;
import whence.ask.Asked;
import whence.ask.Inquiry;
import whence.ask.Search;
import whence.model.Claim;
import whence.model.Document;
import whence.model.Sha256;
import whence.model.StatementAnchor;

/// A report as it is being written.
///
/// @param statements how many stand behind it
/// @param reviewed how many of them people reviewed
/// @param lost how many citations find their place no more
/// @param answered whether what is on record for its questions is worked out
/// @param found what a person looked for, to add it
/// @param questions of the inquiry
/// @param to the written text that a citation goes into, 0 where there is none
public record BuilderPage(
    Draft draft,
    List<Row> rows,
    int statements,
    int reviewed,
    int lost,
    boolean current,
    boolean answered,
    SearchPage found,
    List<Inquiry.Question> questions,
    int to) {
  /// A part of the report.
  ///
  /// @param claim that it is about now, null for none
  /// @param asked what is on record for its question, null where not known
  /// @param cited what its text cites
  /// @param lost whether what it is about is not found any more
  public record Row(
      Item item,
      @Nullable Claim claim,
      @Nullable Asked asked,
      List<Cited> cited,
      int statements,
      int reviewed,
      boolean lost) {}

  /// @param address of the passage, null where it is found no more
  /// @param path of the document, empty where it is gone
  public record Cited(int number, String quote, @Nullable String address, String path) {}

  /// @param answers null while they are not worked out
  static BuilderPage of(
      Snapshot at,
      Draft draft,
      @Nullable List<Asked> answers,
      Inquiry inquiry,
      @Nullable Search search,
      String words,
      int to) {
    Reviewed reviewed = new Reviewed(at);
    Map<String, Asked> byId = new HashMap<>();
    if (answers != null) {
      answers.forEach(asked -> {
        if (asked.id() != null) {
          byId.put(asked.id(), asked);
        }
      });
    }
    List<Row> rows = new ArrayList<>();
    Set<String> behind = new LinkedHashSet<>();
    int lost = 0;
    for (Item item : draft.items()) {
      Claim claim = item instanceof Item.OfClaim it ? claim(at, it).orElse(null) : null;
      Asked asked = item instanceof Item.OfQuestion it ? byId.get(it.question()) : null;
      Set<String> statements = new LinkedHashSet<>();
      List<Cited> cited = new ArrayList<>();
      if (claim != null) {
        statements.addAll(claim.statements());
      }
      if (asked != null) {
        statements.addAll(statements(asked));
      }
      if (item instanceof Item.Written it) {
        for (Citation citation : it.citations()) {
          String statement = statement(at, citation);
          if (statement != null) {
            statements.add(statement);
          }
          cited.add(cited(at, citation, statement));
        }
      }
      boolean gone =
          (item instanceof Item.OfClaim && claim == null && at.current())
              || (item instanceof Item.OfQuestion it && inquiry.question(it.question()).isEmpty());
      lost += gone ? 1 : (int) cited.stream().filter(each -> each.address() == null).count();
      behind.addAll(statements);
      rows.add(
          new Row(
              item,
              claim,
              asked,
              cited,
              statements.size(),
              (int) statements.stream().filter(reviewed::is).count(),
              gone));
    }
    return new BuilderPage(
        draft,
        rows,
        behind.size(),
        (int) behind.stream().filter(reviewed::is).count(),
        lost,
        at.current(),
        answers != null,
        SearchPage.of(at, search, new SearchPage.Sought(words, "", "", "")),
        inquiry.questions(),
        to);
  }

  /// The ids of the statements that the answer to a question rests on.
  private static List<String> statements(Asked asked) {
    Asked.Conclusion conclusion = asked.conclusion();
    return Stream.concat(
            Stream.concat(asked.pro().stream(), asked.contra().stream())
                .flatMap(item ->
                    item.claim() == null
                        ? item.evidence().stream().map(each -> each.statement().id())
                        : item.claim().statements().stream()),
            conclusion == null ? Stream.of() : conclusion.evidence().stream())
        .toList();
  }

  /// The claim that most of what was chosen is in now.
  private static java.util.Optional<Claim> claim(Snapshot at, Item.OfClaim item) {
    Map<String, Integer> votes = new TreeMap<>();
    for (Citation citation : item.citations()) {
      String statement = statement(at, citation);
      String claim = statement == null ? null : at.claimOf().get(statement);
      if (claim != null) {
        votes.merge(claim, 1, Integer::sum);
      }
    }
    return votes.entrySet().stream()
        .max(
            Map.Entry.<String, Integer>comparingByValue()
                .thenComparing(Map.Entry.<String, Integer>comparingByKey().reversed()))
        .flatMap(most -> at.claim(most.getKey()));
  }

  /// The statement's id now, null where it is none or found no more.
  private static @Nullable String statement(Snapshot at, Citation citation) {
    StatementAnchor held = citation.held();
    if (held == null) {
      return null;
    }
    return at.lookups().documentOf().containsKey(held.statement())
        ? held.statement()
        : at.view().held(held).orElse(null);
  }

  private static Cited cited(Snapshot at, Citation citation, @Nullable String statement) {
    Document document = at.view().document(citation.anchor().document()).orElse(null);
    String address = null;
    if (statement != null) {
      address = "/statements/" + statement;
    } else if (document != null
        && citation.statement() == null
        && at.view().place(citation.anchor()).isPresent()) {
      address = "/documents/" + document.sha256().hex();
    }
    return new Cited(
        citation.number(),
        citation.anchor().quote(),
        address,
        document == null ? "" : document.path());
  }

  /// Tells which statements people reviewed; of each document it looks once.
  private static final class Reviewed {
    private final Snapshot at;
    private final Map<Sha256, Set<String>> unreviewed = new HashMap<>();

    Reviewed(Snapshot at) {
      this.at = at;
    }

    boolean is(String statement) {
      Sha256 document = at.lookups().documentOf().get(statement);
      Lookups.Held held = document == null ? null : at.lookups().byDocument().get(document);
      return document != null
          && held != null
          && !unreviewed
              .computeIfAbsent(
                  document,
                  _ ->
                      held.unreviewed().stream()
                          .map(Lookups.Unreviewed::statement)
                          .collect(Collectors.toCollection(HashSet::new)))
              .contains(statement);
    }
  }

  public List<Exports.Format> formats() {
    return List.of(Exports.Format.values());
  }

  public List<NoteStyle> styles() {
    return List.of(NoteStyle.values());
  }

  /// The written texts that a citation can go into, with their first words.
  public List<Item.Written> texts() {
    return draft.items().stream()
        .flatMap(item -> item instanceof Item.Written it ? Stream.of(it) : Stream.of())
        .toList();
  }
}
