package whence.ask;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import whence.model.Claim;
import whence.model.Document;
import whence.model.Reading;
import whence.model.Reuse;
import whence.model.Sha256;
import whence.model.Weighing;

/// Which documents of the record the hearings touch: one of them cites it, names it, speaks of the
/// day it was written and who wrote it, shares text with it, or says something that it says.
///
/// Which documents are the record and which the hearings the inquiry says by its groups of these
/// names. Without them transcripts are the hearings and all else may be the record, which is only
/// suggested.
final class Examined {
  static final String RECORD = "record";
  static final String HEARINGS = "hearings";
  static final String PUBLISHED = "published";

  /// What parts a holder's path from that of what it holds.
  private static final String INNER = "!/";

  /// Fewer turns make no hearing: an article may quote an exchange.
  private static final int FEWEST_TURNS = 10;

  /// A title of fewer words may stand in any text.
  private static final int FEWEST_WORDS = 3;

  private static final int AROUND_A_DAY = 160;

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:[-'’][\\p{L}\\p{N}]+)*+");
  private static final Pattern NUMBER = Pattern.compile(".*\\d.*\\d.*\\d.*");

  private final Inquiry inquiry;
  private final Set<Sha256> hearings = new HashSet<>();
  private final Set<Sha256> touched = new HashSet<>();
  private final Map<String, List<Title>> titles = new HashMap<>();
  private final Map<String, List<Document>> byDay = new HashMap<>();

  /// @param words lower case, at least one
  private record Title(List<String> words, Document document) {}

  Examined(Collection<Document> documents, Inquiry inquiry) {
    this.inquiry = inquiry;
    for (Document document : documents) {
      if (document.title() != null) {
        List<String> words = words(document.title());
        if (words.size() >= FEWEST_WORDS) {
          titles
              .computeIfAbsent(words.getFirst(), _ -> new ArrayList<>())
              .add(new Title(words, document));
        }
        for (String word : words) {
          if (NUMBER.matcher(word).matches() && !isYear(word)) {
            titles
                .computeIfAbsent(word, _ -> new ArrayList<>())
                .add(new Title(List.of(word), document));
          }
        }
      }
      String value = document.date() == null ? null : document.date().value();
      if (value != null && value.length() >= 10) {
        byDay.computeIfAbsent(value.substring(5, 10), _ -> new ArrayList<>()).add(document);
      }
    }
  }

  private static boolean isYear(String word) {
    return word.matches("(?:19|20)\\d{2}");
  }

  /// Whether a document is made of the turns of a hearing.
  static boolean isTranscript(Scanned scan) {
    return scan.hearing() >= FEWEST_TURNS;
  }

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(text.toLowerCase(Locale.ROOT));
    while (matcher.find()) {
      words.add(matcher.group());
    }
    return words;
  }

  /// Notes what a hearing names.
  void hear(Reading hearing) {
    hearings.add(hearing.document().sha256());
    String text = hearing.text().characters();
    List<String> words = words(text);
    for (int i = 0; i < words.size(); i++) {
      for (Title title : titles.getOrDefault(words.get(i), List.of())) {
        int end = i + title.words().size();
        if (end <= words.size() && words.subList(i, end).equals(title.words())) {
          touched.add(title.document().sha256());
        }
      }
    }
    for (Days.Day day : Days.in(text)) {
      for (Document document : byDay.getOrDefault(day.ofYear(), List.of())) {
        if (day.is(document.date() == null ? null : document.date().value())
            && isWriterNear(document, text, day.start())) {
          touched.add(document.sha256());
        }
      }
    }
  }

  private static boolean isWriterNear(Document document, String text, int at) {
    if (document.author() == null || Namesakes.words(document.author()).isEmpty()) {
      return false;
    }
    Set<String> around =
        new HashSet<>(
            words(
                text.substring(
                    Math.max(0, at - AROUND_A_DAY), Math.min(text.length(), at + AROUND_A_DAY))));
    return around.contains(Namesakes.words(document.author()).getLast());
  }

  List<Gap> gaps(
      List<Scanned> all, AbsentDocuments cited, Weighing weighing, Map<String, Sha256> documentOf) {
    if (hearings.isEmpty()) {
      return List.of();
    }
    Set<String> hearingPaths = new HashSet<>();
    for (Scanned each : all) {
      if (hearings.contains(each.document().sha256())) {
        hearingPaths.add(each.document().path());
      }
    }
    for (Scanned each : all) {
      if (cited.identified().getOrDefault(each.document().path(), List.of()).stream()
          .anyMatch(citation -> hearingPaths.contains(citation.place().path()))) {
        touched.add(each.document().sha256());
      }
    }
    for (Reuse pair : weighing.reuse()) {
      share(Set.of(pair.from(), pair.to()));
    }
    for (Claim claim : weighing.claims()) {
      Set<Sha256> documents = new HashSet<>();
      claim.statements().stream()
          .filter(documentOf::containsKey)
          .forEach(id -> documents.add(documentOf.get(id)));
      share(documents);
    }
    // an archive or a mailbox is examined in what it holds
    Set<String> holders = new HashSet<>();
    for (Scanned each : all) {
      String path = each.document().path();
      for (int at = path.indexOf(INNER); at >= 0; at = path.indexOf(INNER, at + 1)) {
        holders.add(path.substring(0, at));
      }
    }
    all.stream()
        .filter(each -> each.document().characters() > 0)
        .forEach(each -> holders.remove(each.document().path()));
    List<Gap> gaps = new ArrayList<>();
    for (Scanned each : all) {
      Document document = each.document();
      if (!touched.contains(document.sha256())
          && !hearings.contains(document.sha256())
          && !isTranscript(each)
          && !holders.contains(document.path())
          && !inquiry.isIn(PUBLISHED, document.path())) {
        gaps.add(
            new Gap(
                Gap.id(Gap.Kind.NOT_EXAMINED, document.sha256().hex()),
                null,
                Gap.Kind.NOT_EXAMINED,
                document.path()
                    + ": no hearing cites it, names it, shares text with it or says what it says",
                List.of(),
                document.path(),
                List.of(),
                !inquiry.isIn(RECORD, document.path()) || !inquiry.groups().containsKey(HEARINGS)));
      }
    }
    return gaps;
  }

  private void share(Set<Sha256> documents) {
    if (documents.stream().anyMatch(hearings::contains)) {
      touched.addAll(documents);
    }
  }
}
