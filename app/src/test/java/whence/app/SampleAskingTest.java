package whence.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What is asked of the sample case against its answer key: tellings, gaps, forecasts, replies. The
/// floors are what the program reaches.
class SampleAskingTest {
  private static JsonNode key;
  private static final Map<String, JsonNode> WANTED = new TreeMap<>();
  private static final Map<String, JsonNode> STATEMENTS = new TreeMap<>();
  private static final Map<String, String> TEXTS = new HashMap<>();

  @BeforeAll
  static void readTheKey() throws IOException {
    key = SampleCase.key();
    key.get("statements").forEach(each -> WANTED.put(each.get("id").asText(), each));
    SampleCase.listed("statements").forEach(each -> STATEMENTS.put(each.get("id").asText(), each));
  }

  private static String text(String document) {
    return TEXTS.computeIfAbsent(
        document, it -> SampleCase.run("text", it, "--case", SampleCase.folder()).out());
  }

  private record Place(String document, int start, int end) {
    boolean touches(Place other) {
      return document.equals(other.document) && start < other.end && other.start < end;
    }
  }

  /// Where a quotation stands; the key leaves the quote marks of mail and ends of lines out.
  private static List<Place> quoted(String document, String quote) {
    String words =
        Stream.of(quote.split("\\s+")).map(Pattern::quote).collect(Collectors.joining("[\\s>]+"));
    Matcher matcher = Pattern.compile(words).matcher(text(document));
    return matcher.find()
        ? List.of(new Place(document, matcher.start(), matcher.end()))
        : List.of();
  }

  private static List<Place> wanted(String statement) {
    JsonNode it = WANTED.get(statement);
    return quoted(it.get("document").asText(), it.get("quote").asText());
  }

  private static List<Place> found(JsonNode statement) {
    JsonNode it = statement.isNull() ? null : STATEMENTS.get(statement.asText());
    List<Place> places = new ArrayList<>();
    if (it != null) {
      for (String part : List.of("source", "cue", "content")) {
        it.get(part)
            .forEach(passage ->
                places.add(
                    new Place(
                        it.get("document").asText(),
                        passage.get("start").asInt(),
                        passage.get("end").asInt())));
      }
    }
    return places;
  }

  private static boolean touch(List<Place> some, List<Place> others) {
    return some.stream().anyMatch(each -> others.stream().anyMatch(each::touches));
  }

  @Test
  void tellingsAreThoseOfTheKey() {
    List<JsonNode> tellings = SampleCase.listed("knowledge");
    List<String> missed = new ArrayList<>();
    for (JsonNode telling : key.get("tellings")) {
      boolean hit =
          tellings.stream()
              .anyMatch(each -> {
                List<Place> places = new ArrayList<>(found(each.get("statement")));
                if (!each.get("start").isNull()) {
                  places.add(
                      new Place(
                          each.get("document").asText(),
                          each.get("start").asInt(),
                          each.get("end").asInt()));
                }
                return each.get("fact").equals(telling.get("fact"))
                    && each.get("certainty").equals(telling.get("certainty"))
                    && stream(telling.get("statements"))
                        .anyMatch(statement -> touch(places, wanted(statement.asText())));
              });
      if (!hit) {
        missed.add(telling.toString());
      }
    }
    assertTrue(missed.size() <= 4, () -> missed.size() + " missed: " + missed);
  }

  @Test
  void gapsAreThoseOfTheKey() {
    List<JsonNode> gaps = SampleCase.listed("gaps");
    List<String> missed = new ArrayList<>();
    for (JsonNode gap : key.get("gaps")) {
      boolean hit =
          gaps.stream()
              .filter(each -> each.get("kind").equals(gap.get("kind")))
              .anyMatch(each -> isThat(each, gap));
      if (!hit) {
        missed.add(gap.toString());
      }
    }
    assertTrue(missed.size() <= 1, () -> missed.size() + " missed: " + missed);
  }

  /// By what shows it, else by the document or the question it is about.
  private static boolean isThat(JsonNode found, JsonNode wanted) {
    List<Place> places = new ArrayList<>();
    found.get("evidence").forEach(each -> places.addAll(found(each)));
    found
        .get("passages")
        .forEach(each -> places.addAll(quoted(each.get("document").asText(), words(each))));
    List<Place> key = new ArrayList<>();
    wanted.get("evidence").forEach(each -> key.addAll(wanted(each.asText())));
    wanted
        .get("quotes")
        .forEach(
            each -> key.addAll(quoted(each.get("document").asText(), each.get("quote").asText())));
    return touch(places, key)
        || (found.get("passages").isEmpty()
            && found.get("evidence").isEmpty()
            && (wanted.get("quotes").isEmpty() || wanted.get("kind").asText().equals("not read")))
        || (wanted.get("kind").asText().equals("no evidence")
            && found.get("question").equals(wanted.get("question")));
  }

  private static String words(JsonNode passage) {
    return passage.get("text").asText();
  }

  @Test
  void forecastsAreThoseOfTheKeyAndFewMoreAreStated() {
    List<JsonNode> forecasts = SampleCase.listed("forecasts");
    List<JsonNode> more = new ArrayList<>(forecasts);
    for (JsonNode wanted : key.get("forecasts")) {
      List<Place> place = wanted(wanted.get("statement").asText());
      assertTrue(
          more.removeIf(each -> touch(found(each.get("statement")), place)), wanted::toString);
    }
    more.removeIf(each -> each.get("suggested").asBoolean() || !each.get("repeats").isNull());
    assertTrue(more.size() <= 1, more::toString);
  }

  @Test
  void requestsForCommentHaveTheAnswersOfTheKey() {
    Map<String, Integer> found = new TreeMap<>();
    SampleCase.listed("replies").forEach(each -> found.merge(answer(each), 1, Integer::sum));
    Map<String, Integer> lacking = new TreeMap<>();
    key.get("replies")
        .forEach(each -> {
          String answer = answer(each);
          if (found.getOrDefault(answer, 0) == 0) {
            lacking.merge(answer, 1, Integer::sum);
          } else {
            found.merge(answer, -1, Integer::sum);
          }
        });
    assertEquals(Map.of(), lacking);
    assertTrue(found.values().stream().mapToInt(each -> each).sum() <= 2, found::toString);
  }

  private static String answer(JsonNode reply) {
    String who = reply.get("to").asText().replaceAll(" \\(.*", "");
    // "The embassy of Kessaly" is "Kessaly's embassy".
    String last =
        who.startsWith("embassy of ") ? "embassy" : who.substring(who.lastIndexOf(' ') + 1);
    return last + " " + reply.get("answer").asText();
  }

  private static Stream<JsonNode> stream(JsonNode list) {
    List<JsonNode> all = new ArrayList<>();
    list.forEach(all::add);
    return all.stream();
  }
}
