package whence.weigh;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Makes contents ready and compares them: embeds the contents whose meaning can help.
///
/// Not embedded is what says something only where it stands (*he was told then*), for it can be no
/// other document's claim; a headline whose capitals show no names, for who it speaks of cannot be
/// told; and what founds no claim. Words must do there.
final class Contents {
  private final @Nullable Supplier<Embedder> embedder;
  private final SameClaimModel model;

  /// @param embedder null where words must do for all
  /// @param model of those that are embedded
  Contents(@Nullable Supplier<Embedder> embedder, SameClaimModel model) {
    this.embedder = embedder;
    this.model = model;
  }

  Likeness compare(Content left, Content right) {
    return SameClaim.of(left, right, model);
  }

  /// In the order given.
  List<Content> of(List<Weighed> units) {
    Supplier<Embedder> supplier = embedder;
    boolean[] embedded = new boolean[units.size()];
    int count = 0;
    for (int i = 0; i < embedded.length; i++) {
      embedded[i] = units.get(i).founds() && units.get(i).gist().canBeTold();
      count += embedded[i] ? 1 : 0;
    }
    if (supplier == null || count < 2) {
      Arrays.fill(embedded, false);
      return of(units, embedded, null);
    }
    return of(units, embedded, supplier.get());
  }

  private static List<Content> of(
      List<Weighed> units, boolean[] embedded, @Nullable Embedder embedder) {
    return IntStream.range(0, embedded.length)
        .parallel()
        .mapToObj(i -> {
          Weighed unit = units.get(i);
          return new Content(
              unit.gist(),
              unit.named(),
              embedder == null || !embedded[i]
                  ? null
                  : Meaning.of(embedder.passage(PlainWords.of(unit.content()))));
        })
        .toList();
  }
}
