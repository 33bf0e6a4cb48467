package whence.app.report;

import java.util.List;
import org.jspecify.annotations.Nullable;
import whence.guard.View;
import whence.model.Act;
import whence.model.Anchor;
import whence.model.Document;
import whence.model.Link;
import whence.model.Passage;
import whence.model.Reading;
import whence.model.Region;
import whence.model.Sha256;
import whence.model.SourceKind;
import whence.model.Span;
import whence.model.Stance;
import whence.model.Statement;
import whence.weigh.Evidence;

/// Words of a document that a person cites and no statement covers: what its author says
/// unattributed.
public final class CitedWords {
  private static final int ID_DIGITS = 16;

  private static final String PREFIX = "words-";

  private CitedWords() {}

  static boolean are(Statement statement) {
    return statement.id().startsWith(PREFIX);
  }

  /// Null where they stand no more, or in several places alike.
  public static @Nullable Evidence find(View view, Anchor anchor) {
    Reading reading = view.reading(anchor.document()).orElse(null);
    Span place = view.place(anchor).orElse(null);
    if (reading == null || place == null || place.length() == 0) {
      return null;
    }
    Document document = reading.document();
    Passage words = reading.text().passage(place);
    Link publisher =
        new Link(
            Link.Role.PUBLISHER,
            document.publisher() == null ? SourceKind.UNKNOWN : SourceKind.ORGANIZATION,
            document.publisher(),
            null,
            null,
            null,
            null,
            List.of());
    Statement statement =
        new Statement(
            PREFIX
                + Sha256.of(document.sha256() + " " + place.start() + " " + place.end())
                    .hex()
                    .substring(0, ID_DIGITS),
            document.sha256(),
            Statement.Kind.OWN,
            null,
            0,
            Region.BODY,
            List.of(),
            List.of(),
            List.of(words),
            List.of(publisher),
            Act.REPORT,
            Stance.ASSERTS,
            List.of(),
            null,
            List.of(),
            List.of(),
            false,
            null,
            List.of(),
            null,
            List.of(),
            1);
    return Evidence.of(reading, statement);
  }
}
