package whence.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import whence.model.Entry;
import whence.model.Sha256;
import whence.model.WhenceException;

/// Checks what a case keeps for ever: that the journal is whole and that each original is there and
/// unaltered.
public final class Verification {
  private Verification() {}

  /// What is wrong, and where.
  ///
  /// @param what a sentence for a reader, naming the entry or the original
  public record Finding(Kind kind, String what) {}

  public enum Kind {
    /// The first journal entry that does not follow from the one before.
    BROKEN_JOURNAL,
    /// The journal does not hold a head hash that somebody wrote down: its tail is lost.
    LOST_TAIL,
    /// An original whose bytes are no longer those it is named by.
    ALTERED_ORIGINAL,
    /// The journal says that it came in, and that nobody removed it, but it is not there.
    MISSING_ORIGINAL,
    /// It is there, but the journal does not say that it came in.
    UNRECORDED_ORIGINAL
  }

  /// All that is wrong with a case, empty when nothing is. Reads every original.
  public static List<Finding> of(CaseStore store) throws IOException {
    List<Finding> findings = new ArrayList<>();
    Optional<Journal.Broken> broken = store.journal().firstBroken();
    broken.ifPresent(it -> findings.add(finding(Kind.BROKEN_JOURNAL, it)));
    Map<Sha256, String> expected = new TreeMap<>();
    Set<Sha256> removed = new HashSet<>();
    boolean readable = collect(store.journal(), broken.isPresent(), expected, removed);

    SortedSet<Sha256> names = store.originals().names();
    for (Sha256 name : names) {
      if (!intact(store.originals(), name)) {
        findings.add(
            new Finding(
                Kind.ALTERED_ORIGINAL,
                "original "
                    + name
                    + at(expected.get(name))
                    + " was altered: its bytes have another hash"));
      }
      if (readable && !expected.containsKey(name)) {
        findings.add(
            new Finding(
                Kind.UNRECORDED_ORIGINAL,
                removed.contains(name)
                    ? "original " + name + " was removed, but is still there"
                    : "original " + name + " is not in the journal"));
      }
    }
    expected.forEach((name, path) -> {
      if (!names.contains(name)) {
        findings.add(
            new Finding(Kind.MISSING_ORIGINAL, "original " + name + at(path) + " is missing"));
      }
    });
    return findings;
  }

  /// As [#of(CaseStore)], and whether the journal still holds the entry whose hash is `head`, as a
  /// report or a note carries it.
  public static List<Finding> of(CaseStore store, Sha256 head) throws IOException {
    List<Finding> findings = new ArrayList<>(of(store));
    if (findings.stream().noneMatch(finding -> finding.kind() == Kind.BROKEN_JOURNAL)
        && !head.equals(Journal.BEGINNING)
        && store.journal().entries().stream().noneMatch(it -> it.hash().equals(head))) {
      findings.add(
          new Finding(
              Kind.LOST_TAIL,
              "the journal has no entry with hash "
                  + head
                  + ": the entries up to it were lost, or this is another case"));
    }
    return findings;
  }

  /// A broken journal may hold entries that cannot be read; then nothing is expected of originals.
  private static boolean collect(
      Journal journal, boolean broken, Map<Sha256, String> expected, Set<Sha256> removed) {
    try {
      for (Journal.Recorded recorded : journal.entries()) {
        switch (recorded.entry()) {
          case Entry.Acquired it -> {
            expected.putIfAbsent(it.document(), it.path());
            removed.remove(it.document());
          }
          case Entry.Removed it -> {
            expected.remove(it.document());
            removed.add(it.document());
          }
          case Entry.Refused _, Entry.Decided _, Entry.Consulted _ -> {}
        }
      }
      return true;
    } catch (WhenceException unreadable) {
      if (!broken) {
        throw unreadable;
      }
      return false;
    }
  }

  private static boolean intact(Originals originals, Sha256 name) throws IOException {
    Optional<InputStream> bytes = originals.open(name);
    if (bytes.isEmpty()) {
      return true; // Shredded since its name was listed.
    }
    try (DigestInputStream digest = new DigestInputStream(bytes.get(), Sha256.digest())) {
      digest.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(digest.getMessageDigest().digest()).equals(name.hex());
    }
  }

  private static Finding finding(Kind kind, Journal.Broken broken) {
    return new Finding(kind, "journal entry " + broken.number() + ": " + broken.why());
  }

  private static String at(@Nullable String path) {
    return path == null ? "" : " (" + path + ")";
  }
}
