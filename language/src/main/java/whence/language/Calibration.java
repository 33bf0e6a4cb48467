package whence.language;

import com.fasterxml.jackson.databind.JsonNode;

/// Bends a score until it means what it says: of attributions scored .7, seven in ten should be
/// wholly right. Logistic (Platt, 1999), fitted by `training/calibrate.py`.
///
/// @param slope of the score's log odds
/// @param offset added to them
record Calibration(double slope, double offset) {
  /// How near to 0 and 1 a score may come before its log odds are taken.
  private static final double EDGE = 1e-6;

  static Calibration of(JsonNode decode) {
    JsonNode calibration = decode.required("calibration");
    return new Calibration(
        calibration.required("slope").asDouble(), calibration.required("offset").asDouble());
  }

  /// @param score 0 to 1
  /// @return 0 to 1
  double of(double score) {
    double inside = Math.clamp(score, EDGE, 1 - EDGE);
    double odds = slope * Math.log(inside / (1 - inside)) + offset;
    return 1 / (1 + Math.exp(-odds));
  }
}
