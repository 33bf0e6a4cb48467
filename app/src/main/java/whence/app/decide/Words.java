package whence.app.decide;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import whence.model.Span;

/// Finds words that a person copied from a text, however its lines are broken.
public final class Words {
  private Words() {}

  /// Every place where `words` stand in `text`, white space apart.
  public static List<Span> places(String text, String words) {
    List<Span> places = new ArrayList<>();
    String sought = words.strip();
    if (sought.isEmpty()) {
      return places;
    }
    String pattern =
        Pattern.compile("\\s+")
            .splitAsStream(sought)
            .map(Pattern::quote)
            .collect(Collectors.joining("\\s+"));
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    while (matcher.find()) {
      places.add(new Span(matcher.start(), matcher.end()));
    }
    return places;
  }

  /// Of several places the one nearest to `offset`; null where there is none or two are as near.
  public static @Nullable Span nearest(List<Span> places, int offset) {
    List<Span> near =
        places.stream()
            .sorted(Comparator.comparingInt(place -> distance(place, offset)))
            .limit(2)
            .toList();
    boolean tie =
        near.size() == 2 && distance(near.getFirst(), offset) == distance(near.getLast(), offset);
    return near.isEmpty() || tie ? null : near.getFirst();
  }

  private static int distance(Span place, int offset) {
    return offset < place.start() ? place.start() - offset : Math.max(0, offset - place.end());
  }
}
