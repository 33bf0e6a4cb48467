package whence.weigh;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import whence.model.Claim;
import whence.model.WhenceException;

/// The rules by which a claim gets its Admiralty credibility: a text that a person can read and a
/// case can replace. The first rule that fits decides; `docs/grades.md` gives the reasons. A grade
/// speaks of the claim alone, never of how reliable a source is.
public final class GradeRules {
  /// What rules of a case's own are called in it.
  public static final String FILE = "grades.txt";

  private static final Pattern COMPARISON =
      Pattern.compile(
          "(for at most|for|against)\\s*(<=|>=|=|<|>)\\s*(for at most|for|against|\\d{1,6})");
  private static final int LONGEST_WHY = 500;

  private static final GradeRules USUAL = parse("the usual " + FILE, resource());

  private record Rule(int credibility, Predicate<Grades.Standing> fits, String why) {}

  private final String text;
  private final List<Rule> rules;

  private GradeRules(String text, List<Rule> rules) {
    this.text = text;
    this.rules = rules;
  }

  /// Those that come with the program.
  public static GradeRules usual() {
    return USUAL;
  }

  /// A case's own rules, else the usual ones. An empty file has none: so the usual ones can be
  /// printed into the very file that is to hold them.
  ///
  /// @throws WhenceException naming the line that is no rule, and what one looks like
  public static GradeRules of(Optional<String> own) {
    return own.filter(text -> !text.isBlank())
        .map(text -> parse(FILE + " in the case's folder", text))
        .orElse(USUAL);
  }

  /// @param file named in errors
  /// @throws WhenceException naming the line that is no rule, and what one looks like
  public static GradeRules parse(String file, String text) {
    List<Rule> rules = new ArrayList<>();
    boolean closed = false;
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (i == 0 && line.startsWith("\uFEFF")) {
        line = line.substring(1).strip();
      }
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      String where = file + ", line " + (i + 1) + ": ";
      if (closed) {
        throw new WhenceException(
            where + "no claim gets here, because the rule before it is for all others; move it up");
      }
      String[] parts = line.split("\\|", -1);
      if (parts.length != 3 || parts[2].isBlank() || parts[2].length() > LONGEST_WHY) {
        throw new WhenceException(
            where
                + "write a rule as “grade | when | why”, such as “3 | backed | Its text tells of"
                + " more behind it.”; the why has "
                + LONGEST_WHY
                + " characters at most");
      }
      String grade = parts[0].strip();
      if (!grade.matches("[1-6]")) {
        throw new WhenceException(
            where + "“" + grade + "” is no grade; the Admiralty scale runs from 1 to 6");
      }
      String when = parts[1].strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
      closed = when.equals("otherwise");
      rules.add(
          new Rule(
              Integer.parseInt(grade), closed ? _ -> true : all(where, when), parts[2].strip()));
    }
    if (!closed) {
      throw new WhenceException(
          file
              + ", line "
              + Math.max(1, lines.size())
              + ": the last rule must be for all other claims; add a line such as"
              + " “6 | otherwise | Nothing on the record to judge it by.”");
    }
    return new GradeRules(text, List.copyOf(rules));
  }

  private static Predicate<Grades.Standing> all(String where, String when) {
    Predicate<Grades.Standing> all = _ -> true;
    for (String condition : when.split(",", -1)) {
      Predicate<Grades.Standing> one = condition(condition.strip());
      if (one == null) {
        throw new WhenceException(
            where
                + "“"
                + condition.strip()
                + "” is no condition; write backed, not backed, uncorroborated, not uncorroborated,"
                + " otherwise, or a comparison of for, for at most and against, such as “for >= 2”");
      }
      all = all.and(one);
    }
    return all;
  }

  private static @Nullable Predicate<Grades.Standing> condition(String words) {
    if (words.startsWith("not ")) {
      String rest = words.substring(4);
      Predicate<Grades.Standing> word = word(rest);
      return word == null ? null : word.negate();
    }
    Predicate<Grades.Standing> word = word(words);
    if (word != null) {
      return word;
    }
    Matcher comparison = COMPARISON.matcher(words);
    if (!comparison.matches()) {
      return null;
    }
    ToIntFunction<Grades.Standing> left = figure(comparison.group(1));
    ToIntFunction<Grades.Standing> right = figure(comparison.group(3));
    return switch (comparison.group(2)) {
      case "=" -> s -> left.applyAsInt(s) == right.applyAsInt(s);
      case "<" -> s -> left.applyAsInt(s) < right.applyAsInt(s);
      case ">" -> s -> left.applyAsInt(s) > right.applyAsInt(s);
      case "<=" -> s -> left.applyAsInt(s) <= right.applyAsInt(s);
      default -> s -> left.applyAsInt(s) >= right.applyAsInt(s);
    };
  }

  private static @Nullable Predicate<Grades.Standing> word(String word) {
    return switch (word) {
      case "backed" -> Grades.Standing::backed;
      case "uncorroborated" -> Grades.Standing::uncorroborated;
      default -> null;
    };
  }

  private static ToIntFunction<Grades.Standing> figure(String words) {
    return switch (words) {
      case "for" -> Grades.Standing::atLeast;
      case "for at most" -> Grades.Standing::atMost;
      case "against" -> Grades.Standing::against;
      default -> {
        int number = Integer.parseInt(words);
        yield _ -> number;
      }
    };
  }

  /// The rules as they were written.
  public String text() {
    return text;
  }

  Claim.Grade grade(Grades.Standing standing) {
    for (Rule rule : rules) {
      boolean confirmed = rule.credibility() > 1 || standing.atLeast() > 1;
      if (confirmed && rule.fits().test(standing)) {
        return new Claim.Grade(rule.credibility(), rule.why());
      }
    }
    return new Claim.Grade(
        6, "No rule fits: grade 1 needs a second, independent origin, and there is none.");
  }

  private static String resource() {
    try (InputStream in = GradeRules.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException("the program is incomplete: no resource " + FILE);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
