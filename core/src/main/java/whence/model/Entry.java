package whence.model;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the journal can say: what came in, what people decided, what was taken out, who opened what
/// was marked.
public sealed interface Entry {
  /// A file came in, once for every path it came by.
  ///
  /// @param path a [Place] as written by its `toString`
  /// @param size in bytes
  /// @param container the archive or mail it was found in, null for a file of its own
  record Acquired(String path, Sha256 document, long size, @Nullable Sha256 container)
      implements Entry {}

  /// A file that came in could not even be kept (unreadable, over a limit).
  ///
  /// @param path a [Place] as written by its `toString`
  record Refused(String path, String why) implements Entry {}

  /// The original of a document was shredded; this is its tombstone.
  record Removed(Sha256 document, String by, String why) implements Entry {}

  /// Somebody opened a document that carries handling marks.
  record Consulted(Sha256 document, String by, String purpose) implements Entry {}

  /// What a person decided. It can be undone by another entry.
  sealed interface Decided extends Entry {
    String by();

    @Nullable String why();

    /// The statements it is about; none where it is about names, other entries, or a place where
    /// the machine read no statement.
    default List<StatementAnchor> about() {
      return List.of();
    }
  }

  /// A person reviewed what the machine read.
  ///
  /// @param correction null unless corrected
  record Reviewed(
      StatementAnchor statement,
      Verdict verdict,
      @Nullable Correction correction,
      String by,
      @Nullable String why)
      implements Decided {
    @Override
    public List<StatementAnchor> about() {
      return List.of(statement);
    }
  }

  /// A person found a statement that the machine had not read.
  ///
  /// @param source the words that name who says it, null where the text has none
  /// @param cue the words of saying, null where there are none
  /// @param name who that is, null where nobody knows and where the document itself says it
  /// @param kind of the source; null where the document says it in its own voice
  record Added(
      Anchor content,
      @Nullable Anchor source,
      @Nullable Anchor cue,
      @Nullable String name,
      @Nullable SourceKind kind,
      Stance stance,
      String by,
      @Nullable String why)
      implements Decided {}

  /// These statements say the same thing: so do the claims they are in.
  record Joined(List<StatementAnchor> statements, String by, @Nullable String why)
      implements Decided {
    public Joined {
      statements = List.copyOf(statements);
    }

    @Override
    public List<StatementAnchor> about() {
      return statements;
    }
  }

  /// These statements say something else than those.
  record Parted(
      List<StatementAnchor> these, List<StatementAnchor> those, String by, @Nullable String why)
      implements Decided {
    public Parted {
      these = List.copyOf(these);
      those = List.copyOf(those);
    }

    @Override
    public List<StatementAnchor> about() {
      return Stream.concat(these.stream(), those.stream()).toList();
    }
  }

  /// How credible a claim is, in a person's judgement.
  ///
  /// @param claim the statements it was made of at the time; it is the claim that most are in
  /// @param credibility on the Admiralty scale, 1 to 6
  record Graded(List<StatementAnchor> claim, int credibility, String by, @Nullable String why)
      implements Decided {
    public Graded {
      claim = List.copyOf(claim);
      if (credibility < 1 || credibility > 6) {
        throw new IllegalArgumentException("credibility runs from 1 to 6: " + credibility);
      }
    }

    @Override
    public List<StatementAnchor> about() {
      return claim;
    }
  }

  /// What was grouped there is nothing that the inquiry should carry as a claim.
  ///
  /// @param claim as in [Graded]
  record Discarded(List<StatementAnchor> claim, String by, @Nullable String why)
      implements Decided {
    public Discarded {
      claim = List.copyOf(claim);
    }

    @Override
    public List<StatementAnchor> about() {
      return claim;
    }
  }

  /// How a claim stands to another.
  ///
  /// @param claim as in [Graded]
  record Related(
      List<StatementAnchor> claim,
      List<StatementAnchor> other,
      Relation relation,
      String by,
      @Nullable String why)
      implements Decided {
    public Related {
      claim = List.copyOf(claim);
      other = List.copyOf(other);
    }

    @Override
    public List<StatementAnchor> about() {
      return Stream.concat(claim.stream(), other.stream()).toList();
    }
  }

  /// Two names are one source's, or two sources'.
  record Identified(String one, String other, boolean same, String by, @Nullable String why)
      implements Decided {}

  /// How reliable a source is.
  record Rated(String source, Reliability reliability, String by, @Nullable String why)
      implements Decided {}

