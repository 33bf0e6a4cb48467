package whence.app.web;

import java.util.List;
import whence.ask.Asked;
import whence.ask.Gap;
import whence.ask.Gaps;
import whence.ask.Hypotheses;
import whence.ask.Inquiry;
import whence.ask.Matrix;
import whence.ask.Questions;

/// What is on record for an inquiry's questions and hypotheses, and what is missing.
///
/// @param questions answers one that the inquiry does not have; one at a time
/// @param asked the inquiry's questions, in its order
record Inquired(
    Inquiry inquiry, Questions questions, List<Asked> asked, Matrix matrix, List<Gap> gaps) {
  static final Study<Inquired> STUDY =
      (view, weighing, inquiry, search) -> {
        Questions questions = new Questions(view, weighing, inquiry, search.get());
        List<Asked> asked = questions.all();
        Matrix matrix =
            inquiry.hypotheses().isEmpty()
                ? new Matrix(List.of(), List.of())
                : new Hypotheses(view, weighing, inquiry, search.get()).matrix();
        return new Inquired(
            inquiry, questions, asked, matrix, Gaps.in(view, weighing, inquiry, asked, matrix));
      };

  /// A question of the inquiry by its id, or one that it does not have in words.
  synchronized Asked to(String question) {
    return asked.stream()
        .filter(each -> question.equals(each.id()))
        .findFirst()
        .orElseGet(() -> questions.to(question));
  }
}
