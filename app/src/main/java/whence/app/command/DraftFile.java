package whence.app.command;

import java.io.IOException;
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
import whence.ask.Replies;
import whence.ask.Search;
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
import whence.model.WhenceException;

/// A draft as a file, read without taking it into the case.
final class DraftFile {
  private static final int LOOKED_AT = 3;

  /// A cosine of BGE-small's below which a sentence says something else: what was made up in the
  /// sample's drafts stays below .67.
  private static final double ALIKE = 0.7;

  private DraftFile() {}

  /// @param folder of the case
  /// @param search got only where a sentence of the draft is in no words of the record's
  /// @throws UsageException if there is no such file, or no text can be got from it
  static Checked check(
      Parts parts, Path folder, View view, Weighing weighing, Supplier<Search> search, Path draft) {
    if (!Files.isRegularFile(draft)) {
      throw new UsageException(draft + ": there is no such file; check the name");
    }
    Reading reading;
    try (Scratch scratch = Scratch.in(folder);
        Deriver deriver = parts.deriver(scratch.folder())) {
      reading = deriver.readAlone(draft, String.valueOf(draft.getFileName()));
    }
    return check(reading, draft.toString(), view, weighing, search);
  }

  /// As above, of a draft that is no file here. It lies in the case's folder while it is read.
  ///
  /// @param name of the draft: how it ends tells what it is
  /// @throws UsageException if no text can be got from it
  static Checked check(
      Parts parts,
      Path folder,
      View view,
      Weighing weighing,
      Supplier<Search> search,
      String name,
      byte[] content) {
    Reading reading;
    try (Scratch scratch = Scratch.in(folder);
        Deriver deriver = parts.deriver(scratch.folder())) {
      Path draft = Files.write(Files.createTempFile(scratch.folder(), "draft-", ""), content);
      reading = deriver.readAlone(draft, name);
    } catch (IOException e) {
      throw new WhenceException(name + ": the case's disk does not take it: " + e.getMessage(), e);
    }
    return check(reading, name, view, weighing, search);
  }

  private static Checked check(
      Reading reading, String name, View view, Weighing weighing, Supplier<Search> search) {
    if (reading.document().status() == Document.Status.NOT_READ) {
      throw new UsageException(name + ": cannot be read as a text: " + reading.document().why());
    }
    List<Heard> heard =
        Replies.in(view, Optional.of(weighing)).stream()
            .filter(reply -> !reply.suggested() && reply.answer() != Answer.PENDING)
            .map(reply -> new Heard(reply.to(), reply.statement()))
            .toList();
    AtomicReference<@Nullable Search> got = new AtomicReference<>();
    return new DraftCheck(
            view.readings().toList(),
            weighing,
            heard,
            sentence -> {
              Search all = got.get();
              if (all == null) {
                all = search.get();
                got.set(all);
              }
              return alike(all, sentence);
            })
        .check(reading);
  }

  private static List<Behind> alike(Search search, String sentence) {
    List<Behind> alike = new ArrayList<>();
    for (Search.Hit hit : search.find(sentence, LOOKED_AT)) {
      Passage passage = hit.passage();
      double cosine = search.alike(sentence, passage.text());
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