  /// Nothing that a source says counts any more.
  ///
  /// @param source its name
  record Withdrawn(String source, String by, @Nullable String why) implements Decided {}

  /// What a person decided on what the inquiry asks; weighing takes no notice of it.
  sealed interface Inquired extends Decided {}

  /// What came of a forecast.
  ///
  /// @param evidence statements that show it
  record Settled(
      StatementAnchor forecast,
      Outcome outcome,
      List<StatementAnchor> evidence,
      String by,
      @Nullable String why)
      implements Inquired {
    public Settled {
      evidence = List.copyOf(evidence);
    }

    @Override
    public List<StatementAnchor> about() {
      return Stream.concat(Stream.of(forecast), evidence.stream()).toList();
    }
  }

  /// Somebody was told a claim, or was not.
  ///
  /// @param claim the statements it was made of at the time
  /// @param teller null where nobody knows
  /// @param to names
  /// @param when ISO 8601, null where not known
  /// @param through in a person's words, null where not known
  record Told(
      List<StatementAnchor> claim,
      @Nullable String teller,
      List<String> to,
      @Nullable String when,
      @Nullable String through,
      Fact fact,
      Certainty certainty,
      String by,
      @Nullable String why)
      implements Inquired {
    public Told {
      claim = List.copyOf(claim);
      to = List.copyOf(to);
    }

    @Override
    public List<StatementAnchor> about() {
      return claim;
    }
  }

  /// Somebody was asked for comment.
  ///
  /// @param matter what they were asked, in a person's words
  /// @param claims the statements of the claims they were asked about
  /// @param asked ISO 8601, null where not known
  /// @param deadline ISO 8601, null where none was set
  record Requested(
      String to,
      String matter,
      List<StatementAnchor> claims,
      @Nullable String asked,
      @Nullable String deadline,
      String by,
      @Nullable String why)
      implements Inquired {
    public Requested {
      claims = List.copyOf(claims);
    }

    @Override
    public List<StatementAnchor> about() {
      return claims;
    }
  }

  /// What came of a request for comment.
  ///
  /// @param request number of the journal's entry that holds it
  /// @param when ISO 8601, null where not known
  /// @param words what was answered, null where nothing was
  record Replied(
      long request,
      Answer answer,
      @Nullable String when,
      @Nullable String words,
      String by,
      @Nullable String why)
      implements Inquired {}

  /// How a claim stands to a hypothesis, in a person's judgement.
  ///
  /// @param hypothesis its id in the inquiry
  /// @param claim as in [Graded]
  /// @param relevance null where nobody judged it
  record Fitted(
      String hypothesis,
      List<StatementAnchor> claim,
      Fit fit,
      @Nullable Relevance relevance,
      String by,
      @Nullable String why)
      implements Inquired {
    public Fitted {
      claim = List.copyOf(claim);
    }

    @Override
    public List<StatementAnchor> about() {
      return claim;
    }
  }

  /// How a claim stands to a question, in a person's judgement.
  ///
  /// @param question its id in the inquiry
  /// @param claim as in [Graded]
  record Assigned(
      String question,
      List<StatementAnchor> claim,
      Bearing bearing,
      String by,
      @Nullable String why)
      implements Inquired {
    public Assigned {
      claim = List.copyOf(claim);
    }

    @Override
    public List<StatementAnchor> about() {
      return claim;
    }
  }

  /// What the inquiry concludes on a question.
  ///
  /// @param question its id in the inquiry
  /// @param finding in a person's words
  /// @param evidence statements it rests on
  record Concluded(
      String question,
      String finding,
      List<StatementAnchor> evidence,
      String by,
      @Nullable String why)
      implements Inquired {
    public Concluded {
      evidence = List.copyOf(evidence);
    }

    @Override
    public List<StatementAnchor> about() {
      return evidence;
    }
  }

  /// Something that the program derived is not so, or needs no more attention.
  ///
  /// @param id of what was derived: a gap, a telling, a request for comment
  /// @param statements it was derived from
  record Dismissed(String id, List<StatementAnchor> statements, String by, @Nullable String why)
      implements Inquired {
    public Dismissed {
      statements = List.copyOf(statements);
    }

    @Override
    public List<StatementAnchor> about() {
      return statements;
    }
  }

  /// A decision no longer holds. An undoing can be undone too.
  ///
  /// @param number of the entry undone
  record Undone(long number, String by, @Nullable String why) implements Decided {}

  enum Verdict {
    CONFIRMED,
    CORRECTED,
    REJECTED
  }
}
