package whence.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The program `whence`, run as a user runs it.
///
/// @param script that starts it
/// @param folder for what it prints
record Program(Path script, Path folder) {
  /// The exit status when something was left unread.
  static final int SOMETHING_UNREAD = 1;

  Launch run(String... arguments) {
    return run(Map.of(), arguments);
  }

  Launch run(Map<String, String> environment, String... arguments) {
    List<String> command = new ArrayList<>(List.of(script.toString()));
    command.addAll(List.of(arguments));
    return Launch.run(command, folder.resolve("printed-" + arguments[0] + ".log"), environment);
  }
}
