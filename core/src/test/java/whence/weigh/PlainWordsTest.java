package whence.weigh;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class PlainWordsTest {
  @Test
  void aPostIsTheWordsItIsMadeOf() {
    assertEquals(
        "The mayor's Harbour Fund Fire 2019 is out says Ann Moss",
        PlainWords.of(
            "The mayor’s #HarbourFundFire2019 is outhttps://t.example/Ab1 says @AnnMoss"));
    assertEquals("see the NATO Brief now", PlainWords.of("see the #NATOBrief www.example.org now"));
  }

  @Test
  void oneQuotationMarkIsAsGoodAsAnother() {
    String plain = "He said \"don't go\" twice.";
    assertEquals(plain, PlainWords.of("He said “don’t go” twice."));
    assertEquals(plain, PlainWords.of("He said 'don't go' twice."));
    assertEquals(plain, PlainWords.of("He said \"\"don't go\"\" twice."));
    assertEquals("", PlainWords.of(" \n\t"));
  }
}
