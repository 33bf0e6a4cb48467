package whence.app.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Everything the report shows, as plain values in the order they are printed. Texts are as the
/// documents have them: the template escapes.
///
/// @param version of the program
/// @param date of the journal's last entry, as a person writes it; empty for an empty journal
/// @param entries of the journal
/// @param head the journal's last hash
/// @param marks every handling mark on the record, once
/// @param more claims that are only counted
/// @param rejected claims left out because people rejected them
/// @param orphans decisions of people that find their place no more
public record ReportModel(
    String version,
    String date,
    long entries,
    String head,
    List<String> marks,
    Figures figures,
    List<Grade> grades,
    List<Standing> standings,
    List<Brief> briefs,
    int more,
    Listing<Moments> timeline,
    Listing<Denial> denials,
    Listing<Forecasted> forecasts,
    Listing<Request> requests,
    Listing<Unread> unread,
    Listing<Removal> removed,
    int rejected,
    int orphans,
    Listing<Printing> families,
    Listing<Entry> register,
    List<Cited> cited) {

  /// A list of which only the first few are shown.
  ///
  /// @param more how many are not
  public record Listing<T>(List<T> shown, int more) {
    public Listing {
      shown = List.copyOf(shown);
    }

    public static <T> Listing<T> of(List<T> all, int atMost) {
      return new Listing<>(
          all.subList(0, Math.min(all.size(), atMost)), Math.max(0, all.size() - atMost));
    }
  }

  /// The headline.
  ///
  /// @param severalOrigins claims with at least two independent origins
  /// @param oneOrigin claims with at most one, supported by somebody
  /// @param unclearOrigins claims with one origin for certain and perhaps more
  /// @param opposed claims that somebody denies or that a rival claim contradicts
  /// @param carried claims in three documents or more that have one origin at most
  public record Figures(
      int documents,
      int read,
      int partlyRead,
      int notRead,
      int statements,
      int attributed,
      int own,
      int reviewed,
      int claims,
      int severalOrigins,
      int oneOrigin,
      int unclearOrigins,
      int opposed,
      int carried) {}

  /// A row of the table of standings.
  ///
  /// @param credibility 1 to 6
  /// @param words the Admiralty scale's own
  /// @param width of its bar, 0 to 100
  public record Grade(int credibility, String words, int claims, int opposed, int width) {}

  /// Claims of one credibility grade that are told at length.
  public record Standing(int credibility, String words, List<ClaimEntry> claims) {
    public Standing {
      claims = List.copyOf(claims);
    }
  }

  /// A claim told at length.
  ///
  /// @param number in the order of this report, from 1
  /// @param whole the text with its place, where the claim is one statement's one slice; else null
  /// @param put how `putBy` stands to the text, in words
  /// @param putBy whose words `text` is, empty where that is not known
  /// @param why reasons, a sentence each
  /// @param statements how many, and how many of them a person has reviewed
  public record ClaimEntry(
      int number,
      String id,
      String text,
      @Nullable Quoted whole,
      String put,
      String putBy,
      int atLeast,
      int atMost,
      int credibility,
      String credibilityWords,
      List<String> why,
      int documents,
      int statements,
      int reviewed,
      int denied,
      Listing<Lane> lanes,
      Listing<Told> against,
      Listing<Told> beside,
      List<Rival> rivals,
      Listing<Told> doubts,
      List<SelfContradiction> selfContradictions) {
    public ClaimEntry {
      why = List.copyOf(why);
      rivals = List.copyOf(rivals);
      selfContradictions = List.copyOf(selfContradictions);
    }
  }

  /// Who says the claim and also denies it or says a rival.
  ///
  /// @param sure false where it may be two people
  public record SelfContradiction(String source, boolean sure, String why, Listing<Side> sides) {}

  /// @param on when it was said, as a person writes it
  /// @param other the number of the rival claim it belongs to, null for this one, or one that is
  ///   not told at length
  public record Side(String on, Told told, @Nullable Integer other) {}

  /// One origin with the tellings that go back to it.
  ///
  /// @param label `Origin 1`, `Perhaps origin 2`, `Not counted`
  /// @param count `independent`, `perhaps` or `shared`
  public record Lane(
      String label, String name, String kind, String count, String why, Listing<Told> tellings) {}

  /// One statement with its chain, its words and where they stand.
  ///
  /// @param chain empty where it is the same as that of the one told before
  /// @param stance in words, empty for an assertion
  /// @param opposes whether it denies or doubts
  /// @param notes likelihood, confidence and backing as the text has them, a phrase each
  /// @param review `unreviewed`, `confirmed`, `corrected` or `rejected`
  public record Told(
      String statement,
      List<Node> chain,
      String stance,
      boolean opposes,
      List<Quoted> quote,
      Place place,
      List<Note> notes,
      String review,
      String reviewed,
      Listing<Folded> copies) {
    public Told {
      chain = List.copyOf(chain);
      quote = List.copyOf(quote);
      notes = List.copyOf(notes);
    }
  }

  /// A link of a chain as drawn.
  ///
  /// @param name as resolved; empty when nobody knows
  /// @param as the words that name it, where they differ from the name
  /// @param cue its words of saying
  public record Node(
      String name, @Nullable String as, String kind, @Nullable String cue, List<String> backing) {
    public Node {
      backing = List.copyOf(backing);
    }
  }

  /// A labelled phrase: `likelihood`, then the words and their range.
  public record Note(String label, String words, String gloss) {}

  /// An exact slice.
  ///
  /// @param text the slice, or its beginning where it is very long
  /// @param left how many characters of it are not shown
  public record Quoted(String text, int start, int end, int left) {}

  /// Where a passage stands.
  ///
  /// @param anchor of the passage in this report; empty where its document's text is not in it
  /// @param title the document's title, or its path
  public record Place(
      String anchor,
      String title,
      String path,
      String publisher,
      String date,
      @Nullable Integer page,
      int start,
      int end) {}

  /// A copy folded under the telling it goes back to.
  ///
  /// @param direction how surely it is the copy, in words
  public record Folded(String publisher, Place place, String direction) {}

  /// @param number in this report, null where it is not told at length
  public record Rival(
      @Nullable Integer number, String id, String text, int atLeast, int atMost, int credibility) {}

  /// A claim told in one line.
  public record Brief(
      String id,
      String text,
      String who,
      int atLeast,
      int atMost,
      int credibility,
      int documents,
      boolean opposed,
      String review,
      String reviewed,
      Place place) {}

  /// All that happened, and all that was said, at one time.
  public record Moments(String time, String value, Listing<Dated> happened, Listing<Dated> said) {}

  /// @param others further statements by the same source in the same words at the same time
  /// @param otherClock the other clock's time, empty where it has none
  /// @param claim the number of its claim in this report, null where it is not told at length
  public record Dated(
      String who,
      String text,
      String stance,
      boolean opposes,
      int others,
      String otherClock,
      @Nullable Integer claim,
      boolean unreviewed,
      Place place) {}

  public record Denial(
      String who,
      String stance,
      List<Quoted> quote,
      String said,
      @Nullable Integer claim,
      String review,
      String reviewed,
      Place place) {
    public Denial {
      quote = List.copyOf(quote);
    }
  }

  public record Forecasted(
      String who,
      String text,
      List<Note> likelihood,
      String due,
      String outcome,
      String review,
      String reviewed,
      Place place) {
    public Forecasted {
      likelihood = List.copyOf(likelihood);
    }
  }

  /// A request for comment.
  ///
  /// @param answer `answered`, `declined`, `silent` or `pending`
  public record Request(
      String to,
      String about,
      String asked,
      String answer,
      String answered,
      String review,
      String reviewed,
      Place place) {}

  public record Unread(String path, List<String> alsoAt, String status, String why, String form) {
    public Unread {
      alsoAt = List.copyOf(alsoAt);
    }
  }

  /// What is left on record of a document that was taken out.
  public record Removal(String sha256, String date, String why) {}

  /// A family: what was printed first, and what reprints it.
  public record Printing(Place origin, Listing<Reprint> reprints) {}

  /// @param how kind, direction and share in words
  public record Reprint(Place place, String how) {}

  /// A document in the register.
  ///
  /// @param anchor of its text in this report; empty where that is not in it
  /// @param statements read in it
  public record Entry(
      String anchor,
      String title,
      String path,
      List<String> alsoAt,
      String author,
      String publisher,
      String republishedFrom,
      String date,
      String dateSource,
      String form,
      String language,
      String extent,
      List<String> marks,
      String status,
      int statements,
      String sha256) {
    public Entry {
      alsoAt = List.copyOf(alsoAt);
      marks = List.copyOf(marks);
    }
  }

  /// A cited document's text, or the parts of it around what is cited.
  ///
  /// @param whole whether all of the text is here
  public record Cited(
      String anchor,
      String title,
      String path,
      String publisher,
      String date,
      List<String> marks,
      String sha256,
      String textHash,
      boolean whole,
      int characters,
      List<Piece> pieces) {
    public Cited {
      marks = List.copyOf(marks);
      pieces = List.copyOf(pieces);
    }
  }

  /// A stretch of a cited text.
  public sealed interface Piece {
    /// Characters that carry one set of marks.
    ///
    /// @param marks names of the marks on it: `content`, `source`, `cue`; empty for plain text
    record Run(String text, int start, int end, String marks) implements Piece {}

    /// Where a cited statement begins.
    record Start(String anchor) implements Piece {}

    /// Where a cited statement ends, with the claim it belongs to.
    record End(int claim) implements Piece {}

    record PageBreak(int number) implements Piece {}

    /// Text that is not here.
    record Gap(int start, int end) implements Piece {}
  }
}
