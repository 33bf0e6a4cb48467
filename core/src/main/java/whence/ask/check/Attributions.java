package whence.ask.check;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import whence.model.Document;
import whence.model.Link;
import whence.model.SourceKind;
import whence.model.Span;
import whence.model.Statement;

/// Holds who is said to have said something against who says it on record.
final class Attributions {
  /// Words around a quotation's place in which its speaker may be named, in characters.
  private static final int AROUND = 250;

  private static final int LONGEST_PRONOUN = 4;

  private final Papers papers;

  Attributions(Papers papers) {
    this.papers = papers;
  }

  /// Whom the draft has say it: the innermost named person or body; null where that is nobody who
  /// could be told from another.
  static @Nullable Link speaker(Statement statement) {
    Link link = statement.innermost();
    boolean named =
        link.role() == Link.Role.SOURCE
            && link.name() != null
            && (link.kind() == SourceKind.PERSON || link.kind() == SourceKind.ORGANIZATION)
            && Character.isUpperCase(link.name().codePointAt(0))
            // whom *it* and *he* stand for is the reader's opinion, not the draft's word
            && link.as() != null
            && link.as().length() > LONGEST_PRONOUN;
    return named ? link : null;
  }

  /// Who says on record what the draft has `speaker` say; empty where it is who it should be.
  Optional<String> ofQuotation(Link speaker, List<Papers.Place> places) {
    for (Papers.Place place : places) {
      Set<String> there = new LinkedHashSet<>();
      for (Statement statement : Papers.at(place.reading(), place.span())) {
        there.addAll(keys(Papers.names(statement)));
      }
      there.addAll(keys(whose(place.reading().document())));
      if (!isSomebodys(place)) {
        String text = place.reading().text().characters();
        int from = Math.max(0, place.span().start() - AROUND);
        int to = Math.min(text.length(), place.span().end() + AROUND);
        there.addAll(keys(text.substring(from, to)));
      }
      if (isAmong(speaker, there)) {
        return Optional.empty();
      }
    }
    return Optional.of(who(places.getFirst()));
  }

  /// As [#ofQuotation] of what is not quoted.
  Optional<String> ofContent(Link speaker, Nearest nearest) {
    List<Papers.Unit> aboutIt = nearest.aboutIt();
    if (aboutIt.isEmpty()) {
      return Optional.empty();
    }
    Set<String> there = new LinkedHashSet<>();
    // who is named as saying it there leaves no room for whoever is named beside
    boolean told = aboutIt.stream().allMatch(Attributions::namesSpeaker);
    nearest.around(papers, told ? 0 : 2).forEach(unit -> there.addAll(unit.keys()));
    aboutIt.forEach(unit -> there.addAll(keys(whose(unit.reading().document()))));
    if (isAmong(speaker, there)) {
      return Optional.empty();
    }
    Papers.Unit best = nearest.best();
    return Optional.of(who(new Papers.Place(best.reading(), best.place())));
  }

  /// Whether the record says whose the words are, be it somebody whom it does not name.
  private static boolean isSomebodys(Papers.Place place) {
    return Papers.at(place.reading(), place.span()).stream()
        .map(Statement::innermost)
        .anyMatch(link ->
            link.kind() == SourceKind.ANONYMOUS
                || (link.role() == Link.Role.SOURCE
                    && link.kind() == SourceKind.PERSON
                    && link.name() != null
                    && link.name().contains(" ")));
  }

  private static boolean namesSpeaker(Papers.Unit unit) {
    return Papers.at(unit.reading(), unit.place()).stream()
        .anyMatch(statement -> {
          Link speaker = speaker(statement);
          return speaker != null
              && speaker.kind() == SourceKind.PERSON
              && speaker.start() != null
              && unit.place().start() <= speaker.start()
              && speaker.start() < unit.place().end();
        });
  }

  /// By the last word of the name, or for a body by any that tells.
  private static boolean isAmong(Link speaker, Set<String> keys) {
    List<String> name = new ArrayList<>(keys(String.valueOf(speaker.name())));
    if (name.isEmpty()) {
      return true;
    }
    return speaker.kind() == SourceKind.PERSON
        ? keys.contains(name.getLast())
        : name.stream().anyMatch(keys::contains);
  }

  private static String who(Papers.Place place) {
    for (Statement statement : Papers.at(place.reading(), place.span()).reversed()) {
      Link link = statement.innermost();
      if (link.name() != null) {
        return link.name();
      }
      if (link.as() != null) {
        return link.as();
      }
    }
    return whose(place.reading().document());
  }

  private static String whose(Document document) {
    StringBuilder whose = new StringBuilder();
    for (@Nullable String name :
        new @Nullable String[] {document.author(), document.publisher(), document.title()}) {
      if (name != null) {
        whose.append(name).append(' ');
      }
    }
    return whose.toString().strip();
  }

  private static Set<String> keys(String text) {
    Set<String> keys = new LinkedHashSet<>();
    Words.of(text, new Span(0, text.length())).stream()
        .filter(Word::tells)
        .forEach(word -> keys.add(word.key()));
    return keys;
  }
}
