package whence.app.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import whence.app.report.ReportModel.Entry;
import whence.app.report.ReportModel.Listing;
import whence.app.report.ReportModel.Place;
import whence.app.report.ReportModel.Printing;
import whence.app.report.ReportModel.Removal;
import whence.app.report.ReportModel.Reprint;
import whence.app.report.ReportModel.Unread;
import whence.guard.View;
import whence.model.Document;
import whence.model.Family;
import whence.model.Reuse;
import whence.model.Sha256;
import whence.model.Weighing;

/// The documents on record: all of them, those not read, and who printed whose text.
final class Register {
  private static final int ENTRIES = 500;
  private static final int UNREAD = 500;
  private static final int FAMILIES = 60;
  private static final int REPRINTS = 20;

  private final View view;
  private final List<Document> inOrder;
  private final Map<Sha256, Document> documents;
  private final Survey survey;
  private final Citations citations;

  Register(View view, Map<Sha256, Document> documents, Survey survey, Citations citations) {
    this.view = view;
    this.inOrder = view.documents();
    this.documents = documents;
    this.survey = survey;
    this.citations = citations;
  }

  Listing<Entry> entries() {
    return new Listing<>(
        inOrder.stream().limit(ENTRIES).map(this::entry).toList(),
        Math.max(0, inOrder.size() - ENTRIES));
  }

  private Entry entry(Document document) {
    return new Entry(
        citations.cites(document.sha256()) ? Citations.anchor(document.sha256()) : "",
        Words.orEmpty(document.title()),
        document.path(),
        document.alsoAt(),
        Words.orEmpty(document.author()),
        Words.orEmpty(document.publisher()),
        Words.orEmpty(document.republishedFrom()),
        Words.date(document.date()),
        Words.orEmpty(document.dateSource()),
        Words.form(document.mediaType()),
        Words.orEmpty(document.language()),
        extent(document),
        document.handling(),
        Words.status(document.status()),
        survey.statementsIn.getOrDefault(document.sha256(), 0),
        document.sha256().hex());
  }

  private static String extent(Document document) {
    String characters = Words.count(document.characters(), "character", "characters");
    return document.pages() == null
        ? characters
        : Words.count(document.pages(), "page", "pages") + ", " + characters;
  }

  /// Documents not wholly read, then files that could not even be kept.
  Listing<Unread> unread() {
    Stream<Unread> documents =
        inOrder.stream()
            .filter(document -> document.status() != Document.Status.READ)
            .map(document ->
                new Unread(
                    document.path(),
                    document.alsoAt(),
                    Words.status(document.status()),
                    Words.orEmpty(document.why()),
                    Words.form(document.mediaType())));
    Stream<Unread> refused =
        view.refused().stream()
            .map(refusal -> new Unread(refusal.path(), List.of(), "not kept", refusal.why(), ""));
    return Listing.of(Stream.concat(documents, refused).toList(), UNREAD);
  }

  Listing<Removal> removed() {
    return Listing.of(
        view.removed().stream()
            .map(tombstone ->
                new Removal(
                    tombstone.document().hex(), Words.date(tombstone.at()), tombstone.why()))
            .toList(),
        UNREAD);
  }

  Listing<Printing> families(Weighing weighing) {
    Map<Sha256, List<Reuse>> touching = new HashMap<>();
    for (Reuse reuse : weighing.reuse()) {
      touching.computeIfAbsent(reuse.from(), none -> new ArrayList<>()).add(reuse);
      touching.computeIfAbsent(reuse.to(), none -> new ArrayList<>()).add(reuse);
    }
    return new Listing<>(
        weighing.families().stream()
            .limit(FAMILIES)
            .map(family -> printing(family, touching))
            .toList(),
        Math.max(0, weighing.families().size() - FAMILIES));
  }

  private Printing printing(Family family, Map<Sha256, List<Reuse>> touching) {
    List<Document> others =
        inOrder.stream()
            .filter(document ->
                !document.sha256().equals(family.origin())
                    && family.documents().contains(document.sha256()))
            .toList();
    List<Reprint> reprints =
        others.stream()
            .limit(REPRINTS)
            .map(document ->
                new Reprint(
                    place(document),
                    how(strongest(family, document.sha256(), touching), document.sha256())))
            .toList();
    Document origin = documents.get(family.origin());
    Place first =
        origin == null
            ? new Place("", family.origin().hex(), "", "", "", null, 0, 0)
            : place(origin);
    return new Printing(first, new Listing<>(reprints, others.size() - reprints.size()));
  }

  private Place place(Document document) {
    Place place = Citations.place(document);
    return citations.cites(document.sha256())
        ? new Place(
            Citations.anchor(document.sha256()),
            place.title(),
            place.path(),
            place.publisher(),
            place.date(),
            null,
            0,
            0)
        : place;
  }

  /// What ties a document to its family: with the origin if anything does, else the largest share.
  private static @Nullable Reuse strongest(
      Family family, Sha256 document, Map<Sha256, List<Reuse>> touching) {
    Reuse strongest = null;
    for (Reuse reuse : touching.getOrDefault(document, List.of())) {
      Sha256 other = reuse.from().equals(document) ? reuse.to() : reuse.from();
      if (other.equals(family.origin())) {
        return reuse;
      }
      if (family.documents().contains(other)
          && (strongest == null || reuse.share() > strongest.share())) {
        strongest = reuse;
      }
    }
    return strongest;
  }

  private String how(@Nullable Reuse reuse, Sha256 document) {
    if (reuse == null) {
      return "";
    }
    Document from = documents.get(reuse.from());
    Document to = documents.get(reuse.to());
    return Words.reuse(reuse.kind())
        + ": "
        + String.format(Locale.ROOT, "%.0f", 100 * reuse.share())
        + " % of "
        + name(to, reuse.to(), document)
        + " stands in "
        + name(from, reuse.from(), document)
        + "; "
        + Words.direction(reuse.direction());
  }

  private static String name(@Nullable Document document, Sha256 hash, Sha256 self) {
    return hash.equals(self)
        ? "it"
        : document == null ? hash.hex().substring(0, 12) : Words.title(document);
  }
}
