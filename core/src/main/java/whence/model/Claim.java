package whence.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Statements, from any number of documents, that say the same thing, with how well that is
/// established.
///
/// @param text the content of its most plainly put statement
/// @param statements ids, those that support and those that deny
/// @param documents how many documents they stand in
/// @param deniedBy ids of statements that deny it; never counted as an origin
/// @param contradicts ids of rival claims
/// @param doubtedBy ids of statements that doubt it; they count on neither side
/// @param selfContradictions who says it and also denies it or says a rival
/// @param inOtherWords ids of statements that say it in other words, as far as the program can
///   tell; no origin is counted for certain on their account
public record Claim(
    String id,
    String text,
    List<String> statements,
    int documents,
    Origins origins,
    Grade grade,
    List<String> deniedBy,
    List<String> contradicts,
    List<String> doubtedBy,
    List<SelfContradiction> selfContradictions,
    List<String> inOtherWords) {
  public Claim {
    statements = List.copyOf(statements);
    deniedBy = List.copyOf(deniedBy);
    contradicts = List.copyOf(contradicts);
    doubtedBy = List.copyOf(doubtedBy);
    selfContradictions = List.copyOf(selfContradictions);
    inOtherWords = List.copyOf(inOtherWords);
  }

  /// A claim that nobody doubts and about which nobody contradicts themself.
  public Claim(
      String id,
      String text,
      List<String> statements,
      int documents,
      Origins origins,
      Grade grade,
      List<String> deniedBy,
      List<String> contradicts) {
    this(
        id,
        text,
        statements,
        documents,
        origins,
        grade,
        deniedBy,
        contradicts,
        List.of(),
        List.of(),
        List.of());
  }

  /// This claim under another grade.
  public Claim graded(Grade other) {
    return new Claim(
        id,
        text,
        statements,
        documents,
        origins,
        other,
        deniedBy,
        contradicts,
        doubtedBy,
        selfContradictions,
        inOtherWords);
  }

  /// How many independent origins support a claim.
  ///
  /// @param why the reasons, a sentence each
  public record Origins(int atLeast, int atMost, List<String> why) {
    public Origins {
      why = List.copyOf(why);
      if (atLeast < 0 || atMost < atLeast) {
        throw new IllegalArgumentException(
            "no such range of origins: " + atLeast + " to " + atMost);
      }
    }
  }

  /// An Admiralty credibility grade: 1 confirmed by other sources … 5 improbable, 6 cannot be
  /// judged.
  public record Grade(int credibility, String why) {
    public Grade {
      if (credibility < 1 || credibility > 6) {
        throw new IllegalArgumentException(
            "Admiralty credibility runs from 1 to 6: " + credibility);
      }
    }
  }

  /// One source on both sides of the claim.
  ///
  /// @param source as a person would read it
  /// @param sure false where it may be two people: a surname alone tells no person
  /// @param says its statements that assert this claim, at least one
  /// @param against its statements that deny this claim or assert a rival, at least one
  /// @param why a sentence
  public record SelfContradiction(
      String source, boolean sure, List<Said> says, List<Said> against, String why) {
    public SelfContradiction {
      says = List.copyOf(says);
      against = List.copyOf(against);
    }
  }

  /// A statement of somebody who contradicts themself.
  ///
  /// @param claim the id of the claim it belongs to
  /// @param on when it was said, ISO 8601, else the date of its document; null where undated
  public record Said(String statement, String claim, @Nullable String on) {}
}
