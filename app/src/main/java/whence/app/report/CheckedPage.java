package whence.app.report;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.WriterOutput;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import whence.app.print.HarmlessHtml;
import whence.app.print.JsonLines;
import whence.ask.check.Checked;
import whence.ask.check.Finding;
import whence.guard.View;
import whence.model.Document;
import whence.model.Sha256;
import whence.model.WhenceException;

/// A draft and the record side by side: one HTML file that holds all it shows and runs nothing.
public final class CheckedPage {
  private static final TemplateEngine TEMPLATES =
      TemplateEngine.createPrecompiled(ContentType.Html);

  private static final int MOST_WORDS = 300;

  private CheckedPage() {}

  /// @param behind what on record comes nearest
  public record Row(int line, List<Run> text, List<Fault> faults, List<Passage> behind) {}

  /// A stretch of text.
  ///
  /// @param marked whether it is what differs
  public record Run(String text, boolean marked) {}

  /// @param record what the record has instead, empty where it has nothing
  /// @param statement where that stands, null where no statement covers it
  /// @param document its hash, null where it stands nowhere
  public record Fault(
      String name,
      List<Run> words,
      List<Run> record,
      String where,
      @Nullable String statement,
      String why,
      @Nullable String document) {}

  /// @param statement that covers it, null for none
  /// @param document its hash
  public record Passage(
      String text, String where, @Nullable String statement, String share, String document) {}

  public record Model(
      String program, String draft, int sentences, int clean, int findings, List<Row> rows) {}

  /// A draft and the record side by side.
  public static Model of(String program, String draft, Checked checked, View view) {
    List<Row> rows = new ArrayList<>();
    int clean = 0;
    for (Checked.Sentence sentence : checked.sentences()) {
      List<Fault> faults =
          checked.findings().stream()
              .filter(finding -> finding.place().overlaps(sentence.place()))
              .map(finding -> fault(finding, view))
              .toList();
      clean += faults.isEmpty() ? 1 : 0;
      rows.add(
          new Row(
              sentence.line(),
              marked(sentence, checked.findings()),
              faults,
              sentence.behind().stream()
                  .map(behind ->
                      new Passage(
                          behind.text(),
                          where(behind.document(), view),
                          first(behind.statements()),
                          Math.round(behind.share() * 100)
                              + (behind.suggested() ? " % alike in meaning" : " % of its words"),
                          behind.document().hex()))
                  .toList()));
    }
    return new Model(
        program, draft, checked.sentences().size(), clean, checked.findings().size(), rows);
  }

  /// Writes the page, replacing the file.
  ///
  /// @throws WhenceException if it cannot be written there
  public static void write(String program, String draft, Checked checked, View view, Path file) {
    Model model = of(program, draft, checked, view);
    String style = HtmlReport.resource("checked.css");
    try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      TEMPLATES.render(
          "report/checked.jte",
          Map.of("model", model, "style", style, "styleHash", HtmlReport.hash(style)),
          new HarmlessHtml(new WriterOutput(out)));
    } catch (IOException e) {
      throw new WhenceException(file + ": the page cannot be written there: " + e.getMessage(), e);
    }
  }

  private static Fault fault(Finding finding, View view) {
    String record = Words.orEmpty(finding.record());
    boolean within = finding.fault() == whence.ask.check.Fault.MISQUOTED;
    return new Fault(
        JsonLines.word(finding.fault(), " "),
        within ? differing(finding.draft(), record) : List.of(new Run(finding.draft(), false)),
        within ? differing(record, finding.draft()) : List.of(new Run(record, false)),
        finding.document() == null ? "" : where(finding.document(), view),
        first(finding.evidence()),
        finding.why(),
        finding.document() == null ? null : finding.document().hex());
  }

  private static @Nullable String first(List<String> statements) {
    return statements.isEmpty() ? null : statements.getFirst();
  }

  /// The sentence with the words of its findings marked, where they are not all of it.
  private static List<Run> marked(Checked.Sentence sentence, List<Finding> findings) {
    List<Run> runs = new ArrayList<>();
    int from = sentence.place().start();
    for (Finding finding : findings) {
      int start = finding.place().start();
      int end = Math.min(finding.place().end(), sentence.place().end());
      if (start >= from && start < end && !finding.place().equals(sentence.place())) {
        runs.add(
            new Run(
                sentence
                    .text()
                    .substring(from - sentence.place().start(), start - sentence.place().start()),
                false));
        runs.add(
            new Run(
                sentence
                    .text()
                    .substring(start - sentence.place().start(), end - sentence.place().start()),
                true));
        from = end;
      }
    }
    runs.add(new Run(sentence.text().substring(from - sentence.place().start()), false));
    return runs;
  }

  /// A text with the words marked that the other has not, one after the other (longest common
  /// subsequence); unmarked where either is too long to be compared.
  static List<Run> differing(String text, String other) {
    List<String> words = List.of(text.split("(?<=\\s)"));
    List<String> theirs = List.of(other.split("\\s+"));
    if (words.size() > MOST_WORDS || theirs.size() > MOST_WORDS || other.isEmpty()) {
      return List.of(new Run(text, false));
    }
    int[][] common = new int[words.size() + 1][theirs.size() + 1];
    for (int i = words.size() - 1; i >= 0; i--) {
      for (int j = theirs.size() - 1; j >= 0; j--) {
        common[i][j] =
            same(words.get(i), theirs.get(j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    List<Run> runs = new ArrayList<>();
    int j = 0;
    for (int i = 0; i < words.size(); i++) {
      while (j < theirs.size()
          && !same(words.get(i), theirs.get(j))
          && common[i][j + 1] >= common[i + 1][j]) {
        j++;
      }
      boolean there = j < theirs.size() && same(words.get(i), theirs.get(j));
      runs.add(new Run(words.get(i), !there));
      j += there ? 1 : 0;
    }
    return runs;
  }

  private static boolean same(String word, String other) {
    return bare(word).equals(bare(other));
  }

  private static String bare(String word) {
    return word.replaceAll("[^\\p{L}\\p{N}]+", "").toLowerCase(Locale.ROOT);
  }

  private static String where(Sha256 document, View view) {
    return view.document(document).map(Document::path).orElse("");
  }
}
