package whence.app;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// Holds the directions of the house: which part may know which. A package that is not on the list
/// may neither know nor be known, so a new one starts forbidden.
class DirectionsTest {
  /// What each package may know of the house, itself apart.
  private static final Map<String, Set<String>> ALLOWED =
      Map.ofEntries(
          entry("whence.model", Set.of()),
          entry("whence.read", Set.of("whence.model")),
          entry("whence.names", Set.of()),
          entry("whence.weigh", Set.of("whence.model", "whence.names")),
          entry("whence.weigh.fuse", Set.of()),
          entry("whence.weigh.position", Set.of("whence.model", "whence.weigh")),
          entry("whence.store", Set.of("whence.model")),
          entry("whence.guard", Set.of("whence.model", "whence.store")),
          entry(
              "whence.ask", Set.of("whence.model", "whence.guard", "whence.names", "whence.weigh")),
          entry("whence.ask.check", Set.of("whence.model", "whence.names")),
          entry("whence.acquire", Set.of("whence.model", "whence.acquire.parser")),
          entry("whence.acquire.parser", Set.of("whence.model", "whence.acquire")),
          entry("whence.language", Set.of("whence.model", "whence.read", "whence.weigh")),
          entry("whence.store.local", Set.of("whence.model", "whence.store", "whence.weigh")),
          entry(
              "whence.app.print",
              Set.of(
                  "whence.model",
                  "whence.ask",
                  "whence.ask.check",
                  "whence.weigh",
                  "whence.weigh.fuse",
                  "whence.weigh.position")),
          entry(
              "whence.app.report",
              Set.of(
                  "whence.model",
                  "whence.store",
                  "whence.guard",
                  "whence.ask",
                  "whence.ask.check",
                  "whence.weigh",
                  "whence.app.draft",
                  "whence.app.print")),
          entry("whence.app.draft", Set.of("whence.model")),
          entry("whence.app.inquiry", Set.of("whence.model", "whence.ask")),
          entry("whence.app.decide", Set.of("whence.model", "whence.guard", "whence.store")),
          entry(
              "whence.app.pipeline",
              Set.of(
                  "whence.model",
                  "whence.guard",
                  "whence.store",
                  "whence.acquire",
                  "whence.read",
                  "whence.weigh")),
          entry(
              "whence.app.web",
              Set.of(
                  "whence.model",
                  "whence.store",
                  "whence.guard",
                  "whence.ask",
                  "whence.ask.check",
                  "whence.weigh",
                  "whence.app.decide",
                  "whence.app.draft",
                  "whence.app.pipeline",
                  "whence.app.print",
                  "whence.app.report")),
          entry(
              "whence.app.command",
              Set.of(
                  "whence.model",
                  "whence.guard",
                  "whence.store",
                  "whence.acquire",
                  "whence.ask",
                  "whence.ask.check",
                  "whence.names",
                  "whence.weigh",
                  "whence.weigh.fuse",
                  "whence.weigh.position",
                  "whence.app.decide",
                  "whence.app.draft",
                  "whence.app.inquiry",
                  "whence.app.pipeline",
                  "whence.app.print",
                  "whence.app.report",
                  "whence.app.web")),
          entry(
              "whence.app",
              Set.of(
                  "whence.model",
                  "whence.store",
                  "whence.store.local",
                  "whence.acquire",
                  "whence.read",
                  "whence.weigh",
                  "whence.language",
                  "whence.app.command",
                  "whence.app.pipeline",
                  "whence.app.print")));

  /// The two halves of acquiring: the owner's side and the process of its own. They share the
  /// values that go over the wire between them.
  private static final Set<String> TWO_HALVES = Set.of("whence.acquire", "whence.acquire.parser");

  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("whence");

  @Test
  void everyPackageIsOnTheListAndKnowsOnlyWhatItMay() {
    Set<String> faults = new TreeSet<>();
    for (JavaClass each : HOUSE) {
      String from = each.getPackageName();
      Set<String> allowed = ALLOWED.get(from);
      if (allowed == null) {
        faults.add(from + " is not on the list");
        continue;
      }
      for (Dependency dependency : each.getDirectDependenciesFromSelf()) {
        String to = dependency.getTargetClass().getBaseComponentType().getPackageName();
        if (to.startsWith("whence") && !to.equals(from) && !allowed.contains(to)) {
          faults.add(from + " may not know " + to + ": " + dependency.getDescription());
        }
      }
    }
    assertEquals(List.of(), List.copyOf(faults));
  }

  @Test
  void partsFormNoCycle() {
    SlicesRuleDefinition.slices().assignedFrom(new ByPart()).should().beFreeOfCycles().check(HOUSE);
  }

  /// Every package a part of its own, the two halves of acquiring together one.
  private static final class ByPart implements SliceAssignment {
    @Override
    public SliceIdentifier getIdentifierOf(JavaClass javaClass) {
      String name = javaClass.getPackageName();
      return SliceIdentifier.of(TWO_HALVES.contains(name) ? "whence.acquire" : name);
    }

    @Override
    public String getDescription() {
      return "the parts of the house";
    }
  }

  @Test
  void theListNamesOnlyPackagesThatAre() {
    Set<String> there = new TreeSet<>();
    HOUSE.forEach(each -> there.add(each.getPackageName()));
    assertTrue(there.size() > 10, () -> "the house was not imported: " + there);
    Set<String> gone = new TreeSet<>(ALLOWED.keySet());
    gone.removeAll(there);
    assertEquals(Set.of(), gone);
  }

  @Test
  void pureStagesTouchNeitherFilesNorClockNorNetwork() {
    Set<String> pure =
        Set.of(
            "whence.model",
            "whence.names",
            "whence.read",
            "whence.weigh",
            "whence.weigh.fuse",
            "whence.weigh.position",
            "whence.ask");
    Set<String> faults = new TreeSet<>();
    for (JavaClass each : HOUSE) {
      if (pure.contains(each.getPackageName())) {
        for (Dependency dependency : each.getDirectDependenciesFromSelf()) {
          String to = dependency.getTargetClass().getName();
          if (to.startsWith("java.nio.file.")
              || to.startsWith("java.net.")
              || to.startsWith("java.sql.")
              || to.equals("java.io.File")
              || to.equals("java.time.Clock")
              || to.equals("java.time.InstantSource")) {
            faults.add(dependency.getDescription());
          }
        }
        each.getMethodCallsFromSelf().stream()
            .filter(call ->
                call.getTarget().getName().equals("now")
                    && call.getTargetOwner().getPackageName().equals("java.time"))
            .forEach(call -> faults.add(call.getDescription()));
      }
    }
    assertEquals(List.of(), List.copyOf(faults));
    assertFalse(HOUSE.isEmpty());
  }
}
