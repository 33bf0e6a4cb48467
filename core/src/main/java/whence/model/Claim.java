package whence.model;

import java.util.List;

/// Statements, from any number of documents, that say the same thing, with how well that is
/// established.
///
/// @param text the content of its most plainly put statement
/// @param statements ids, those that support and those that deny
/// @param documents how many documents they stand in
/// @param deniedBy ids of statements that deny it; never counted as an origin
/// @param contradicts ids of rival claims
public record Claim(
    String id,
    String text,
    List<String> statements,
    int documents,
    Origins origins,
    Grade grade,
    List<String> deniedBy,
    List<String> contradicts) {
  public Claim {
    statements = List.copyOf(statements);
    deniedBy = List.copyOf(deniedBy);
    contradicts = List.copyOf(contradicts);
  }

  /// This claim under another grade.
  public Claim graded(Grade other) {
    return new Claim(id, text, statements, documents, origins, other, deniedBy, contradicts);
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
}
