package whence.bench;

import java.io.IOException;
import java.util.List;
import whence.language.ModelTagger;
import whence.model.Span;
import whence.read.Tagger;

/// Finding who says what with the model: its windows, decoding and links.
final class TaggingMeasure implements Measure {
  @Override
  public String name() {
    return "tagging";
  }

  @Override
  public String says() {
    return "the model alone, over sentences already cut, one thread";
  }

  @Override
  public void take(Setting setting, Sheet sheet) throws IOException {
    if (!setting.hasModel()) {
      sheet.note("not measured: no model");
      return;
    }
    Articles articles = Articles.of(setting);
    sheet.note(articles.size());
    List<List<Span>> sentences =
        articles.texts().stream().map(Articles.Article::sentences).toList();
    try (ModelTagger tagger = setting.tagger(1)) {
      sheet.rates(
          "tagging",
          articles,
          Spread.seconds(
              setting.runs(),
              () -> {
                long found = 0;
                for (int i = 0; i < articles.count(); i++) {
                  found +=
                      tagger
                          .tag(
                              articles.texts().get(i).characters(),
                              sentences.get(i),
                              Tagger.Voice.AUTHOR)
                          .attributions()
                          .size();
                }
                return found;
              }));
    }
  }
}
