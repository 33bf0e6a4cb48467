package whence.app.print;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where a person reads: UTF-8 text wrapped to a width, with colour where the far end is a
/// terminal. Everything printed goes through [Harmless]; colours are added after it.
public final class Terminal implements Closeable {
  public enum Style {
    BOLD("1"),
    FAINT("2"),
    RED("31"),
    GREEN("32"),
    YELLOW("33"),
    BLUE("34"),
    MAGENTA("35"),
    CYAN("36"),
    MARKED("7");

    private final String code;

    Style(String code) {
      this.code = code;
    }
  }

  /// A run of text in one style, or in none.
  public record Run(String text, List<Style> styles) {
    public static Run plain(String text) {
      return new Run(text, List.of());
    }

    public static Run of(String text, Style... styles) {
      return new Run(text, List.of(styles));
    }
  }

  private static final int NARROWEST = 40;
  private static final int WIDEST = 100;
  private static final int USUAL = 80;

  private final Writer out;
  private final int width;
  private final boolean colour;

  public Terminal(OutputStream out, int width, boolean colour) {
    this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    this.width = width;
    this.colour = colour;
  }

  /// @param isTerminal whether a person is looking; without one there is no colour and no wrapping
  ///   to a window
  public static Terminal on(OutputStream out, boolean isTerminal, Map<String, String> environment) {
    return new Terminal(
        out,
        isTerminal ? width(environment.get("COLUMNS")) : USUAL,
        isTerminal
            && environment.getOrDefault("NO_COLOR", "").isEmpty()
            && !"dumb".equals(environment.get("TERM")));
  }

  private static int width(@Nullable String columns) {
    try {
      return columns == null || columns.isBlank()
          ? USUAL
          : Math.clamp(Integer.parseInt(columns.strip()), NARROWEST, WIDEST);
    } catch (NumberFormatException e) {
      return USUAL;
    }
  }

  public int width() {
    return width;
  }

  /// Paints `text`, made harmless, on one line.
  public String paint(String text, Style... styles) {
    return paint(Harmless.line(text), List.of(styles));
  }

  private String paint(String harmless, List<Style> styles) {
    if (!colour || styles.isEmpty() || harmless.isEmpty()) {
      return harmless;
    }
    String codes = String.join(";", styles.stream().map(style -> style.code).toList());
    return "\u001b[" + codes + "m" + harmless + "\u001b[0m";
  }

  /// A line as it is, not wrapped.
  public Terminal line(Run... runs) {
    StringBuilder line = new StringBuilder();
    for (Run run : runs) {
      line.append(paint(Harmless.line(run.text()), run.styles()));
    }
    return write(line.append('\n').toString());
  }

  public Terminal line(String text) {
    return line(Run.plain(text));
  }

  public Terminal blank() {
    return write("\n");
  }

  public Terminal heading(String text) {
    return line(Run.of(text, Style.BOLD));
  }

  /// A paragraph wrapped to the width, its first line behind `first`, the others behind `rest`.
  public Terminal paragraph(String first, String rest, Run... runs) {
    List<Word> words = new ArrayList<>();
    boolean glued = false;
    for (Run run : runs) {
      String text = Harmless.line(run.text());
      int at = 0;
      while (at < text.length()) {
        int space = at;
        while (space < text.length() && text.charAt(space) != ' ') {
          space++;
        }
        if (space > at) {
          words.add(new Word(text.substring(at, space), run.styles(), glued));
        }
        glued = space == text.length();
        while (space < text.length() && text.charAt(space) == ' ') {
          space++;
        }
        at = space;
      }
    }
    StringBuilder lines = new StringBuilder(first);
    int column = first.length();
    boolean fresh = true;
    for (int i = 0; i < words.size(); i++) {
      Word word = words.get(i);
      int together = word.text.length();
      for (int j = i + 1; j < words.size() && words.get(j).glued; j++) {
        together += words.get(j).text.length();
      }
      if (!fresh && !word.glued) {
        if (column + 1 + together > width) {
          lines.append('\n').append(rest);
          column = rest.length();
        } else {
          lines.append(' ');
          column++;
        }
      }
      lines.append(paint(word.text, word.styles));
      column += word.text.length();
      fresh = false;
    }
    return write(lines.append('\n').toString());
  }

  public Terminal paragraph(String text) {
    return paragraph("", "", Run.plain(text));
  }

  /// A text with its own line breaks, each line as it is.
  public Terminal block(String text) {
    return write(Harmless.block(text));
  }

  private record Word(String text, List<Style> styles, boolean glued) {}

  private Terminal write(String text) {
    try {
      out.write(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  public void flush() {
    try {
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    flush();
  }
}
