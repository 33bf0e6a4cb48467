package whence.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import whence.model.AnalyticConfidence;
import whence.model.Backing;
import whence.model.Likelihood;
import whence.model.Passage;
import whence.model.Span;

final class EstimativeTest {
  private static Span all(String text) {
    return new Span(0, text.length());
  }

  private static String split(List<String> words) {
    return words.isEmpty() ? "-" : String.join("/", words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The ship will probably sail.|probably",
        "It is not likely to sail.|not likely",
        "It is very unlikely that it sails.|very unlikely",
        "Chances are slim that it sails.|Chances are slim",
        "It is more likely than not that it sails.|more likely than not",
        "There are odds of about 3 in 5 of rain.|odds of about 3 in 5",
        "There is a 70 percent chance of rain.|70 percent chance",
        "There is a realistic possibility of war.|realistic possibility",
        "It almost certainly sank.|almost certainly",
        "They have roughly even odds.|roughly even odds",
        "There is almost no chance.|almost no chance",
        "There is a remote chance of rain.|a remote chance",
        "They live in a remote village and found probable cause.|-",
        "Among likely voters he leads.|-",
        "We met Mr Likely in May.|-",
        "It is the likes of him.|-"
      })
  void likelihood(String text, String expected) {
    assertEquals(
        expected,
        split(Estimative.of(text, all(text)).stream().map(l -> l.words().text()).toList()));
  }

  private static String ranged(String text, @Nullable Scale scale) {
    return String.join(
        ";",
        Estimative.of(text, all(text), scale).stream()
            .map(l -> l.words().text() + " " + l.scale() + " " + l.low() + " " + l.high())
            .toList());
  }

  @Test
  void aScaleGivesRangesToItsOwnWordsOnly() {
    String text =
        "War is likely, peace highly unlikely, a truce very likely and a coup a realistic possibility.";
    assertEquals(
        "likely PHIA 0.55 0.75;highly unlikely PHIA 0.1 0.2;very likely null null null;realistic possibility PHIA 0.4 0.5",
        ranged(text, Scale.PHIA));
    assertEquals(
        "likely ICD 203 0.55 0.8;highly unlikely null null null;very likely ICD 203 0.8 0.95;realistic possibility null null null",
        ranged(text, Scale.ICD_203));
    for (Likelihood likelihood : Estimative.of(text, all(text))) {
      assertNull(likelihood.scale());
      assertNull(likelihood.low());
    }
  }

  @Test
  void aScaleIsDeclaredByNameOrByItsTable() {
    assertEquals(Scale.ICD_203, Scales.declaredIn("Terms of likelihood follow ICD 203."));
    assertEquals(Scale.PHIA, Scales.declaredIn("We use the Probability Yardstick of the PHIA."));
    assertEquals(
        Scale.PHIA,
        Scales.declaredIn(
            "Remote chance: 0 to 5%\nHighly unlikely: 10-20%\nUnlikely: 25% - 35%\nRealistic possibility: 40-50%\n"));
    assertNull(Scales.declaredIn("It is very likely, 80 to 95 percent, that it sank."));
    assertNull(Scales.declaredIn("ICD 203 and the PHIA yardstick differ."));
    assertNull(Scales.declaredIn("This report does not use ICD 203."));
  }

  @Test
  void theScalesAreAsPrinted() {
    assertEquals(new Scale.Range(0.20, 0.45), Scale.ICD_203.of("Improbable"));
    assertEquals(new Scale.Range(0.95, 0.99), Scale.ICD_203.of("almost certain"));
    assertEquals(new Scale.Range(0.45, 0.55), Scale.ICD_203.of("roughly even chance"));
    assertEquals(new Scale.Range(0, 0.05), Scale.PHIA.of("a remote chance"));
    assertEquals(new Scale.Range(0.95, 1), Scale.PHIA.of("almost  certain"));
    assertNull(Scale.PHIA.of("roughly even chance"));
    assertNull(Scale.ICD_203.of("not likely"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "We assess with moderate confidence that it sank.|MODERATE",
        "We have high confidence in this judgment.|HIGH",
        "This is a low confidence judgment.|LOW",
        "We have high confidence that it sailed and low confidence that it sank.|-",
        "Consumer confidence was high.|-",
        "He lost the confidence vote.|-"
      })
  void confidenceIsApart(String text, String expected) {
    AnalyticConfidence confidence = Estimative.confidence(text, all(text));
    assertEquals(expected, confidence == null ? "-" : confidence.name());
    assertEquals(List.of(), Estimative.of(text, all(text)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The ship may have sunk.|may have",
        "He reportedly left, and might return.|reportedly/might",
        "It could lead to war.|could",
        "They could not swim.|-",
        "He left in May and said May 5 was fine.|-",
        "It seems empty and is allegedly stolen.|seems/allegedly",
        "As soon as possible, please.|-"
      })
  void hedges(String text, String expected) {
    assertEquals(expected, split(Hedges.of(text, all(text)).stream().map(Passage::text).toList()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The report rests on a single source.|SINGLE_SOURCE",
        "A single, uncorroborated source said so.|SINGLE_SOURCE/UNCORROBORATED",
        "Not a single source said so.|-",
        "The claim is not corroborated.|UNCORROBORATED",
        "The letter could not be independently verified.|UNCORROBORATED",
        "The Courier has not been able to independently confirm it.|UNCORROBORATED",
        "Three intelligence sources said so.|MULTIPLE_SOURCES",
        "Two people familiar with the talks said so.|MULTIPLE_SOURCES",
        "The account was corroborated by two officials.|MULTIPLE_SOURCES/CORROBORATED",
        "Additional reporting indicates that it sank.|ADDITIONAL_REPORTING",
        "According to a memo obtained by the Courier, it sank.|DOCUMENT_SEEN",
        "In documents reviewed by the Courier, it sank.|DOCUMENT_SEEN",
        "The minister would not confirm or deny it.|-",
        "It is a single market.|-"
      })
  void backing(String text, String expected) {
    assertEquals(
        expected, split(BackingGrammar.of(text, all(text)).stream().map(Backing::name).toList()));
  }

  @Test
  void forecasts() {
    for (String text :
        List.of(
            "the ship will sink by 2030",
            "It is expected to sail next week.",
            "it would sink by the end of the year")) {
      assertTrue(Forecasts.isForecast(text, all(text), null), text);
    }
    for (String text :
        List.of(
            "the ship sank",
            "Will it sink?",
            "he would like tea",
            "the will of the people",
            "it was expected to sail",
            "it could not swim")) {
      assertFalse(Forecasts.isForecast(text, all(text), null), text);
    }
    String text = "He predicts a flood";
    assertTrue(Forecasts.isForecast(text, new Span(12, 19), new Span(3, 11)));
  }
}
