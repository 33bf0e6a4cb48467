package whence.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import whence.language.BgeEmbedder;
import whence.language.ModelTagger;
import whence.read.Reader;

/// Fits the model that ships to all shared pairs and writes it beside the bench, to be put among
/// core's resources (`whence/weigh/same-claim.txt`).
final class ClaimsModelMeasure implements Measure {
  @Override
  public String name() {
    return "claims-model";
  }

  @Override
  public String says() {
    return "fits the model of what says the same to all shared pairs: bench/target/same-claim.txt";
  }

  @Override
  public boolean onRequest() {
    return true;
  }

  @Override
  public void take(Setting setting, Sheet sheet) throws Exception {
    if (setting.shared("claims/ecbplus-val.tar.gz").isEmpty() || !setting.hasModel()) {
      sheet.note("not fitted: no shared claims, or no model");
      return;
    }
    try (ModelTagger tagger = setting.tagger(1);
        BgeEmbedder embedder = new BgeEmbedder()) {
      ClaimTexts texts = new ClaimTexts(new Reader(tagger), embedder);
      Path file = setting.gold().resolveSibling("target").resolve("same-claim.txt");
      Files.writeString(file, ClaimsTraining.fit(ClaimsTraining.rows(setting, texts)).write());
      sheet.note("written: bench/target/same-claim.txt");
    }
  }
}
