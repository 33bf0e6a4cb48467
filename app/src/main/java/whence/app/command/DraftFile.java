package whence.app.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import whence.app.pipeline.Deriver;
import whence.app.pipeline.Scratch;
import whence.app.print.Fields;
import whence.ask.Replies;
import whence.ask.check.Checked;
import whence.ask.check.Checked.Behind;
import whence.ask.check.DraftCheck;
import whence.ask.check.DraftCheck.Heard;
import whence.guard.View;
import whence.model.Answer;
import whence.model.Document;
import whence.model.Passage;
import whence.model.Reading;
import whence.model.Span;
import whence.model.Weighing;
import whence.weigh.LikeBy;

/// A draft as a file, read without taking it into the case.
final class DraftFile {
  private static final int LOOKED_AT = 3;

  /// A cosine of BGE-small's below which a sentence says something else: what was made up in the
  /// sample's drafts stays below .67.
  private static final double ALIKE = 0.7;

  private DraftFile() {}

  /// @param folder of the case
  /// @throws UsageException if there is no such file, or no text can be got from it
  /// @param likes got only where a sentence of the draft is in no words of the record's
  static Checked check(
      Parts parts,
      Path folder,
      View view,
      Weighing weighing,
      Supplier<Parts.Likes> likes,
      Path draft) {
    if (!Files.isRegularFile(draft)) {
      throw new UsageException(draft + ": there is no such file; check the name");
    }
    Reading reading;
    try (Scratch scratch = Scratch.in(folder);
        Deriver deriver = parts.deriver(scratch.folder())) {
      reading = deriver.readAlone(draft, String.valueOf(draft.getFileName()));
    }
    if (reading.document().status() == Document.Status.NOT_READ) {
      throw new UsageException(draft + ": cannot be read as a text: " + reading.document().why());
    }
    List<Heard> heard =
        Replies.in(view, Optional.of(weighing)).stream()
            .filter(reply -> !reply.suggested() && reply.answer() != Answer.PENDING)
            .map(reply -> new Heard(reply.to(), reply.statement()))
            .toList();
    AtomicReference<Parts.@Nullable Likes> got = new AtomicReference<>();
    return new DraftCheck(
            view.readings().toList(),
            weighing,
            heard,
            sentence -> {
              Parts.Likes all = got.get();
              if (all == null) {
                all = likes.get();
                got.set(all);
              }
              return alike(all, sentence);
            })
        .check(reading);
  }

  private static List<Behind> alike(Parts.Likes likes, String sentence) {
    List<Behind> alike = new ArrayList<>();
    for (Fields.Hit hit : likes.like(sentence, LOOKED_AT, LikeBy.BOTH)) {
      Passage passage = hit.passage();
      double cosine = likes.alike(sentence, passage.text());
      if (cosine >= ALIKE) {
        alike.add(
            new Behind(
                hit.document(),
                new Span(passage.start(), passage.end()),
                passage.text(),
                cosine,
                hit.statement() == null ? List.of() : List.of(hit.statement()),
                true));
      }
    }
    alike.sort(Comparator.comparingDouble(behind -> -behind.share()));
    return alike;
  }
}
