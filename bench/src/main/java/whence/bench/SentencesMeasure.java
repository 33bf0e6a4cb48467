package whence.bench;

import java.io.IOException;
import java.text.BreakIterator;
import java.util.Locale;
import opennlp.tools.sentdetect.SentenceDetectorME;
import opennlp.tools.sentdetect.SentenceModel;

/// Cutting texts into sentences, beside OpenNLP's detector and the JDK's.
final class SentencesMeasure implements Measure {
  @Override
  public String name() {
    return "sentences";
  }

  @Override
  public String says() {
    return "cutting articles into sentences, one thread";
  }

  @Override
  public void take(Setting setting, Sheet sheet) throws IOException {
    Articles articles = Articles.of(setting);
    sheet.note(articles.size());
    Spread ours =
        Spread.seconds(
            setting.runs(),
            () -> articles.texts().stream().mapToLong(text -> text.sentences().size()).sum());
    sheet.rates("Whence", articles, ours);

    SentenceDetectorME detector = new SentenceDetectorME(openNlp());
    Spread openNlp =
        Spread.seconds(
            setting.runs(),
            () ->
                articles.texts().stream()
                    .mapToLong(text -> detector.sentPosDetect(text.characters()).length)
                    .sum());
    sheet.rates("OpenNLP's sentence detector", articles, openNlp);

    BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.ENGLISH);
    Spread jdk =
        Spread.seconds(
            setting.runs(),
            () ->
                articles.texts().stream()
                    .mapToLong(text -> sentences(breaks, text.characters()))
                    .sum());
    sheet.rates("the JDK's BreakIterator", articles, jdk);
    sheet.speed("OpenNLP", ours, openNlp);
    sheet.speed("the JDK", ours, jdk);
  }

  private static SentenceModel openNlp() throws IOException {
    String file = "/opennlp-en-ud-ewt-sentence-1.2-2.5.0.bin";
    try (var in = SentencesMeasure.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IOException(file + " is not on the class path");
      }
      return new SentenceModel(in);
    }
  }

  private static long sentences(BreakIterator breaks, String text) {
    breaks.setText(text);
    long count = 0;
    while (breaks.next() != BreakIterator.DONE) {
      count++;
    }
    return count;
  }
}
