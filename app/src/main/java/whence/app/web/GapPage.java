package whence.app.web;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import whence.ask.Gap;
import whence.ask.Inquiry;

/// What is missing.
///
/// @param kind the only one shown, empty for all
/// @param question the only one shown, empty for all
/// @param numbers how many there are of each kind
public record GapPage(
    Inquiry inquiry,
    String kind,
    String question,
    Map<Gap.Kind, Integer> numbers,
    List<Gap> gaps,
    int all,
    int number,
    int pages,
    boolean known,
    boolean current) {
  private static final int ON_A_PAGE = 100;

  static GapPage of(
      Inquiry inquiry, Worked<Inquired> worked, String kind, String question, int number) {
    Inquired known = worked.value();
    Map<Gap.Kind, Integer> numbers = new EnumMap<>(Gap.Kind.class);
    if (known == null) {
      return new GapPage(inquiry, kind, question, numbers, List.of(), 0, 1, 1, false, false);
    }
    Arrays.stream(Gap.Kind.values()).forEach(each -> numbers.put(each, 0));
    known.gaps().forEach(gap -> numbers.merge(gap.kind(), 1, Integer::sum));
    List<Gap> wanted =
        known.gaps().stream()
            .filter(gap -> kind.isEmpty() || gap.kind().name().equals(kind))
            .filter(gap -> question.isEmpty() || question.equals(gap.question()))
            .toList();
    int pages = Math.max(1, (wanted.size() + ON_A_PAGE - 1) / ON_A_PAGE);
    int shown = Math.clamp(number, 1, pages);
    return new GapPage(
        inquiry,
        kind,
        question,
        numbers,
        wanted.subList((shown - 1) * ON_A_PAGE, Math.min(wanted.size(), shown * ON_A_PAGE)),
        wanted.size(),
        shown,
        pages,
        true,
        worked.current());
  }

  /// Those of the page by kind, as they stand.
  public Map<Gap.Kind, List<Gap>> byKind() {
    return gaps.stream()
        .collect(
            Collectors.groupingBy(
                Gap::kind, () -> new EnumMap<>(Gap.Kind.class), Collectors.toList()));
  }

  /// What a kind of gap is, in a sentence.
  public static String meaning(Gap.Kind kind) {
    return switch (kind) {
      case NO_EVIDENCE -> "A question on which the record says nothing.";
      case CONTRADICTED -> "Something that is said, and denied by somebody else.";
      case ONE_ORIGIN -> "However often it is told, it goes back to one origin.";
      case UNANSWERED -> "Somebody was asked, and the record holds no answer.";
      case NEVER_ASKED -> "A person who could know, and whom nobody asked on record.";
      case CITED_BUT_ABSENT -> "A document that others cite, and that the case does not have.";
      case NOT_EXAMINED -> "Something that a text says was not looked into.";
      case NOT_READ -> "A document, or a part of one, that could not be read.";
    };
  }
}
