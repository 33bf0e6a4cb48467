package whence.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import whence.model.Span;

/// One attribution as somebody marked it or as Whence found it; offsets are UTF-16 code units.
///
/// @param score 1 where people marked it
record Said(List<Span> source, List<Span> cue, List<Span> content, double score) {
  static final List<String> ROLES = List.of("source", "cue", "content");

  /// A whole attribution, each role's spans after trimming.
  record Triple(Set<Span> source, Set<Span> cue, Set<Span> content) {}

  Said {
    source = List.copyOf(source);
    cue = List.copyOf(cue);
    content = List.copyOf(content);
  }

  /// @param role a place in [#ROLES]
  List<Span> spans(int role) {
    return switch (role) {
      case 0 -> source;
      case 1 -> cue;
      case 2 -> content;
      default -> throw new IllegalArgumentException("no such role: " + role);
    };
  }

  /// What two must share to be the same: every span of every role, less the punctuation at its
  /// edges.
  Triple triple(String text) {
    return new Triple(trimmed(text, source), trimmed(text, cue), trimmed(text, content));
  }

  private static Set<Span> trimmed(String text, List<Span> spans) {
    List<Span> trimmed = new ArrayList<>();
    for (Span span : spans) {
      int start = span.start();
      int end = span.end();
      while (start < end && !Character.isLetterOrDigit(text.codePointAt(start))) {
        start += Character.charCount(text.codePointAt(start));
      }
      while (end > start && !Character.isLetterOrDigit(text.codePointBefore(end))) {
        end -= Character.charCount(text.codePointBefore(end));
      }
      if (end > start) {
        trimmed.add(new Span(start, end));
      }
    }
    return new TreeSet<>(trimmed);
  }
}
