package whence.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import whence.model.Text;
import whence.model.TimeExpression;

final class TimesTest {
  /// A Wednesday.
  private static final String ANCHOR = "2019-06-12";

  private static List<String> found(String text, @Nullable String anchor) {
    return Times.of(text, Sentences.of(text, Layout.of(Text.plain(text), "text/plain")), anchor)
        .stream()
        .map(t -> t.time().text() + "=" + t.time().value() + "=" + t.type())
        .toList();
  }

  private static String only(TimeExpression.Type type, String words, @Nullable String value) {
    return words + "=" + value + "=" + type;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "It sank on June 10, 2019.|June 10, 2019=2019-06-10=DATE",
        "It sank on 10 June 2019.|10 June 2019=2019-06-10=DATE",
        "It sank on 10 Jun 2018 at dawn.|10 Jun 2018=2018-06-10=DATE",
        "It sank on Monday, June 10th, 2019.|Monday, June 10th, 2019=2019-06-10=DATE",
        "It sank on 6/13/2019.|6/13/2019=2019-06-13=DATE",
        "It sank on 6/10/2019.|6/10/2019=null=DATE",
        "It sank on 2019-06-10.|2019-06-10=2019-06-10=DATE",
        "Filed June 2019 by the port.|June 2019=2019-06=DATE",
        "It sank in 2019.|2019=2019=DATE",
        "It sank in the 1990s.|1990s=199=DATE",
        "Dated 24 May 76 in ink.|24 May 76=1976-05-24=DATE",
        "It sank last Tuesday.|last Tuesday=2019-06-11=DATE",
        "He said yesterday it sank.|yesterday=2019-06-11=DATE",
        "It sank three weeks ago.|three weeks ago=2019-W21=DATE",
        "It sank two years ago.|two years ago=2017=DATE",
        "She said Monday it sank.|Monday=2019-06-10=DATE",
        "It will sail on Monday.|Monday=2019-06-17=DATE",
        "They meet this spring.|this spring=2019-SP=DATE",
        "It must be paid by the end of the year.|the end of the year=2019=DATE",
        "It rang at 10:30 a.m. in the tower.|10:30 a.m.=XXXX-XX-XXT10:30=TIME",
        "It rang at 10:30 p.m. on June 10, 2019 in the tower.|10:30 p.m. on June 10, 2019=2019-06-10T22:30=TIME",
        "SEEN 1430Z OFF THE CAPE.|1430Z=XXXX-XX-XXT14:30Z=TIME",
        "It lay there for six weeks.|six weeks=P6W=DURATION",
        "It sails every Friday.|every Friday=XXXX-WXX-5=SET",
        "It sank in the third quarter of 2018.|third quarter of 2018=2018-Q3=DATE",
        "Last week it sank.|Last week=2019-W23=DATE",
        "It sank late last year.|late last year=2018=DATE",
        "The 2016 storm sank it.|2016=2016=DATE",
        "It was sold for years.|-",
        "He may march in august company.|-",
        "There were 2000 people on Black Friday.|-",
        "See 104-10105-10130 and 3:16.|-",
        "The 60-year-old was 61 years old.|-",
        "April Marsh met May Alder.|-"
      })
  void oneExpression(String text, String expected) {
    assertEquals(expected.equals("-") ? List.of() : List.of(expected), found(text, ANCHOR));
  }

  @Test
  void withoutAnchorWhatPointsHasNoValue() {
    assertEquals(
        List.of(
            only(TimeExpression.Type.DATE, "yesterday", null),
            only(TimeExpression.Type.DATE, "June 10", null),
            only(TimeExpression.Type.DATE, "2018", "2018")),
        found("It sank yesterday, not on June 10, as in 2018.", null));
  }

  @Test
  void twoYearsAreTwoExpressions() {
    assertEquals(
        List.of(
            only(TimeExpression.Type.DATE, "2015", "2015"),
            only(TimeExpression.Type.DATE, "2017", "2017")),
        found("It lay there between 2015 and 2017.", ANCHOR));
  }

  @Test
  void theStorysTimeIsNotTheNewspapers() {
    assertEquals(
        List.of(
            only(TimeExpression.Type.DATE, "March 3, 2017", "2017-03-03"),
            only(TimeExpression.Type.DATE, "Two days later", "2017-03-05"),
            only(TimeExpression.Type.DATE, "the following month", "2017-04")),
        found(
            "It sailed on March 3, 2017. Two days later it sank. It was found the following month.",
            ANCHOR));
    assertEquals(
        List.of(only(TimeExpression.Type.DATE, "Two days later", null)),
        found("Two days later it sank.", ANCHOR));
    assertEquals(
        List.of(
            only(TimeExpression.Type.DATE, "May 2015", "2015-05"),
            only(TimeExpression.Type.DATE, "March 2017", "2017-03"),
            only(TimeExpression.Type.DATE, "Two months later", null)),
        found(
            "It was built in May 2015 and sailed in March 2017. Two months later it sank.",
            ANCHOR));
  }
}
