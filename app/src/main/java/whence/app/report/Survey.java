package whence.app.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import whence.guard.View;
import whence.model.CodePoints;
import whence.model.Document;
import whence.model.Reading;
import whence.model.Review;
import whence.model.Sha256;
import whence.model.Stance;
import whence.model.Statement;

/// What one pass over a case's readings tells without keeping any of them: how much there is, and
/// which statements the report must ask for again.
final class Survey {
  final Map<Sha256, Integer> statementsIn = new HashMap<>();
  final Set<String> attributed = new HashSet<>();
  final Set<String> reviewed = new HashSet<>();

  /// Ids of the statements that deny or doubt, by document, then place; the first ones only.
  final List<String> denials = new ArrayList<>();

  final TreeSet<String> marks = new TreeSet<>(CodePoints.ORDER);
  int statements;
  int denialsInAll;
  int read;
  int partlyRead;
  int notRead;

  /// @param denialsAtMost how many denials to remember
  static Survey of(View view, int denialsAtMost) {
    Survey survey = new Survey();
    view.documents().forEach(survey::count);
    view.readings().forEach(reading -> survey.count(reading, view, denialsAtMost));
    return survey;
  }

  private void count(Document document) {
    marks.addAll(document.handling());
    switch (document.status()) {
      case READ -> read++;
      case PARTLY_READ -> partlyRead++;
      case NOT_READ -> notRead++;
    }
  }

  private void count(Reading reading, View view, int denialsAtMost) {
    statementsIn.put(reading.document().sha256(), reading.statements().size());
    statements += reading.statements().size();
    for (Statement statement : reading.statements()) {
      if (statement.kind() == Statement.Kind.ATTRIBUTED) {
        attributed.add(statement.id());
      }
      if (view.review(statement).state() != Review.State.UNREVIEWED) {
        reviewed.add(statement.id());
      }
      if (statement.stance() == Stance.DENIES || statement.stance() == Stance.DOUBTS) {
        denialsInAll++;
        if (denials.size() < denialsAtMost) {
          denials.add(statement.id());
        }
      }
    }
  }
}
