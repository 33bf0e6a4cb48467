package whence.ask;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import whence.names.NameKind;
import whence.names.SameName;

/// Whether a name or an office in the record is one person's.
///
/// A surname alone is theirs where nobody else on record bears it; an office is theirs where the
/// inquiry gives it to them, and to nobody else, at that time.
final class Persons {
  private static final Set<String> TITLES =
      TellingWords.words("mr mrs ms miss dr prof professor sir dame lord lady the");

  private final Inquiry inquiry;
  private final Inquiry.Person person;
  private final Set<String> known = new HashSet<>();

  /// @param asked a name
  /// @param names all that are on record
  Persons(Inquiry inquiry, String asked, Collection<String> names) {
    this.inquiry = inquiry;
    Inquiry.Person found = null;
    for (Inquiry.Person each : inquiry.people()) {
      if (plain(each.name()).equals(plain(asked))
          || each.also().stream().anyMatch(also -> plain(also).equals(plain(asked)))) {
        found = each;
        break;
      }
    }
    this.person = found == null ? new Inquiry.Person(asked.strip(), List.of(), List.of()) : found;
    names.forEach(name -> known.add(plain(name)));
    for (Inquiry.Person each : inquiry.people()) {
      known.add(plain(each.name()));
    }
  }

  String name() {
    return person.name();
  }

  /// @param when ISO 8601, null where not known
  boolean is(String name, @Nullable String when) {
    String plain = plain(name);
    if (plain.isEmpty()) {
      return false;
    }
    List<String> own = new ArrayList<>(List.of(plain(person.name())));
    person.also().forEach(also -> own.add(plain(also)));
    if (own.contains(plain)) {
      return true;
    }
    for (String each : own) {
      if (isOne(plain, each)) {
        return true;
      }
    }
    return holds(plain, when);
  }

  private boolean isOne(String plain, String own) {
    boolean single = plain.indexOf(' ') < 0;
    boolean ownSingle = own.indexOf(' ') < 0;
    if (single != ownSingle) {
      String one = single ? plain : own;
      String whole = single ? own : plain;
      return whole.endsWith(" " + one) && !Subjects.isOffice(one) && isAlone(one, whole);
    }
    return !single && lastWord(plain).equals(lastWord(own)) && agree(plain, own);
  }

  /// Whether given names agree: equal, or one the other's initial.
  private static boolean agree(String one, String other) {
    String a = one.substring(0, one.indexOf(' '));
    String b = other.substring(0, other.indexOf(' '));
    return a.equals(b)
        || ((a.length() == 1 || b.length() == 1) && a.charAt(0) == b.charAt(0))
        || SameName.isOneSpelledOtherwise(one, other)
        || (a.length() > 1
            && b.length() > 1
            && a.charAt(0) == b.charAt(0)
            && SameName.of(one, other, NameKind.PERSON).score() > 0.9);
  }

  /// Whether nobody else on record bears a surname.
  private boolean isAlone(String surname, String whole) {
    for (String name : known) {
      if (name.endsWith(" " + surname) && !name.equals(whole) && !agree(name, whole)) {
        return false;
      }
    }
    return true;
  }

  /// Whether somebody holds an office, and they do.
  private boolean holds(String office, @Nullable String when) {
    int holders = 0;
    boolean theirs = false;
    for (Inquiry.Person each : inquiry.people()) {
      boolean held =
          each.roles().stream()
              .anyMatch(role -> isOffice(office, plain(role.role())) && isAt(role, when));
      holders += held ? 1 : 0;
      theirs = theirs || (held && each.name().equals(person.name()));
    }
    return theirs && holders == 1;
  }

  /// "minister" is said for "minister for waterways".
  private static boolean isOffice(String said, String role) {
    return role.equals(said) || role.startsWith(said + " for ") || role.startsWith(said + " of ");
  }

  private static boolean isAt(Inquiry.Role role, @Nullable String when) {
    return when == null
        || ((role.from() == null
                || Dates.compareEnds(role.from(), when) <= 0
                || when.startsWith(role.from()))
            && (role.to() == null
                || when.startsWith(role.to())
                || Dates.compareStarts(when, role.to()) <= 0));
  }

  private static String lastWord(String plain) {
    return plain.substring(plain.lastIndexOf(' ') + 1);
  }

  /// Lower case, without titles and signs.
  static String plain(String name) {
    List<String> words = new ArrayList<>();
    for (Word word : Word.of(name, 0)) {
      for (String part : word.norm().split("\\.")) {
        if (word.isWord() && !part.isEmpty()) {
          words.add(part.endsWith("'s") ? part.substring(0, part.length() - 2) : part);
        }
      }
    }
    while (words.size() > 1 && TITLES.contains(words.getFirst())) {
      words.removeFirst();
    }
    return String.join(" ", words).toLowerCase(Locale.ROOT);
  }
}
