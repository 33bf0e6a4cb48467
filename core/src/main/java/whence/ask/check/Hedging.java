package whence.ask.check;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import whence.model.Span;

/// How surely a sentence tells what it tells.
///
/// @param likelihood words of estimative language, in small letters
/// @param hedged whether anything leaves it open: *may*, *one source*, *alleged*
/// @param refuses whether somebody denies, declines or is silent
/// @param denies whether somebody says that it is not so
/// @param insists words that make it surer than saying does
record Hedging(
    Set<String> likelihood, boolean hedged, boolean refuses, boolean denies, Set<String> insists) {
  private static final Pattern LIKELIHOOD =
      Pattern.compile(
          "(?i)\\b(?:almost no chance|remote(?: chance)?|(?:very |highly )?(?:un)?likely"
              + "|(?:very |highly )?(?:im)?probabl[ey]|roughly even (?:chance|odds)"
              + "|realistic possibility|(?:almost|nearly) certain(?:ly)?|more likely than not"
              + "|certainly|possibly|(?:high|moderate|low) confidence)\\b(?! (?:desk|link|control|work))");

  private static final Pattern HEDGED =
      Pattern.compile(
          "(?i)\\b(?:(?-i:may)|might|could|perhaps|possibly|apparently|seem(?:s|ed|ingly)?|appear(?:s|ed)?"
              + "|alleg\\w+|reportedly|suggest\\w*|rumou?r\\w*|claim(?:s|ed)?|believ\\w+|suspect\\w*"
              + "|one source|single source|uncorroborated|unconfirmed|not (?:been )?(?:able to )?"
              + "(?:corroborated?|confirm(?:ed)?|verif(?:y|ied))|low confidence|not known"
              + "|do(?:es)? not know|did not know|if|whether|expect\\w*|hope[sd]?|in (?:my|our|his|her|their) (?:own )?"
              + "(?:view|judge?ment|opinion))\\b");

  private static final Pattern REFUSES =
      Pattern.compile(
          "(?i)\\b(?:den(?:y|ies|ied)|declin\\w+|refus\\w+|would(?: not|n[’']t) (?:say|comment|discuss)"
              + "|dismiss\\w*|reject\\w*|did(?: not|n[’']t) (?:respond|return|reply|answer)"
              + "|has not (?:answered|replied|responded)|no comment|could not be reached)\\b");

  private static final Pattern DENIES =
      Pattern.compile("(?i)\\b(?:den(?:y|ies|ied|ial)|dismiss\\w*|reject\\w*|untrue|false)\\b");

  private static final Pattern NEGATED =
      Pattern.compile(
          "(?i)\\b(?:not|no|never|nobody|none|neither|nor|nothing|without)\\b|n[’']t\\b");

  /// What says that something is not so without a *not*.
  private static final Pattern CONTRARY =
      Pattern.compile(
          "(?i)\\b(?:fail\\w*|lack\\w*|un(?:able|willing|likely|clear|true|known|aware|sure|related)|false|hardly|barely|scarcely"
              + "|few|little|only|cannot|avoid\\w*|prevent\\w*|stop\\w*|absent|absence|missing|rather than|instead|doubt\\w*)\\b");

  private static final Pattern MARKED =
      Pattern.compile("“[^”]{0,2000}+”?|\"[^\"]{0,2000}+\"?|''(?:[^']|'(?!')){0,2000}+''");

  private static final Pattern INSISTS =
      Pattern.compile(
          "(?i)\\b(?:confirm\\w*|establish\\w*|prov(?:e[sdn]?|ing|en)|admit\\w*|admission|conce[ds]\\w+"
              + "|reveal\\w*|undoubtedly|certainly|in fact|it is clear|beyond doubt|ordered"
              + "|acknowledg\\w*|confess\\w*)\\b");

  static Hedging of(String sentence) {
    return new Hedging(
        all(LIKELIHOOD, sentence),
        HEDGED.matcher(sentence).find(),
        REFUSES.matcher(sentence).find(),
        DENIES.matcher(sentence).find(),
        all(INSISTS, sentence));
  }

  /// Where something is not so. *Not been able to corroborate* leaves a thing open and negates
  /// nothing.
  static List<Span> negations(String sentence) {
    StringBuilder rest = new StringBuilder(sentence);
    Matcher hedges = HEDGED.matcher(sentence);
    while (hedges.find()) {
      for (int i = hedges.start(); i < hedges.end(); i++) {
        rest.setCharAt(i, ' ');
      }
    }
    List<Span> negations = new ArrayList<>();
    Matcher found = NEGATED.matcher(rest);
    while (found.find()) {
      negations.add(new Span(found.start(), found.end()));
    }
    return negations;
  }

  /// Whether anything in it negates, denies or fails.
  static boolean isContrary(String sentence) {
    return NEGATED.matcher(sentence).find()
        || REFUSES.matcher(sentence).find()
        || DENIES.matcher(sentence).find()
        || CONTRARY.matcher(sentence).find();
  }

  /// The sentence with blanks for what stands in quotation marks.
  static String outsideMarks(String sentence) {
    StringBuilder rest = new StringBuilder(sentence);
    Matcher marked = MARKED.matcher(sentence);
    while (marked.find()) {
      for (int i = marked.start(); i < marked.end(); i++) {
        rest.setCharAt(i, ' ');
      }
    }
    return rest.toString();
  }

  boolean isOpen() {
    return hedged || refuses || !likelihood.isEmpty();
  }

  private static Set<String> all(Pattern pattern, String sentence) {
    Set<String> found = new LinkedHashSet<>();
    Matcher matcher = pattern.matcher(sentence);
    while (matcher.find()) {
      found.add(matcher.group().toLowerCase(Locale.ROOT));
    }
    return found;
  }
}
