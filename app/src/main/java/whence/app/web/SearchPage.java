package whence.app.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import whence.ask.Search;
import whence.model.Claim;
import whence.model.Document;
import whence.model.Statement;
import whence.weigh.Evidence;

/// What a search finds in the case, each thing with its place.
///
/// @param sought what was asked for
/// @param ready whether passages could be looked for; until the case is indexed they cannot
/// @param passages best first
/// @param documents those whose title, path, publisher or author holds the words
/// @param sources names that hold the words, with how many statements they are nearest to
/// @param facets how the passages found are spread, before they are narrowed
public record SearchPage(
    Sought sought,
    boolean ready,
    List<Hit> passages,
    List<Claim> claims,
    int claimsInAll,
    List<Document> documents,
    int documentsInAll,
    List<Source> sources,
    List<Facet> facets) {
  /// Worked out once for a state of the case: what searches it.
  static final Study<Search> SEARCH =
      (_, _, _, search) -> {
        Search found = search.get();
        // The first search loads what tells meaning; nobody should wait for that while typing.
        found.find("begin", 1);
        return found;
      };

  private static final int LOOKED_AT = 120;
  private static final int SHOWN = 30;
  private static final int SHORT = 6;
  private static final int CHOICES = 8;

  /// @param words to look for; empty for none
  /// @param in the hash of the only document to look in, empty for any
  /// @param from the only source to look for, empty for any
  /// @param stance the only stance, empty for any
  public record Sought(String words, String in, String from, String stance) {
    boolean isNothing() {
      return words.isBlank() && from.isBlank();
    }

    boolean isNarrowed() {
      return !in.isEmpty() || !from.isEmpty() || !stance.isEmpty();
    }
  }

  /// @param statement null for a sentence that no statement covers
  /// @param who is nearest to what is said, empty where nobody is named
  public record Hit(
      Document document,
      @Nullable Integer page,
      @Nullable Statement statement,
      String who,
      String text,
      @Nullable String claim) {}

  public record Source(String name, int statements) {}

  /// @param name of what passages can be narrowed by: `document`, `source`, `stance`
  public record Facet(String name, List<Choice> choices) {}

  /// @param value as the address has it
  public record Choice(String value, String label, int number, boolean chosen) {}

  /// @param search null while the case is being indexed
  static SearchPage of(Snapshot at, @Nullable Search search, Sought sought) {
    List<Hit> all = new ArrayList<>();
    boolean ready = search != null;
    if (!sought.words().isBlank() && search != null) {
      try {
        all.addAll(hits(at, search.find(sought.words(), LOOKED_AT)));
      } catch (IllegalStateException e) {
        // The index was renewed meanwhile: the page shows it when that is done.
        ready = false;
      }
    } else if (!sought.from().isBlank()) {
      all.addAll(by(at, sought.from()));
      ready = true;
    }
    List<Hit> passages = all.stream().filter(narrowed(sought)).toList();
    String[] words = sought.words().toLowerCase(Locale.ROOT).strip().split("\\s+");
    List<Claim> claims =
        sought.isNothing() || sought.isNarrowed() ? List.of() : claims(at, all, words);
    List<Document> documents =
        sought.words().isBlank() || sought.isNarrowed() ? List.of() : documents(at, words);
    return new SearchPage(
        sought,
        ready,
        passages.subList(0, Math.min(SHOWN, passages.size())),
        claims.subList(0, Math.min(SHORT, claims.size())),
        claims.size(),
        documents.subList(0, Math.min(SHORT, documents.size())),
        documents.size(),
        sought.words().isBlank() || sought.isNarrowed() ? List.of() : sources(at, words),
        facets(all, sought));
  }

  private static List<Hit> hits(Snapshot at, List<Search.Hit> found) {
    Map<String, Evidence> evidence =
        at.evidence(found.stream().map(Search.Hit::statement).filter(id -> id != null).toList());
    List<Hit> hits = new ArrayList<>();
    for (Search.Hit hit : found) {
      Document document = at.view().document(hit.document()).orElse(null);
      if (document != null) {
        Evidence held = hit.statement() == null ? null : evidence.get(hit.statement());
        hits.add(hit(at, document, hit.page(), held, hit.passage().text()));
      }
    }
    return hits;
  }

  private static List<Hit> by(Snapshot at, String source) {
    List<String> ids = at.lookups().by(source).stream().limit(LOOKED_AT).toList();
    Map<String, Evidence> evidence = at.evidence(ids);
    return ids.stream()
        .map(evidence::get)
        .filter(held -> held != null)
        .map(held -> hit(at, held.document(), held.page(), held, held.statement().contentText()))
        .toList();
  }

  private static Hit hit(
      Snapshot at,
      Document document,
      @Nullable Integer page,
      @Nullable Evidence held,
      String text) {
    Statement statement = held == null ? null : held.statement();
    return new Hit(
        document,
        page,
        statement,
        statement == null ? "" : Card.who(statement),
        text,
        statement == null ? null : at.claimOf().get(statement.id()));
  }

  private static Predicate<Hit> narrowed(Sought sought) {
    return hit ->
        (sought.in().isEmpty() || hit.document().sha256().hex().equals(sought.in()))
            && (sought.from().isEmpty() || hit.who().equals(sought.from()))
            && (sought.stance().isEmpty() || stance(hit).equals(sought.stance()));
  }

  private static String stance(Hit hit) {
    return hit.statement() == null ? "" : hit.statement().stance().name().toLowerCase(Locale.ROOT);
  }

  /// Claims of the passages found, then those that hold all the words.
  private static List<Claim> claims(Snapshot at, List<Hit> hits, String[] words) {
    Set<Claim> claims = new LinkedHashSet<>();
    for (Hit hit : hits) {
      Claim claim = hit.claim() == null ? null : at.claims().get(hit.claim());
      if (claim != null && claims.size() < SHORT) {
        claims.add(claim);
      }
    }
    at.weighing().claims().stream()
        .filter(claim -> ClaimList.holds(claim.text(), words))
        .sorted(
            Comparator.<Claim>comparingInt(claim -> -claim.documents()).thenComparing(Claim::id))
        .forEach(claims::add);
    return List.copyOf(claims);
  }

  private static List<Document> documents(Snapshot at, String[] words) {
    return at.view().documents().stream()
        .filter(document ->
            ClaimList.holds(
                String.join(
                    " ",
                    document.path(),
                    orEmpty(document.title()),
                    orEmpty(document.publisher()),
                    orEmpty(document.author())),
                words))
        .toList();
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static List<Source> sources(Snapshot at, String[] words) {
    return at.lookups().sources().entrySet().stream()
        .filter(each -> ClaimList.holds(each.getKey(), words))
        .map(each -> new Source(each.getKey(), each.getValue()))
        .sorted(
            Comparator.comparingInt((Source each) -> -each.statements())
                .thenComparing(Source::name))
        .limit(SHORT)
        .toList();
  }

  private static List<Facet> facets(List<Hit> hits, Sought sought) {
    return List.of(
        facet("in", hits, sought.in(), hit -> hit.document().sha256().hex(), SearchPage::title),
        facet("from", hits, sought.from(), Hit::who, Hit::who),
        facet("stance", hits, sought.stance(), SearchPage::stance, SearchPage::stance));
  }

  private static String title(Hit hit) {
    String title = hit.document().title();
    return title == null ? hit.document().path() : title;
  }

  private static Facet facet(
      String name,
      List<Hit> hits,
      String chosen,
      Function<Hit, String> value,
      Function<Hit, String> label) {
    Map<String, Integer> numbers = new TreeMap<>();
    Map<String, String> labels = new TreeMap<>();
    for (Hit hit : hits) {
      String each = value.apply(hit);
      if (!each.isEmpty()) {
        numbers.merge(each, 1, Integer::sum);
        labels.put(each, label.apply(hit));
      }
    }
    return new Facet(
        name,
        numbers.entrySet().stream()
            .map(each ->
                new Choice(
                    each.getKey(),
                    labels.getOrDefault(each.getKey(), each.getKey()),
                    each.getValue(),
                    each.getKey().equals(chosen)))
            .sorted(
                Comparator.comparing((Choice each) -> !each.chosen())
                    .thenComparingInt(each -> -each.number())
                    .thenComparing(Choice::label))
            .limit(CHOICES)
            .toList());
  }
}
