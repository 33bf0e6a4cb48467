package whence.ask;

import java.util.List;
import java.util.Set;

/// Words around tellings.
final class TellingWords {
  /// Tells somebody directly: "informed her that …".
  static final Set<String> TOLD =
      words("told informed briefed warned notified advised alerted assured");

  static final Set<String> TELL = words("tell inform brief warn notify advise alert assure");

  static final Set<String> TELLING =
      words("telling informing briefing warning notifying advising alerting");

  /// Tells *to* somebody: "reported to her that …".
  static final Set<String> TOLD_TO =
      words("reported wrote written mentioned explained said raised disclosed");

  static final Set<String> TELL_TO = words("report write mention explain say raise disclose");

  /// A paper goes to somebody, and nothing is said of its coming.
  static final Set<String> SENT =
      words(
          "sent forwarded emailed e-mailed mailed faxed posted copied submitted delivered"
              + " addressed circulated");

  /// A paper goes from hand to hand.
  static final Set<String> HANDED = words("passed handed given gave shown showed");

  static final Set<String> SEND = words("send forward email e-mail copy submit deliver circulate");

  static final Set<String> HAND = Set.of("pass", "hand", "give", "show");

  static final Set<String> CAME = Set.of("reached", "reach");

  static final Set<String> SAW = Set.of("seen", "saw", "see", "read", "seeing", "reading");
  static final Set<String> GOT =
      Set.of("received", "receive", "got", "get", "receiving", "getting");
  static final Set<String> GRASPED = Set.of("understood", "understand");

  /// Verbs in the form that stands behind "did".
  static final Set<String> BASE =
      words(
          "tell inform brief warn notify advise alert assure report write mention explain"
              + " say raise disclose send forward email e-mail copy submit deliver circulate"
              + " pass hand give show reach see receive get understand");

  /// "I recall seeing it", "after telling her".
  static final Set<String> GERUNDS =
      words(
          "telling informing briefing warning notifying advising alerting seeing reading receiving getting");

  static final Set<String> PAPERS =
      words(
          "note notes memo memorandum memoranda letter letters report reports copy copies"
              + " paper papers email emails e-mail e-mails mail message messages document"
              + " documents briefing briefings estimate minutes minute submission summary draft"
              + " telegram cable dispatch fax assessment notice file dossier memos bulletin"
              + " advice invoice statement page");

  static final Set<String> BE =
      words("was were been being is are am be wasn't weren't isn't aren't got");

  static final Set<String> HAVE = words("has have had having hasn't haven't hadn't");
  static final Set<String> DO = words("did didn't does doesn't do don't");
  static final Set<String> MODAL =
      words(
          "would could should may might must can will shall ought wouldn't couldn't"
              + " shouldn't won't can't cannot mustn't");

  /// With "have" they say what ought to have been, or was not.
  static final Set<String> UNREAL =
      words("should could ought shouldn't couldn't can will shall won't");

  static final Set<String> NOT =
      words(
          "not never nor neither hardly wasn't weren't isn't aren't hasn't haven't hadn't"
              + " didn't doesn't don't wouldn't mustn't");

  static final Set<String> ADVERBS =
      words(
          "not never nor neither hardly also already then since ever recently first again"
              + " just only previously subsequently later specifically personally directly"
              + " himself herself themselves myself yourself always repeatedly simply actually"
              + " all both either even fully formally verbally orally merely perhaps probably possibly presumably apparently allegedly"
              + " certainly clearly expressly effectively initially eventually at any point time"
              + " so have been once regularly promptly immediately privately");

  static final Set<String> NOBODY = Set.of("nobody", "no-one", "none", "noone");

  static final Set<String> ANYBODY =
      words(
          "number lot anybody anyone somebody someone everybody everyone people others who whom"
              + " which that those one it this these");

  static final Set<String> PRONOUNS =
      words(
          "i we you he she they me us him her them it nobody anybody anyone somebody"
              + " someone everybody everyone myself this that who whom which these those none");

  static final Set<String> DETERMINERS =
      words(
          "the a an my his her their our your this that these those some any no each"
              + " every both several two three four many its another");

  /// A noun phrase ends before these.
  static final Set<String> ENDS =
      words(
          "that about to how whether what why if when where who whom which in at on by"
              + " with as before after during until was were is are had has have did would could"
              + " should may might will and or but because so then not never under against"
              + " through from there while than into over yesterday he she they we i you it"
              + " since also via outside inside near earlier later last this concerning regarding please upon right already back today again");

  /// What is told opens with these.
  static final Set<String> OPENERS = words("that of about on to how whether what why where");

  /// Somebody tells these, and nobody is told.
  static final Set<String> NO_HEARER =
      words(
          "story stories truth lie lies tale difference time joke jokes decision decisions"
              + " policy approach view choice thinking opinion judgement judgment process work"
              + " question questions evidence attention mind light knowledge notice conclusion"
              + " conclusions court end head life power system systems software process incident"
              + " incidents error errors event events matter matters fact facts issue issues problem problems"
              + " case cases fault faults figure figures loss losses shortfall shortfalls need risk risks cost"
              + " costs bug bugs result results possibility challenge challenges");

  /// Nouns in -ity, -tion and the like that can be told: the rest of them cannot.
  private static final Set<String> BODIES =
      words(
          "authority community university city majority minority charity security entity municipality"
              + " faculty committee witness business governess administration delegation organisation organization"
              + " association federation corporation institution foundation congregation nation population opposition"
              + " coalition prosecution constabulary section station inspection commission division mission meeting"
              + " hearing king gathering audience conference intelligence defence alliance ambulance insurance"
              + " legislation legion union");

  private static final List<String> ABSTRACT =
      List.of("ity", "ness", "ism", "sion", "tion", "ing", "ence", "ance");

  /// "in relation to" says nothing to anybody.
  static final Set<String> BEFORE_TO =
      words(
          "relation regard respect reference according due prior subject similar relating related regards"
              + " pertaining attached challenge challenges risk risks threat threats change changes damage"
              + " access approach response responses references amendment amendments attitude answer answers"
              + " solution solutions contribution update updates link links exception objection objections"
              + " introduction background commitment right rights alternative alternatives order");

  static final Set<String> MONTHS =
      words(
          "january february march april may june july august september october november december");

  private TellingWords() {}

  /// Whether a noun may be somebody who is told: no thing, and nothing abstract.
  static boolean hears(String head) {
    String one =
        head.endsWith("s") && !head.endsWith("ss") ? head.substring(0, head.length() - 1) : head;
    one = one.endsWith("ie") ? one.substring(0, one.length() - 2) + "y" : one;
    String noun = one;
    return !NO_HEARER.contains(head)
        && (BODIES.contains(one) || ABSTRACT.stream().noneMatch(noun::endsWith));
  }

  static Set<String> words(String all) {
    return Set.copyOf(List.of(all.split(" ")));
  }
}
