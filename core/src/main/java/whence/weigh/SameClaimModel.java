package whence.weigh;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// How likely two contents say one thing: a logistic regression over [SameClaim#FEATURES], whose
/// weights (`same-claim.txt`) `bench/run claims-model` fits.
///
/// @param weights the bias first
public record SameClaimModel(List<Double> weights) {
  /// Chosen for few false merges on cross-validation (`bench/run claims`): a false merge is a false
  /// corroboration.
  public static final double ENOUGH = 0.75;

  /// More is asked of what contradicts: in news a *not* more often belongs to something said
  /// beside.
  public static final double ENOUGH_FOR_CONTRARY = 0.8;

  private static final String HEAD = "# Made by bench/run claims-model; not to be edited.";

  public SameClaimModel {
    weights = List.copyOf(weights);
  }

  private static final class Shipped {
    static final SameClaimModel MODEL = read();
  }

  /// The model that comes with the program.
  public static SameClaimModel shipped() {
    return Shipped.MODEL;
  }

  /// 0 to 1.
  public double score(List<Double> features) {
    double sum = weights.getFirst();
    for (int i = 0; i < features.size(); i++) {
      sum += weights.get(i + 1) * features.get(i);
    }
    return 1 / (1 + Math.exp(-sum));
  }

  /// As `same-claim.txt` holds it.
  public String write() {
    StringBuilder text = new StringBuilder(HEAD).append("\nbias\t").append(weights.getFirst());
    for (int i = 1; i < weights.size(); i++) {
      text.append('\n').append(SameClaim.FEATURES.get(i - 1)).append('\t').append(weights.get(i));
    }
    return text.append('\n').toString();
  }

  private static SameClaimModel read() {
    List<String> expected = new ArrayList<>(List.of("bias"));
    expected.addAll(SameClaim.FEATURES);
    List<String> names = new ArrayList<>();
    List<Double> weights = new ArrayList<>();
    for (String line : lines()) {
      String[] parts = line.split("\t");
      names.add(parts[0]);
      weights.add(Double.parseDouble(parts[1]));
    }
    if (!names.equals(expected)) {
      throw new IllegalStateException(
          "same-claim.txt has weights for "
              + names
              + ", not for "
              + expected
              + "; fit it again with bench/run claims-model");
    }
    return new SameClaimModel(weights);
  }

  private static List<String> lines() {
    try (InputStream in = SameClaimModel.class.getResourceAsStream("same-claim.txt")) {
      if (in == null) {
        throw new IllegalStateException("same-claim.txt is missing from the program");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
