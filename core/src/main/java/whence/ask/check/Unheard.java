package whence.ask.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import whence.model.Link;
import whence.model.Span;
import whence.model.Statement;

/// People whom a draft blames and does not hear, though the record has what came of asking them.
final class Unheard {
  private static final Pattern BLAMES =
      Pattern.compile(
          "(?i)\\b(?:accus\\w+|alleg\\w+|blam\\w+|brib\\w+|breach\\w*|broke|cheat\\w*|conceal\\w*|corrupt\\w*"
              + "|cover(?:ed)?[- ]up|deceiv\\w+|defraud\\w*|destroy\\w+|dishonest\\w*|embezzl\\w+|fail(?:ed|ure|s)"
              + "|falsif\\w+|fraud\\w*|guilty|hid|hidden|ignor\\w+|illegal\\w*|improper\\w*|incompeten\\w+"
              + "|leaked|liar|lied|lying|mis(?:led|leading|conduct|used?|handled|managed|stated)|neglect\\w*"
              + "|negligen\\w+|ordered|instructed|overrul\\w+|perjur\\w+|pocketed|reckless\\w*|stole\\w*"
              + "|suppress\\w+|threaten\\w*|unlawful\\w*|violat\\w+|withheld|wrongdoing"
              + "|(?:told|asked|pressed) (?:\\w+ ){1,3}?to)\\b");

  private static final Pattern ANSWERS =
      Pattern.compile(
          "(?i)\\b(?:den(?:y|ies|ied|ial)|declin\\w+|refus\\w+|dismiss\\w*|reject\\w*|disput\\w+|repl(?:y|ied|ies)"
              + "|respon(?:d|ds|ded|se)|answer\\w*|comment\\w*|could not be reached|solicitors?|lawyers?)\\b");

  private Unheard() {}

  /// @param findings to which it is added: once a person, where the draft first blames them
  static void check(
      Draft draft,
      List<Span> sentences,
      List<DraftCheck.Heard> heard,
      Papers papers,
      List<Finding> findings) {
    Map<String, List<DraftCheck.Heard>> people =
        heard.stream()
            .filter(each -> each.whom().contains(" ") && each.statement() != null)
            .collect(
                Collectors.groupingBy(
                    DraftCheck.Heard::whom, LinkedHashMap::new, Collectors.toList()));
    people.forEach((person, replies) -> {
      List<String> name = keys(person);
      boolean shared =
          people.keySet().stream()
              .anyMatch(
                  other -> !other.equals(person) && keys(other).getLast().equals(name.getLast()));
      Predicate<Span> names =
          sentence ->
              holds(draft, sentence, name.getLast())
                  && (!shared || holds(draft, sentence, name.getFirst()));
      boolean speaks =
          sentences.stream()
              .filter(sentence -> holds(draft, sentence, name.getLast()))
              .anyMatch(sentence ->
                  ANSWERS.matcher(sentence.of(draft.text())).find()
                      || says(draft, sentence, name.getLast()));
      if (speaks) {
        return;
      }
      sentences.stream()
          .filter(names)
          .filter(sentence -> BLAMES.matcher(sentence.of(draft.text())).find())
          .findFirst()
          .ifPresent(sentence -> findings.add(finding(draft, sentence, person, replies, papers)));
    });
  }

  private static Finding finding(
      Draft draft, Span sentence, String person, List<DraftCheck.Heard> replies, Papers papers) {
    List<String> ids = new ArrayList<>();
    replies.forEach(reply -> ids.add(String.valueOf(reply.statement())));
    Papers.Place place = papers.statement(ids.getFirst());
    return new Finding(
        draft.line(sentence.start()),
        sentence,
        Fault.NO_REPLY,
        sentence.of(draft.text()),
        place == null ? null : place.text(),
        place == null ? null : place.reading().document().sha256(),
        ids,
        "it may blame " + person + ", whose reply or silence is on record and not in the draft");
  }

  private static boolean holds(Draft draft, Span sentence, String key) {
    return Words.of(draft.text(), sentence).stream()
        .anyMatch(word -> word.capital() && word.key().equals(key));
  }

  private static boolean says(Draft draft, Span sentence, String key) {
    for (Statement statement : draft.statements(sentence)) {
      Link speaker = Attributions.speaker(statement);
      if (speaker != null && keys(String.valueOf(speaker.name())).contains(key)) {
        return true;
      }
    }
    return false;
  }

  private static List<String> keys(String name) {
    Set<String> keys =
        Words.of(name, new Span(0, name.length())).stream()
            .map(Word::key)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    return keys.isEmpty() ? List.of("") : List.copyOf(keys);
  }
}
