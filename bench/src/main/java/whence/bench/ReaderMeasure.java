package whence.bench;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import whence.language.ModelTagger;
import whence.model.WhenceException;
import whence.read.Reader;

/// The whole reader: text in, statements out.
final class ReaderMeasure implements Measure {
  @Override
  public String name() {
    return "reader";
  }

  @Override
  public String says() {
    return "text to statements: sentences, tagging, nesting, times, words of likelihood";
  }

  @Override
  public void take(Setting setting, Sheet sheet) throws IOException {
    Articles articles = Articles.of(setting);
    sheet.note(articles.size());
    Reader grammars = new Reader(new PatternTagger());
    sheet.rates(
        "grammars only (a pattern for a tagger), 1 thread",
        articles,
        Spread.seconds(setting.runs(), () -> read(articles, grammars)));
    if (!setting.hasModel()) {
      sheet.note("with the model: not measured, no model");
      return;
    }
    try (ModelTagger tagger = setting.tagger(1)) {
      Reader reader = new Reader(tagger);
      sheet.rates(
          "with the model, 1 thread",
          articles,
          Spread.seconds(setting.runs(), () -> read(articles, reader)));
    }
    int threads = Runtime.getRuntime().availableProcessors();
    try (ModelTagger tagger = setting.tagger(threads);
        ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      Reader reader = new Reader(tagger);
      sheet.rates(
          "with the model, %d threads".formatted(threads),
          articles,
          Spread.seconds(setting.runs(), () -> read(articles, reader, pool)));
    }
  }

  private static long read(Articles articles, Reader reader) {
    return articles.texts().stream().mapToLong(article -> read(article, reader)).sum();
  }

  private static long read(Articles.Article article, Reader reader) {
    return reader.read(article.document(), article.text()).statements().size();
  }

  private static long read(Articles articles, Reader reader, ExecutorService pool) {
    List<Future<Long>> results =
        articles.texts().stream().map(article -> pool.submit(() -> read(article, reader))).toList();
    long statements = 0;
    for (Future<Long> result : results) {
      try {
        statements += result.get();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new WhenceException("stopped while reading", e);
      } catch (ExecutionException e) {
        throw new WhenceException("an article could not be read: " + e.getMessage(), e);
      }
    }
    return statements;
  }
}
