package whence.read;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import whence.model.Passage;
import whence.model.Span;
import whence.model.Time;

/// A text read as mail: what its sender wrote, and each quoted or forwarded message within.
///
/// @param parts in order of their first line; empty for a text that is no mail
public record Mail(List<Part> parts) {
  /// One message.
  ///
  /// @param sender the words that name it, without the address where there are others; null where
  ///   none are printed
  /// @param senderName in the order one speaks it ("Cheryl D Mills"), null where none is printed
  /// @param sent null where none is printed
  /// @param header the lines that introduce the part, null where none do
  /// @param body stretches of its text in order: lines of other parts, headers and page furniture
  ///   are not in them
  /// @param depth 0 for the mail itself, 1 for what it quotes or forwards, and so on
  public record Part(
      @Nullable Passage sender,
      @Nullable String senderName,
      List<Person> to,
      List<Person> cc,
      @Nullable Time sent,
      @Nullable Passage subject,
      @Nullable Span header,
      List<Span> body,
      int depth) {
    public Part {
      to = List.copyOf(to);
      cc = List.copyOf(cc);
      body = List.copyOf(body);
    }
  }

  /// A sender or recipient as printed.
  ///
  /// @param name in the order one speaks it; the address where there is no name
  public record Person(Passage words, String name, @Nullable String address) {}

  /// How far down a mail's own header may begin, in UTF-16 code units.
  private static final int TOP = 2_500;

  /// Fields of the sheet that an archive puts before a document, whose FROM and TO are no mail's.
  private static final Pattern RECORD_SHEET =
      Pattern.compile(
          "(?m)^\\s*(?:RECORD NUMBER|AGENCY|ORIGINATOR|DOCUMENT TYPE|CURRENT STATUS)\\s*:");

  public Mail {
    parts = List.copyOf(parts);
  }

  public boolean isMail() {
    return !parts.isEmpty();
  }

  /// Reads `text` as mail if it begins like one: near its top a header with a sender, and two more
  /// of date, subject and recipients.
  public static Mail of(String text) {
    List<Line> lines = Line.of(text, 0, text.length());
    for (int i = 0; i < lines.size() && lines.get(i).start() < TOP; i++) {
      MailHeader header = MailHeader.at(text, lines, i);
      if (header != null && header.isWhole() && !isRecordSheet(text)) {
        return new Mail(new MailParts(text, lines).parts(i));
      }
    }
    return new Mail(List.of());
  }

  private static boolean isRecordSheet(String text) {
    return RECORD_SHEET.matcher(text.substring(0, Math.min(text.length(), TOP))).results().count()
        >= 3;
  }

  /// The part whose body holds `offset`, null where none does.
  public @Nullable Part at(int offset) {
    for (Part part : parts) {
      for (Span span : part.body()) {
        if (span.start() <= offset && offset < span.end()) {
          return part;
        }
      }
    }
    return null;
  }
}
