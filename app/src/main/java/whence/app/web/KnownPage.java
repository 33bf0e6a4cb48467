package whence.app.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import whence.ask.Knew;
import whence.ask.Telling;
import whence.ask.WhoKnew;
import whence.model.Claim;
import whence.model.Document;
import whence.model.Sha256;
import whence.weigh.Evidence;

/// What one person was told of one matter, and what they said of it.
///
/// @param claim that was told, null where nothing on record says what
/// @param matter its id, as in the grid
/// @param by until when it is asked whether they knew, empty for not asked
/// @param knew null while that is worked out, and where there is no claim
/// @param tellings by certainty: what is read or entered before what is suggested
/// @param said of the claim by that person
/// @param against statements of theirs that do not sit with it
public record KnownPage(
    String person,
    @Nullable Claim claim,
    String matter,
    String text,
    String by,
    @Nullable Knew knew,
    List<Telling> tellings,
    List<WhoKnew.Said> said,
    Map<String, Evidence> against,
    Map<Sha256, String> paths,
    boolean known,
    boolean current) {
  /// Behind every date.
  private static final String EVER = "9999";

  private static final int SHOWN = 200;

  static KnownPage of(Desk desk, Snapshot at, String person, String matter, String by) {
    Worked<WhoKnew> worked = desk.worked(KnowledgePage.WHO_KNEW);
    WhoKnew whole = worked.value();
    WhoKnew.Cell cell = whole == null ? null : whole.cell(person, matter).orElse(null);
    Claim claim = at.claim(matter).orElse(null);
    Knew knew = null;
    boolean current = worked.current();
    if (whole != null && claim != null) {
      Worked<AskedKnew.Known> asked =
          desk.worked(new AskedKnew(person, matter, by.isEmpty() ? EVER : by, whole.tellings()));
      knew = asked.value() == null ? null : asked.value().knew();
      current = current && asked.current();
    }
    List<Telling> all =
        new ArrayList<>(
            knew != null ? knew.tellings() : cell != null ? cell.tellings() : List.of());
    all.sort((one, other) -> Boolean.compare(one.suggested(), other.suggested()));
    List<Telling> shown = all.subList(0, Math.min(SHOWN, all.size()));
    return new KnownPage(
        person,
        claim,
        matter,
        claim != null ? claim.text() : cell != null ? cell.matter().text() : "",
        by,
        knew,
        shown,
        cell == null ? List.of() : cell.said(),
        knew == null ? Map.of() : at.evidence(knew.against()),
        paths(at, shown),
        whole != null,
        current);
  }

  private static Map<Sha256, String> paths(Snapshot at, List<Telling> tellings) {
    Map<Sha256, String> paths = new java.util.TreeMap<>();
    for (Telling telling : tellings) {
      List<Sha256> documents = new ArrayList<>(telling.papers());
      if (telling.document() != null) {
        documents.add(telling.document());
      }
      for (Sha256 document : documents) {
        at.view()
            .document(document.hex())
            .map(Document::path)
            .ifPresent(it -> paths.put(document, it));
      }
    }
    return paths;
  }

  /// All of it, named as it is asked for.
  public String address() {
    return Requested.address("/knowledge/told", "person", person, "claim", matter);
  }
}
