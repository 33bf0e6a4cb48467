package whence.app.web;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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
}
