package whence.ask.check;

import java.util.List;
import whence.model.Sha256;
import whence.model.Span;

/// A draft held against the record.
///
/// @param sentences those that assert something, in order
/// @param findings in order of their place
public record Checked(List<Sentence> sentences, List<Finding> findings) {
  public Checked {
    sentences = List.copyOf(sentences);
    findings = List.copyOf(findings);
  }

  /// @param line of the draft, from 1
  /// @param behind what on record comes nearest, best first
  public record Sentence(int line, Span place, String text, List<Behind> behind) {
    public Sentence {
      behind = List.copyOf(behind);
    }
  }

  /// A passage of the record.
  ///
  /// @param place in its document's text
  /// @param share of the sentence's words that it has, the rarer counting more, or how alike they
  ///   are in meaning; 0 to 1
  /// @param suggested whether it comes near in meaning only
  public record Behind(
      Sha256 document,
      Span place,
      String text,
      double share,
      List<String> statements,
      boolean suggested) {
    public Behind {
      statements = List.copyOf(statements);
    }
  }
}
