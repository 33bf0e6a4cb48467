package whence.ask;

import java.util.regex.Pattern;

/// Patterns of paths: `*` is any part of a name, `**` any part of a path, `?` one character.
final class PathPattern {
  private PathPattern() {}

  static boolean matches(String pattern, String path) {
    StringBuilder regex = new StringBuilder();
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (c == '*' && i + 1 < pattern.length() && pattern.charAt(i + 1) == '*') {
        boolean folders = i + 2 < pattern.length() && pattern.charAt(i + 2) == '/';
        regex.append(folders ? "(?:.*/)?" : ".*");
        i += folders ? 2 : 1;
      } else if (c == '*') {
        regex.append("[^/]*");
      } else if (c == '?') {
        regex.append("[^/]");
      } else {
        regex.append(Pattern.quote(String.valueOf(c)));
      }
    }
    return Pattern.compile(regex.toString(), Pattern.DOTALL).matcher(path).matches();
  }
}
