package whence.language;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class BgeEmbedderTest {
  @Test
  void theSameInOtherWordsIsNearerThanOtherThings() {
    try (BgeEmbedder embedder = new BgeEmbedder()) {
      float[] paid = embedder.passage("The fund paid the mayor in secret.");
      float[] financed = embedder.query("the city's leader was secretly financed by investors");
      float[] rain = embedder.passage("Heavy rain fell on the orchards all week.");
      assertEquals(1, cosine(paid, paid), 1e-5);
      assertTrue(cosine(paid, financed) > cosine(rain, financed) + 0.1);
      assertTrue(cosine(rain, financed) < embedder.unrelated());
      assertArrayEquals(paid, embedder.passage("The fund paid the mayor in secret."));
    }
  }

  @Test
  void whatIsLongOrEmptyHasADirectionToo() {
    try (BgeEmbedder embedder = new BgeEmbedder()) {
      float[] lengthy = embedder.passage("the quay is closed ".repeat(20_000));
      assertEquals(1, cosine(lengthy, lengthy), 1e-5);
      float[] empty = embedder.passage("");
      assertEquals(1, cosine(empty, empty), 1e-5);
    }
  }

  private static double cosine(float[] one, float[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += one[i] * other[i];
    }
    return sum;
  }
}
