package whence.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// One `whence read` of a text of five million bytes, articles one behind the other: how long it
/// takes and in how much memory.
final class LargeMeasure implements Measure {
  private static final int BYTES = 5_000_000;

  @Override
  public String name() {
    return "large";
  }

  @Override
  public String says() {
    return "whence read on one text of 5 MB: time, peak heap, memory; one run, minutes";
  }

  @Override
  public boolean onRequest() {
    return true;
  }

  @Override
  public void take(Setting setting, Sheet sheet) throws IOException {
    if (!Files.isExecutable(setting.program())) {
      sheet.note("not measured: no program at " + setting.program());
      return;
    }
    Path folder = setting.folder("large");
    String text = text(Articles.of(setting));
    Path file = Files.writeString(folder.resolve("large.txt"), text);
    Program whence = new Program(setting.program(), folder);
    whence.run("--version").mustSucceed();
    Path log = folder.resolve("heap.log");
    Launch launch =
        whence
            .run(
                Map.of("WHENCE_JAVA_OPTIONS", Heap.option(log)),
                "read",
                file.toString(),
                "--case",
                folder.resolve("case").toString())
            .mustSucceed();
    int tokens = Articles.tokens(text);
    sheet.note("%,d bytes, %,d tokens".formatted(Files.size(file), tokens));
    sheet.figure("time", "seconds", launch.seconds());
    sheet.figure("speed, acquiring to weighing", "tokens/s", tokens / launch.seconds());
    sheet.figure("peak heap", "MB", Heap.peak(log) / 1e6);
    sheet.figure("peak resident memory", "MB", launch.residentBytes() / 1e6);
  }

  private static String text(Articles articles) {
    StringBuilder text = new StringBuilder();
    int size = 0;
    for (int i = 0; ; i++) {
      String article = articles.texts().get(i % articles.count()).characters() + "\n\n";
      size += article.getBytes(StandardCharsets.UTF_8).length;
      if (size > BYTES) {
        return text.toString();
      }
      text.append(article);
    }
  }
}
