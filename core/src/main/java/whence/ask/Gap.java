package whence.ask;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import whence.model.CodePoints;
import whence.model.Passage;
import whence.model.Sha256;

/// Something that the inquiry or the record asks for, and that is not there.
///
/// @param id made from what the gap is about, so that finding it again gives the same one
/// @param question the id of the question it bears on, null where that is not known
/// @param text fixed words around exact quotations
/// @param evidence ids of statements that show it, by document, then place
/// @param document its path, for a gap about one document
/// @param passages where the texts show it
/// @param suggested false only where a text or the record itself shows it; true where the program
///   puts things together
public record Gap(
    String id,
    @Nullable String question,
    Kind kind,
    String text,
    List<String> evidence,
    @Nullable String document,
    List<Place> passages,
    boolean suggested) {
  /// In the order they are printed in.
  public enum Kind {
    NO_EVIDENCE,
    CONTRADICTED,
    ONE_ORIGIN,
    UNANSWERED,
    NEVER_ASKED,
    CITED_BUT_ABSENT,
    NOT_EXAMINED,
    NOT_READ
  }

  /// A passage of a document.
  ///
  /// @param page of its start, null where there are no pages
  public record Place(Sha256 document, String path, Passage passage, @Nullable Integer page)
      implements Comparable<Place> {
    private static final Comparator<Place> ORDER =
        Comparator.comparing(Place::path, CodePoints.ORDER).thenComparing(Place::passage);

    @Override
    public int compareTo(Place other) {
      return ORDER.compare(this, other);
    }
  }

  private static final int ID_DIGITS = 16;

  public Gap {
    evidence = List.copyOf(evidence);
    passages = List.copyOf(passages);
  }

  /// @param about what it is about: the same in every run, and another for every gap of the kind
  static String id(Kind kind, String about) {
    return "g" + Sha256.of("gap\n" + kind + "\n" + about).hex().substring(0, ID_DIGITS);
  }

  /// The same gap, on a question.
  Gap on(@Nullable String other) {
    return new Gap(id, other, kind, text, evidence, document, passages, suggested);
  }
}
