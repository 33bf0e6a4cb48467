package whence.store.local;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import whence.model.WhenceException;
import whence.weigh.GradeRules;

/// `grades.txt`: the rules that people gave a case to grade its claims by.
final class GradeFile {
  /// In bytes; the usual rules have two thousand.
  private static final long LARGEST = 65_536;

  private GradeFile() {}

  /// @throws WhenceException if it cannot be read as a text, or is too large
  static Optional<String> read(Path folder) {
    Path file = folder.resolve(GradeRules.FILE);
    try {
      if (!Files.exists(file)) {
        return Optional.empty();
      }
      if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
        throw new WhenceException(
            file
                + ": rules for grades are a text file of at most "
                + LARGEST
                + " bytes; mend it, or take it away for the usual rules");
      }
      return Optional.of(Files.readString(file));
    } catch (CharacterCodingException e) {
      throw new WhenceException(file + ": it is no UTF-8 text; save it as UTF-8", e);
    } catch (IOException e) {
      throw Faults.of(file, e);
    }
  }
}
