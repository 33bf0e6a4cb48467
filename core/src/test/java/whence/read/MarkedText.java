package whence.read;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import whence.model.Document;
import whence.model.Mention;
import whence.model.Reading;
import whence.model.Sha256;
import whence.model.Span;
import whence.model.Text;
import whence.model.Time;

/// A text with its tagging written into it, so that the reader can be tried on exactly what a
/// perfect tagger would find.
///
/// `{1s|Lee} {1q|said} {1c|the fund paid}` is attribution 1's source, cue and content; `{p|Ann
/// Lee}`, `{o|the Fund}` and `{l|Oslo}` are names. Braces nest.
final class MarkedText implements Tagger {
  final String text;
  private final TreeMap<Integer, List<List<Span>>> attributions = new TreeMap<>();
  private final List<Named> names = new ArrayList<>();

  MarkedText(String marked) {
    StringBuilder plain = new StringBuilder();
    List<int[]> open = new ArrayList<>();
    List<String> tags = new ArrayList<>();
    for (int i = 0; i < marked.length(); i++) {
      char c = marked.charAt(i);
      if (c == '{') {
        int bar = marked.indexOf('|', i);
        tags.add(marked.substring(i + 1, bar));
        open.add(new int[] {plain.length()});
        i = bar;
      } else if (c == '}') {
        close(tags.removeLast(), new Span(open.removeLast()[0], plain.length()));
      } else {
        plain.append(c);
      }
    }
    text = plain.toString();
  }

  private void close(String tag, Span span) {
    switch (tag) {
      case "p" -> names.add(new Named(span, Mention.Kind.PERSON, 1));
      case "o" -> names.add(new Named(span, Mention.Kind.ORGANIZATION, 1));
      case "l" -> names.add(new Named(span, Mention.Kind.PLACE, 1));
      default -> {
        int number = Integer.parseInt(tag.substring(0, tag.length() - 1));
        attributions
            .computeIfAbsent(
                number, k -> List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>()))
            .get("sqc".indexOf(tag.charAt(tag.length() - 1)))
            .add(span);
      }
    }
  }

  Reading read() {
    return read("story.txt", null);
  }

  /// @param date of the document, null where it has none
  Reading read(String path, @Nullable String date) {
    Text made = Text.plain(text);
    return new Reader(this).read(document(path, made, date), made);
  }

  static Document document(String path, Text text, @Nullable String date) {
    return new Document(
        Sha256.of(text.characters()),
        path,
        List.of(),
        null,
        null,
        "The Courier",
        null,
        date == null ? null : Time.fromMetadata(date),
        null,
        "text/plain",
        "en",
        null,
        text.characters().length(),
        List.of(),
        text.hash(),
        Document.Status.READ,
        null);
  }

  @Override
  public String version() {
    return "marked";
  }

  /// What lies wholly within the sentences, outermost only.
  @Override
  public Tagging tag(String tagged, List<Span> sentences, Voice voice) {
    List<Attribution> within =
        attributions.values().stream()
            .map(parts -> new Attribution(parts.get(0), parts.get(1), parts.get(2), 0.9))
            .filter(one -> spans(one).stream().allMatch(s -> isInside(s, sentences)))
            .toList();
    List<Attribution> outermost =
        within.stream()
            .filter(one ->
                within.stream()
                    .noneMatch(other ->
                        !other.equals(one)
                            && other.content().stream()
                                .anyMatch(c -> spans(one).stream().allMatch(c::contains))))
            .toList();
    return new Tagging(
        outermost, names.stream().filter(n -> isInside(n.span(), sentences)).toList());
  }

  private static List<Span> spans(Attribution one) {
    List<Span> spans = new ArrayList<>(one.source());
    spans.addAll(one.cue());
    spans.addAll(one.content());
    return spans;
  }

  private static boolean isInside(Span span, List<Span> sentences) {
    return sentences.stream().anyMatch(s -> s.overlaps(span))
        && span.start() >= sentences.getFirst().start()
        && span.end() <= sentences.getLast().end();
  }
}
