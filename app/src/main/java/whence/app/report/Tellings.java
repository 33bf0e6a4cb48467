package whence.app.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import whence.app.report.ReportModel.Folded;
import whence.app.report.ReportModel.Listing;
import whence.app.report.ReportModel.Node;
import whence.app.report.ReportModel.Note;
import whence.app.report.ReportModel.Quoted;
import whence.app.report.ReportModel.Told;
import whence.guard.View;
import whence.model.Backing;
import whence.model.Likelihood;
import whence.model.Link;
import whence.model.Passage;
import whence.model.Review;
import whence.model.Statement;
import whence.weigh.Evidence;

/// Puts single statements as the report shows them: chain, words, place, review.
final class Tellings {
  /// Characters of a quotation shown where it is quoted; the text it stands in goes on.
  static final int LONGEST_QUOTE = 1_500;

  static final int SHORT_QUOTE = 280;

  private static final int LONGEST_NAME = 120;

  private final View view;
  private final Citations citations;
  private final Set<String> reviewed;

  /// @param reviewed ids of the statements that people have reviewed
  Tellings(View view, Citations citations, Set<String> reviewed) {
    this.view = view;
    this.citations = citations;
    this.reviewed = reviewed;
  }

  boolean isReviewed(String statement) {
    return reviewed.contains(statement);
  }

  /// @param chain empty where it need not be drawn again
  Told told(Evidence evidence, List<Link> chain, Listing<Folded> copies) {
    Statement statement = evidence.statement();
    return new Told(
        statement.id(),
        nodes(chain),
        Words.stance(statement.stance()),
        Words.opposes(statement.stance()),
        quote(statement),
        citations.place(evidence),
        notes(statement),
        review(statement),
        reviewed(statement),
        copies);
  }

  static List<Node> nodes(List<Link> chain) {
    return chain.stream().map(Tellings::node).toList();
  }

  private static Node node(Link link) {
    String name = link.name() == null ? Words.orEmpty(link.as()) : link.name();
    String as = link.as() == null || link.as().equalsIgnoreCase(name) ? null : link.as();
    Passage cue = link.cue();
    return new Node(
        Words.cut(name, LONGEST_NAME),
        as == null ? null : Words.cut(as, LONGEST_NAME),
        link.role() == Link.Role.PUBLISHER ? "publisher" : Words.kind(link.kind()),
        cue == null ? null : Words.cut(cue.text(), LONGEST_NAME),
        link.backing().stream().map(Words::backing).toList());
  }

  /// The exact slices of the content.
  static List<Quoted> quote(Statement statement) {
    return statement.content().stream()
        .map(passage -> {
          int end = Words.whole(passage.text(), Math.min(LONGEST_QUOTE, passage.text().length()));
          return new Quoted(
              passage.text().substring(0, end),
              passage.start(),
              passage.start() + end,
              passage.text().length() - end);
        })
        .toList();
  }

  /// What the text itself says of how sure and how well backed this is.
  static List<Note> notes(Statement statement) {
    List<Note> notes = new ArrayList<>(likelihood(statement.likelihood()));
    if (statement.analyticConfidence() != null) {
      notes.add(
          new Note(
              "analytic confidence",
              switch (statement.analyticConfidence()) {
                case HIGH -> "high";
                case MODERATE -> "moderate";
                case LOW -> "low";
              },
              ""));
    }
    for (Backing backing : statement.backing()) {
      notes.add(new Note("backing, as the text has it", Words.backing(backing), ""));
    }
    if (statement.forecast()) {
      notes.add(new Note("forecast", "", ""));
    }
    return notes;
  }

  static List<Note> likelihood(List<Likelihood> likelihood) {
    return likelihood.stream()
        .map(each ->
            new Note(
                "likelihood",
                "“" + Words.cut(each.words().text(), LONGEST_NAME) + "”",
                Words.range(each)))
        .toList();
  }

  /// Whoever is nearest to what is said; the publisher of an own statement.
  static String who(Statement statement) {
    Link innermost = statement.innermost();
    String name = innermost.name() == null ? innermost.as() : innermost.name();
    if (name != null) {
      return Words.cut(name, LONGEST_NAME);
    }
    return innermost.role() == Link.Role.PUBLISHER ? "" : "a source not named";
  }

  String review(Statement statement) {
    return switch (view.review(statement).state()) {
      case UNREVIEWED -> "unreviewed";
      case CONFIRMED -> "confirmed";
      case CORRECTED -> "corrected";
      case REJECTED -> "rejected";
    };
  }

  /// The review in words: by whom, and what they found.
  String reviewed(Statement statement) {
    Review review = view.review(statement);
    if (review.state() == Review.State.UNREVIEWED) {
      return "not reviewed";
    }
    String by = review.by() == null ? "" : " by " + review.by();
    String source =
        review.correctedSource() == null ? "" : "; the source is " + review.correctedSource();
    String why = review.why() == null || review.why().isBlank() ? "" : ": " + review.why();
    return review(statement) + by + source + why;
  }
}
