package whence.app.web;

import java.util.List;
import whence.app.print.Letter;

/// The no-surprises letter to somebody, drafted.
///
/// @param deadline by when to answer, empty for a blank to fill in; `from` likewise
/// @param text Markdown, for people to rewrite; empty while it is not worked out
/// @param held how many passages of marked documents were not quoted
public record LetterPage(
    String person, String deadline, String from, String text, int held, boolean current) {

  /// @param person as the record names them
  static LetterPage of(
      Publishing known, String person, String deadline, String from, boolean current) {
    Letter letter =
        new Letter(
            person, from.isEmpty() ? null : from, deadline.isEmpty() ? null : deadline, false);
    String text =
        letter.of(
            known.criticisms().by().getOrDefault(person, List.of()),
            known.criticisms().said().getOrDefault(person, List.of()),
            known.replies().stream().filter(reply -> reply.to().equalsIgnoreCase(person)).toList());
    return new LetterPage(person, deadline, from, text, letter.held(), current);
  }
}
