package whence.ask;

import java.util.regex.Pattern;

/// The words in which texts tell that somebody was asked for comment, and what came of it. All run
/// over one folded sentence, and none looks further than a few words.
final class ReplyWords {
  private static final String NOT = "(?:did|does|do|has|have|had)(?: not|n't)";
  private static final String SOON = "(?: yet| immediately| ever| so far| either| publicly| also)?";
  private static final String ASKING =
      "(?:(?:\\w+-?\\w*|[,']) ?){0,6}?\\b(?:comments?|requests?|questions?|inquiry|inquiries|enquiry|enquiries|letters?"
          + "|(?:phone |telephone )?calls?|(?:voice ?)?messages?|e-?mails?|invitations?|summons|subpoena"
          + "|either|any of them|interview)\\b";

  /// Nobody answered.
  static final Pattern SILENT =
      Pattern.compile(
          "(?i)\\b(?:"
              + NOT
              + SOON
              + " (?:respond(?:ed)?|repl(?:y|ied)|answer(?:ed)?|return(?:ed)?|reacted?)(?: to)?(?: in time for)? "
              + ASKING
              + "|(?:could not|couldn't|cannot|can't) (?:immediately |yet )?be (?:immediately )?(?:reached|contacted)"
              + "|(?:was|were|is|are)(?: not|n't)(?: immediately)? (?:available|reachable)(?: for comment)"
              + "|(?:was|were) unavailable (?:for comment|to comment)"
              + "|(?:was|were)(?: not|n't)(?: immediately)? (?:returned|answered)|went unanswered"
              + "|(?:attempts?|efforts?|calls?|messages?|e-?mails?)\\b[^.;]{0,80}? (?:was|were|proved) unsuccessful"
              + "|(?:have|has|had) (?:had|received) no (?:answer|reply|response)|(?:no|without an?y?) (?:answer|reply|response)"
              + " (?:had|has|was|came|from)\\b)");

  /// Somebody would not answer.
  static final Pattern DECLINED =
      Pattern.compile(
          "(?i)\\b(?:(?:repeatedly |also |again )?(?:declin(?:ed|es|ing)|refus(?:ed|es|ing)) (?:to (?:immediately )?(?:comment|answer|discuss"
              + "|say|be (?:interviewed|drawn|quoted)|respond|elaborate|talk|speak|give (?:an interview|details|evidence)|provide (?:details"
              + "|a comment)|confirm|disclose|identify|specify|explain)|(?:further |any )?comment|(?:an?|the|our|repeated|several|multiple|all|interview)"
              + " (?:(?:\\w+ ){0,2})?requests?|(?:an |our )?interview)\\b|(?:would not|wouldn't|will not|won't) (?:say|comment|discuss|be drawn"
              + "|elaborate|answer questions)\\b|(?:does|do|did)(?: not|n't) (?:discuss|comment)\\b|(?:had|offered|made|has) no (?:immediate |further )?comment\\b)");

  /// What says in plain words that somebody would not answer, or did not.
  static final Pattern PLAIN =
      Pattern.compile(
          "(?i)\\b(?:declin\\w+ to (?:comment|answer|say|discuss|go into|give|be|speak|elaborate|name|specify|identify|provide|release|respond|confirm|talk)"
              + "|declin\\w+ (?:an?|the|our|all|any|further|interview|requests?|repeated) ?(?:\\w+ ){0,2}(?:comment|requests?|interviews?)?"
              + "|refus\\w+ to (?:comment|answer|say|discuss|give|be|speak|elaborate|name|specify|identify|provide|respond|confirm|talk)"
              + "|no comment|(?:not|\\w{2,6}n't) (?:\\w+ly )?(?:respond|repl(?:y|ied)|answer|return|comment|be reached)"
              + "|(?:would not|wouldn't|will not|won't) (?:say|comment|discuss|answer|confirm|elaborate|be drawn)|unanswered|without (?:comment|reply))");

  /// An answer is yet to come.
  static final Pattern PENDING =
      Pattern.compile(
          "(?i)(?:\\b(?:would|will) (?:respond|reply|answer|comment)\\W{1,4}(?:\\w+ ){0,5}?(?:in due course|later|soon|shortly"
              + "|next week|next month|once|when|tomorrow|by)\\b"
              + "|\\b(?:is|are|was|were) (?:still )?(?:considering|reviewing|studying) (?:his|her|its|their|the|our) (?:(?:\\w+) )?(?:position"
              + "|response|reply|questions|letter|request|invitation)\\b|\\bpreparing (?:a|an|its|his|her|their) (?:(?:\\w+) )?(?:response|reply|answer)\\b)");

