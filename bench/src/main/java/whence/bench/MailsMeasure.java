package whence.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// One `whence read` of the 10,875 e-mails: how long it takes and how much memory.
final class MailsMeasure implements Measure {
  @Override
  public String name() {
    return "emails";
  }

  @Override
  public String says() {
    return "whence read on 10,875 e-mails: peak heap, memory, documents/s; one run, many minutes";
  }

  @Override
  public boolean onRequest() {
    return true;
  }

  @Override
  public void take(Setting setting, Sheet sheet) throws IOException {
    Optional<Path> archive = setting.shared("cases/state-emails.tar.gz");
    if (archive.isEmpty() || !Files.isExecutable(setting.program())) {
      sheet.note("not measured: no shared e-mails, or no program at " + setting.program());
      return;
    }
    Path folder = setting.folder("emails");
    Path mails = Files.createDirectory(folder.resolve("mails"));
    int tokens = 0;
    Map<String, byte[]> files = Archive.files(archive.get());
    for (Map.Entry<String, byte[]> mail : files.entrySet()) {
      Files.write(mails.resolve(mail.getKey()), mail.getValue());
      tokens += Articles.tokens(new String(mail.getValue(), StandardCharsets.UTF_8));
    }
    Program whence = new Program(setting.program(), folder);
    whence.run("--version").mustSucceed();
    Path log = folder.resolve("heap.log");
    Launch launch =
        whence
            .run(
                Map.of("WHENCE_JAVA_OPTIONS", Heap.option(log)),
                "read",
                mails.toString(),
                "--case",
                folder.resolve("case").toString())
            .mustSucceed(Program.SOMETHING_UNREAD);
    sheet.note(
        "%,d files, %,d tokens, exit status %d".formatted(files.size(), tokens, launch.exit()));
    Files.readString(launch.log())
        .lines()
        .filter(Pattern.compile("^[\\d,]+ documents?,").asPredicate())
        .forEach(sheet::note);
    sheet.figure("time", "seconds", launch.seconds());
    sheet.figure("speed, acquiring to weighing", "documents/s", files.size() / launch.seconds());
    sheet.figure("speed, acquiring to weighing", "tokens/s", tokens / launch.seconds());
    sheet.figure("peak heap", "MB", Heap.peak(log) / 1e6);
    sheet.figure("peak resident memory", "MB", launch.residentBytes() / 1e6);
    sheet.figure("  with the parser processes", "MB", launch.treeBytes() / 1e6);
  }
}
