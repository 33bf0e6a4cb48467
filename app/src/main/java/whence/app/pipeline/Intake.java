package whence.app.pipeline;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import whence.acquire.Limits;
import whence.model.CodePoints;
import whence.model.Entry;
import whence.model.Place;
import whence.model.Sha256;
import whence.store.CaseStore;
import whence.store.Journal;

/// What has come into a case, and the way in for more: each original is kept durably before the
/// journal says so, and nothing is journalled twice.
final class Intake {
  /// Entries in one durable append: few enough that a crash costs little work.
  private static final int BATCH = 128;

  private static final int BUFFER = 1 << 16;

  private final CaseStore store;
  private final InstantSource clock;
  private final Limits limits;
  private final Map<Place, Unpacked> unpacked = new HashMap<>();
  private final Map<Sha256, Arrival> arrivals = new LinkedHashMap<>();
  private final Set<Sha256> removed = new HashSet<>();
  private final Map<String, String> refused = new HashMap<>();
  private final Map<Sha256, List<Entry.Acquired>> inside = new HashMap<>();
  private final List<Entry> unwritten = new ArrayList<>();

  /// A document and all places it came from.
  private static final class Arrival {
    final long size;
    final Set<String> places = new LinkedHashSet<>();

    Arrival(long size) {
      this.size = size;
    }
  }

  /// What came out of one file that the user named, however deep it lay.
  private static final class Unpacked {
    long bytes;
    int files;
  }

  Intake(CaseStore store, InstantSource clock, Limits limits) {
    this.store = store;
    this.clock = clock;
    this.limits = limits;
    for (Journal.Recorded recorded : store.journal().entries()) {
      note(recorded.entry());
    }
  }

  private void note(Entry entry) {
    switch (entry) {
      case Entry.Acquired it -> {
        removed.remove(it.document());
        arrivals
            .computeIfAbsent(it.document(), document -> new Arrival(it.size()))
            .places
            .add(it.path());
        refused.remove(it.path());
        if (it.container() != null) {
          Unpacked from =
              unpacked.computeIfAbsent(Place.parse(it.path()).outermost(), place -> new Unpacked());
          from.bytes += it.size();
          from.files++;
          inside.computeIfAbsent(it.container(), container -> new ArrayList<>()).add(it);
        }
      }
      case Entry.Removed it -> {
        arrivals.remove(it.document());
        removed.add(it.document());
      }
      case Entry.Refused it -> refused.put(it.path(), it.why());
      case Entry.Decided _, Entry.Consulted _ -> {}
    }
  }

  /// Documents in the order in which they came in.
  List<Sha256> documents() {
    return List.copyOf(arrivals.keySet());
  }

  boolean wasRemoved(Sha256 document) {
    return removed.contains(document);
  }

  long size(Sha256 document) {
    Arrival arrival = arrivals.get(document);
    return arrival == null ? 0 : arrival.size;
  }

  List<Place> places(Sha256 document) {
    Arrival arrival = arrivals.get(document);
    return arrival == null ? List.of() : arrival.places.stream().map(Place::parse).toList();
  }

  /// The first of a document's paths by code point, whatever order they came in. It is the one that
  /// hints at the document's type.
  String path(Sha256 document) {
    return places(document).stream().map(Place::path).min(CodePoints.ORDER).orElseThrow();
  }

  /// What is known to stand in a container, deep down too.
  Set<Sha256> within(Sha256 container) {
    Set<Sha256> found = new LinkedHashSet<>();
    collect(container, found);
    return found;
  }

  private void collect(Sha256 container, Set<Sha256> found) {
    for (Entry.Acquired entry : inside.getOrDefault(container, List.of())) {
      if (found.add(entry.document())) {
        collect(entry.document(), found);
      }
    }
  }

  /// Takes a file of its own in, if it is new.
  ///
  /// @return its hash, also where it was removed from the case before and stays out
  Sha256 take(Place place, Path file) throws IOException {
    Sha256 hash = hash(file);
    if (removed.contains(hash)) {
      return hash;
    }
    Arrival known = arrivals.get(hash);
    if (known == null) {
      hash = keep(file);
      write(new Entry.Acquired(place.toString(), hash, Files.size(file), null));
    } else if (!known.places.contains(place.toString())) {
      Place before = Place.parse(known.places.iterator().next());
      write(new Entry.Acquired(place.toString(), hash, known.size, null));
      follow(hash, before, place);
    }
    return hash;
  }

  /// Takes what was found inside a document in, once for every place of its container.
  ///
  /// @return its hash; empty where it was removed before, or is more than one file may unpack to
  Optional<Sha256> takeInner(Sha256 container, String name, Path file) throws IOException {
    Sha256 hash = hash(file);
    if (removed.contains(hash)) {
      return Optional.empty();
    }
    long size = Files.size(file);
    boolean in = false;
    for (Place place : places(container)) {
      Place here = place.inside(name);
      Arrival known = arrivals.get(hash);
      if (known != null && known.places.contains(here.toString())) {
        in = true;
      } else if (isTooMuch(here.outermost(), size)) {
        refuse(
            here,
            "more than one file may unpack to ("
                + (limits.innerBytes() >> 20)
                + " MiB or "
                + limits.innerFiles()
                + " files); unpack it by hand and read the folder");
      } else {
        if (known == null) {
          hash = keep(file);
        }
        write(new Entry.Acquired(here.toString(), hash, size, container));
        if (known != null) {
          follow(hash, Place.parse(known.places.iterator().next()), here);
        }
        in = true;
      }
    }
    return in ? Optional.of(hash) : Optional.empty();
  }

  private boolean isTooMuch(Place outermost, long size) {
    Unpacked from = unpacked.get(outermost);
    return from != null
        && (from.files >= limits.innerFiles() || from.bytes + size > limits.innerBytes());
  }

  /// What stands in a known container came by the container's new place too.
  private void follow(Sha256 container, Place before, Place now) {
    String prefix = before.inside("").toString();
    for (Entry.Acquired entry : List.copyOf(inside.getOrDefault(container, List.of()))) {
      Arrival inner = arrivals.get(entry.document());
      if (inner != null && entry.path().startsWith(prefix)) {
        Place here = now.inside(entry.path().substring(prefix.length()));
        if (!inner.places.contains(here.toString())) {
          write(new Entry.Acquired(here.toString(), entry.document(), entry.size(), container));
          follow(entry.document(), Place.parse(entry.path()), here);
        }
      }
    }
  }

  /// Puts on record that a file could not be taken in.
  void refuse(Place place, String why) {
    if (!why.equals(refused.get(place.toString()))) {
      write(new Entry.Refused(place.toString(), why));
    }
  }

  private void write(Entry entry) {
    note(entry);
    unwritten.add(entry);
    if (unwritten.size() >= BATCH) {
      flush();
    }
  }

  /// Makes the journal hold all that was taken in.
  void flush() {
    if (!unwritten.isEmpty()) {
      store.journal().append(clock.instant(), List.copyOf(unwritten));
      unwritten.clear();
    }
  }

  private Sha256 keep(Path file) throws IOException {
    try (InputStream bytes = Files.newInputStream(file)) {
      return store.originals().keep(bytes);
    }
  }

  private static Sha256 hash(Path file) throws IOException {
    try (DigestInputStream bytes =
        new DigestInputStream(Files.newInputStream(file), Sha256.digest())) {
      byte[] buffer = new byte[BUFFER];
      while (bytes.read(buffer) >= 0) {
        // The digest sees what is read.
      }
      return new Sha256(HexFormat.of().formatHex(bytes.getMessageDigest().digest()));
    }
  }
}
