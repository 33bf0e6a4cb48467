package whence.ask.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import whence.model.Reading;
import whence.model.Sha256;
import whence.model.Span;
import whence.model.Statement;

/// Holds quotation marks to their word.
///
/// Signs, spaces, capitals and the form of quotation marks may differ; what stands in square
/// brackets is the writer's own, and three dots stand for words left out.
final class Quotations {
  private static final Pattern LEFT_OUT = Pattern.compile("\\[?(?:…|\\.\\s?\\.\\s?\\.)\\]?");
  private static final Pattern INSERTED = Pattern.compile("\\[[^\\]]{0,200}\\]");
  private static final int LOOKED_AT = 40;
  private static final int FEWEST_LETTERS = 6;

  /// Of a quotation's words, so many must stand in a passage for it to be what was meant.
  private static final double MEANT = 0.4;

  private final Papers papers;

  Quotations(Papers papers) {
    this.papers = papers;
  }

  /// What the record has in place of a quotation.
  ///
  /// @param places where each of its parts stands to the letter; empty where one does not
  /// @param nearest what comes nearest where it is not verbatim
  record Found(List<Papers.Place> places, Papers.@Nullable Unit nearest, boolean merged) {
    boolean verbatim() {
      return !places.isEmpty();
    }
  }

  /// Empty where the quotation is too short to be held to anything.
  Optional<Found> find(String quotation) {
    List<String> parts = parts(quotation);
    if (parts.isEmpty()) {
      return Optional.empty();
    }
    List<Papers.Place> places = new ArrayList<>();
    for (String part : parts) {
      List<Papers.Place> found = papers.findAll(part, candidates(part));
      if (found.isEmpty()) {
        return Optional.of(missing(part));
      }
      places.addAll(found);
    }
    if (parts.size() > 1 && !oneSpeaker(parts)) {
      return Optional.of(new Found(List.of(), null, true));
    }
    return Optional.of(new Found(places, null, false));
  }

  private static List<String> parts(String quotation) {
    List<String> parts = new ArrayList<>();
    for (String part : LEFT_OUT.split(INSERTED.matcher(quotation).replaceAll("…"))) {
      if (Letters.of(part).letters().length() >= FEWEST_LETTERS) {
        parts.add(part);
      }
    }
    return parts;
  }

  private List<Reading> candidates(String words) {
    Map<Sha256, Reading> readings = new LinkedHashMap<>();
    for (Papers.Match match :
        papers.like(Words.of(words, new Span(0, words.length())), LOOKED_AT)) {
      Reading reading = match.unit().reading();
      readings.putIfAbsent(reading.document().sha256(), reading);
    }
    return List.copyOf(readings.values());
  }

  /// Looks whether it was put together from two places, and else for what was meant.
  private Found missing(String part) {
    List<Word> words = Words.of(part, new Span(0, part.length()));
    for (int cut = words.size() - 2; cut >= 2; cut--) {
      String head = part.substring(0, words.get(cut).place().start());
      String tail = part.substring(words.get(cut).place().start());
      if (isSomething(head) && isSomething(tail)) {
        List<Papers.Place> first = papers.findAll(head, candidates(head));
        List<Papers.Place> second =
            first.isEmpty() ? List.of() : papers.findAll(tail, candidates(tail));
        if (!second.isEmpty()) {
          return new Found(List.of(), nearest(words), !shareSpeaker(first, second));
        }
      }
    }
    return new Found(List.of(), nearest(words), false);
  }

  /// More than common words, which stand together anywhere.
  private static boolean isSomething(String words) {
    return Words.of(words, new Span(0, words.length())).stream().filter(Word::tells).count() >= 2;
  }

  private Papers.@Nullable Unit nearest(List<Word> words) {
    List<Papers.Match> like = papers.like(words, 1);
    return like.isEmpty() || like.getFirst().share() < MEANT ? null : like.getFirst().unit();
  }

  private boolean oneSpeaker(List<String> parts) {
    List<Papers.Place> before = papers.findAll(parts.getFirst(), candidates(parts.getFirst()));
    for (String part : parts.subList(1, parts.size())) {
      List<Papers.Place> here = papers.findAll(part, candidates(part));
      if (!shareSpeaker(before, here)) {
        return false;
      }
    }
    return true;
  }

  private static boolean shareSpeaker(List<Papers.Place> one, List<Papers.Place> other) {
    for (Papers.Place first : one) {
      for (Papers.Place second : other) {
        if (!first.reading().document().sha256().equals(second.reading().document().sha256())) {
          continue;
        }
        Set<String> speakers = speakers(first);
        if (speakers.isEmpty() || speakers(second).stream().anyMatch(speakers::contains)) {
          return true;
        }
      }
    }
    return false;
  }

  /// Whose words they are, by the innermost source's name.
  private static Set<String> speakers(Papers.Place place) {
    Set<String> speakers = new LinkedHashSet<>();
    for (Statement statement : Papers.at(place.reading(), place.span())) {
      String name = statement.innermost().name();
      if (name != null) {
        speakers.add(name);
      }
    }
    return speakers;
  }
}
