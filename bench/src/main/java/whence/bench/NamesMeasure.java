package whence.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import whence.bench.GumNames.Name;
import whence.language.ModelTagger;
import whence.model.Mention;
import whence.read.Tagger;

/// People, organizations and places, against GUM's dev part.
final class NamesMeasure implements Measure {
  private static final List<Mention.Kind> KINDS =
      List.of(Mention.Kind.PERSON, Mention.Kind.ORGANIZATION, Mention.Kind.PLACE);

  @Override
  public String name() {
    return "names";
  }

  @Override
  public String says() {
    return "exact F1 on GUM dev (names made from its noun phrases), intervals over documents";
  }

  @Override
  public void take(Setting setting, Sheet sheet) throws IOException {
    Optional<Path> archive = setting.shared("attribution/gum-dev.tar.gz");
    if (archive.isEmpty() || !setting.hasModel()) {
      sheet.note("not measured: no shared GUM, or no model");
      return;
    }
    List<Counts> all = new ArrayList<>();
    Map<Mention.Kind, List<Counts>> kinds = new TreeMap<>();
    try (ModelTagger tagger = setting.tagger(Runtime.getRuntime().availableProcessors())) {
      for (String conllu : Archive.texts(archive.get()).values()) {
        GumNames gum = GumNames.read(conllu);
        Set<Name> found =
            tagger
                .tag(
                    gum.text(),
                    new Articles.Article("", gum.text()).sentences(),
                    Tagger.Voice.AUTHOR)
                .names()
                .stream()
                .map(named -> new Name(named.span(), named.kind()))
                .collect(Collectors.toSet());
        all.add(Counts.of(found, gum.names()));
        for (Mention.Kind kind : KINDS) {
          kinds
              .computeIfAbsent(kind, _ -> new ArrayList<>())
              .add(Counts.of(only(kind, found), only(kind, gum.names())));
        }
      }
    }
    sheet.note("%d documents, %,d resamples".formatted(all.size(), Bootstrap.RESAMPLES));
    sheet.agreement("names", all, setting.seed());
    kinds.forEach((kind, counts) ->
        sheet.agreement("  " + kind.name().toLowerCase(Locale.ROOT), counts, setting.seed()));
  }

  private static Set<Name> only(Mention.Kind kind, Set<Name> names) {
    return names.stream().filter(name -> name.kind() == kind).collect(Collectors.toSet());
  }
}
