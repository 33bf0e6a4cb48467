package whence.store.local;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import whence.weigh.Embedder;

/// Points where a text's longer words point, each of them somewhere of its own but for synonyms.
class WordDirections implements Embedder {
  private static final int DIMENSIONS = 1_024;
  private static final Map<String, String> SYNONYMS =
      Map.of("bribed", "paid", "crossing", "bridge");

  @Override
  public int dimensions() {
    return DIMENSIONS;
  }

  @Override
  public float[] passage(String text) {
    float[] direction = new float[DIMENSIONS];
    List<String> words =
        List.of(text.toLowerCase(Locale.ROOT).split("\\W+")).stream()
            .filter(word -> word.length() > 3)
            .map(word -> SYNONYMS.getOrDefault(word, word))
            .toList();
    words.forEach(word -> direction[Math.floorMod(word.hashCode() * 31, DIMENSIONS)] += 1);
    double squares = 0;
    for (float each : direction) {
      squares += each * each;
    }
    for (int i = 0; i < DIMENSIONS && squares > 0; i++) {
      direction[i] /= (float) Math.sqrt(squares);
    }
    return direction;
  }

  @Override
  public float[] query(String text) {
    return passage(text);
  }

  @Override
  public double unrelated() {
    return 0.3;
  }

  @Override
  public String version() {
    return "words";
  }
}
