package whence.read;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import whence.model.Document;
import whence.model.Region;
import whence.model.Span;
import whence.model.Text;
import whence.model.Time;
import whence.read.Saying.Speaker;

/// A sentence that somebody is known to speak or write from the form of the document: a turn's in a
/// transcript, a sender's in a mail.
///
/// @param label the words that name the speaker there, null where none do
record Spoken(Span sentence, @Nullable Span label, Speaker speaker, Region region) {
  /// All of a document's, in order; empty for one that is neither transcript nor mail.
  static List<Spoken> in(Document document, Text text, Layout layout, List<Span> sentences) {
    Transcript transcript = Transcript.of(text.characters(), layout);
    List<Spoken> spoken = new ArrayList<>();
    if (!transcript.turns().isEmpty()) {
      Time said = document.date();
      for (int i = 0; i < transcript.turns().size(); i++) {
        Transcript.Turn turn = transcript.turns().get(i);
        String addressee = addressee(transcript.turns(), i);
        Speaker speaker = new Speaker(turn.speaker(), addressee, turn.role(), said);
        turn.sentences()
            .forEach(s -> spoken.add(new Spoken(s, turn.label(), speaker, Region.TURN)));
      }
      return spoken;
    }
    Mail mail = Mail.of(text.characters());
    for (Span sentence : mail.isMail() ? sentences : List.<Span>of()) {
      Mail.Part part = mail.at(sentence.start());
      if (part != null) {
        Span label = part.sender() == null ? null : part.sender().span();
        Speaker speaker = new Speaker(part.senderName(), addressee(part), null, part.sent());
        Region region = part.depth() > 0 ? Region.QUOTATION : Region.BODY;
        spoken.add(new Spoken(sentence, label, speaker, region));
      }
    }
    return spoken;
  }

  /// Whoever answers a turn, or spoke before the last one.
  private static @Nullable String addressee(List<Transcript.Turn> turns, int at) {
    String speaker = turns.get(at).speaker();
    for (int other : new int[] {at + 1, at - 1}) {
      String name = other < 0 || other >= turns.size() ? null : turns.get(other).speaker();
      if (name != null && !name.equals(speaker)) {
        return name;
      }
    }
    return null;
  }

  private static @Nullable String addressee(Mail.Part part) {
    return part.to().size() == 1 ? part.to().getFirst().name() : null;
  }
}