  /// What follows was asked for.
  static final Pattern ANSWERED =
      Pattern.compile(
          "(?i)\\b(?:in (?:an? )?(?:written |e-?mailed |brief |short )?(?:reply|response|answer)|(?:responding|replying|responded|replied)) to"
              + " (?:an? |the |our |some |his |her |written |e-?mailed |these )*(?:(?:\\w+'s?|\\w+) ){0,2}?(?:questions?|requests?|inquiry|inquiries|enquiry"
              + "|enquiries|e-?mails?|letter)\\b(?! (?:by|from) (?:the )?(?:members|senators|lawmakers|counsel|judge))");

  /// A sentence that begins with what somebody was asked.
  static final Pattern WHEN_ASKED =
      Pattern.compile(
          "^\\W{0,3}(?:When |When he was |When she was |Later )?(?:[Aa]sked|[Pp]ressed|[Qq]uestioned)(?<when> (?:on|last|this) \\w+| yesterday)?"
              + "(?: by (?<by>the \\p{Lu}[\\w'-]*(?: \\p{Lu}[\\w'-]*){0,3}|a reporter|reporters|journalists))?"
              + "(?: for comment)? (?<about>(?:about|whether|if|why|how|who|what|when|where|on)\\b[^.;!?]{3,300}?), (?=(?:\\p{Lu}|he |she |they |the |a )[^,]{0,80}?\\b(?:said|says|told|repli|respond|answer|declin|refus|would|did|call|insist|den|acknowledg|conced|argu|not|described|point|repeat|had|could|added|shrug|admit|stress|suggest))");

  /// Many were asked at once.
  static final Pattern QUESTIONS_TO =
      Pattern.compile(
          "(?i)\\b(?:(?:questions|letters|requests for comment) (?:have |had |were |have also |were also |had also )(?:also )?(?:been )?(?:gone|sent|put|submitted)"
              + "|(?:sent|put|submitted) (?:the same |written |detailed |similar )?(?:questions|requests for comment)) to (?<names>[^.;:?!]{3,300})");

  /// The writer of a mail or letter asks its reader.
  static final Pattern ASKS_YOU =
      Pattern.compile(
          "(?i)\\b(?:(?:would|could|will|can) you (?:please |kindly )?(?:answer (?:these|the following|my|our) questions?|(?:comment|respond) (?:on|to))"
              + "|please (?:answer (?:these|the following|my|our) questions?|(?:comment|respond) (?:on|to|by))"
              + "|(?:I|we) (?:again |now )?(?:ask|asked|invite|request) you (?:once more |again |now )?to (?<about>(?:correct|withdraw|retract|comment|respond|explain|give evidence)\\b[^.;!?]{0,200})"
              + "|(?:seek|seeking|welcome|request|invite) your (?:comments?|response|side)|(?:report|include|hear) your (?:side|response))");

  /// Somebody was asked to speak before an inquiry, or to comment.
  static final Pattern INVITED =
      Pattern.compile(
          "(?i)\\b(?:(?:have|has|had|was|were|been) )(?:also )?(?:been )?(?:invited|asked|summoned) to (?<about>(?:give evidence|testify|comment|respond to|appear before)\\b[^.;!?]{0,200})");

  /// Somebody wrote, and the next sentence tells what came of it.
  static final Pattern WROTE =
      Pattern.compile(
          "(?<by>(?:[Tt]he )?(?:\\p{L}[\\w'-]*)(?: \\p{Lu}[\\w'-]*){0,4}) (?:has |had |have )?(?:again )?(?:wrote|written|sent (?:a letter|questions|written questions|an e-?mail)|put (?:written )?questions) to"
              + " (?<to>(?:the |(?:Mr|Mrs|Ms|Dr|Sir|Dame|Lord|Lady)\\.? )?[\\p{L}][\\w'.-]*(?: \\p{Lu}[\\w'.-]*){0,4})");

  /// One look that spares most sentences the rest.
  static final Pattern ANY =
      Pattern.compile(
          "(?i)declin|refus|comment|respon|repl[iy]|answer|not return|n't return|not say|n't say|discuss|be drawn|unanswered|unsuccessful|reached|reachable|be contacted|available|\\basked\\b|pressed|questioned|questions|considering (?:his|her|its|their)|(?:ask|invite|request) you|your (?:side|comment|response)|give evidence|testify|appear before|elaborate");

  private ReplyWords() {}
}
