package whence.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whence.bench.GumNames.Name;
import whence.model.Mention;
import whence.model.Reading;
import whence.model.Span;
import whence.model.Statement;
import whence.model.WhenceException;
import whence.read.Reader;
import whence.weigh.Weigher;

class FiguresTest {
  @TempDir Path folder;

  @Test
  void medianMinAndMaxAreOfTheRuns() {
    assertEquals(new Spread(3, 2, 1, 9), Spread.of(List.of(9.0, 1.0, 2.0)));
    assertEquals(new Spread(4, 2.5, 1, 4), Spread.of(List.of(4.0, 2.0, 1.0, 3.0)));
    assertEquals(new Spread(3, 5, 2, 10), new Spread(3, 2, 1, 5).rate(10));
    assertThrows(IllegalArgumentException.class, () -> Spread.of(List.of()));
  }

  @Test
  void numbersAreShortAndPlain() {
    assertEquals("12,346", Sheet.number(12_345.6));
    assertEquals("123", Sheet.number(123.4));
    assertEquals("12.3", Sheet.number(12.34));
    assertEquals("1.234", Sheet.number(1.2341));
  }

  @Test
  void theHeapsPeakIsBeforeACollectionOrAtTheEnd() {
    String collections =
        """
        [0.3s][info][gc] GC(0) Pause Young (Allocation Failure) 21M->5M(77M) 9.1ms
        [0.9s][info][gc] GC(1) Pause Full (Metadata GC Threshold) 64M->9M(77M) 20.2ms
        """;
    String end =
        """
        [1.0s][info][gc,exit] DefNew     total 30720K, used 20480K [0x01, 0x02, 0x03)
        [1.0s][info][gc,exit]  Tenured    total 68288K, used 61440K [0x01, 0x02)
        """;
    assertEquals(64L << 20, Heap.peak(collections));
    assertEquals(80L << 20, Heap.peak(collections + end));
  }

  @Test
  void whatAJvmLogsOfItsHeapIsUnderstood() throws Exception {
    Path log = folder.resolve("heap.log");
    bench(List.of("-XX:+UseSerialGC", Heap.option(log)), List.of("--list"));
    assertTrue(Heap.peak(log) > 100_000, Files.readString(log));
  }

  /// onnxruntime 1.29.0 ended the process while it loaded a model under a long command line.
  @Test
  void theModelLoadsHoweverLongTheCommandLineIs() throws Exception {
    String model = Path.of("..", "language", "model").toAbsolutePath().normalize().toString();
    String printed =
        bench(
            List.of("-Dlong=" + "x".repeat(100_000)),
            List.of("names", "--model", model, "--data", folder.resolve("none").toString()));
    assertTrue(printed.contains("model: whence-reader"), printed);
  }

  /// Runs the bench in a JVM of its own and gives what it printed.
  private String bench(List<String> flags, List<String> arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(flags);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), "whence.bench.Bench"));
    command.addAll(List.of("--root", folder.toString()));
    command.addAll(arguments);
    Path printed = folder.resolve("printed");
    Launch.run(command, printed).mustSucceed();
    return Files.readString(printed);
  }

  @Test
  void aProgramThatFailsSaysWhy() {
    Launch launch =
        Launch.run(List.of("sh", "-c", "echo no such key >&2; exit 3"), folder.resolve("printed"));
    assertEquals(3, launch.exit());
    launch.mustSucceed(3);
    WhenceException failure = assertThrows(WhenceException.class, launch::mustSucceed);
    assertTrue(String.valueOf(failure.getMessage()).contains("no such key"), failure.toString());
  }

  @Test
  void aNameGoesFromItsHeadOverItsProperNouns() {
    GumNames gum =
        GumNames.read(
            """
            # newdoc id = invented
            1\tThe\tthe\tDET\tDT\t_\t2\tdet\t_\tEntity=(1-person-giv:act-1,3-2,3-coref-x
            2\tmayor\tmayor\tNOUN\tNN\t_\t5\tnsubj\t_\t_
            3\tRuth\tRuth\tPROPN\tNNP\t_\t2\tappos\t_\tEntity=(2-person-giv:act-1-1-coref-x
            4\tOkafor\tOkafor\tPROPN\tNNP\t_\t3\tflat\t_\tEntity=2)1)
            5\tleft\tleave\tVERB\tVBD\t_\t0\troot\t_\t_
            6\tPort\tPort\tPROPN\tNNP\t_\t5\tobj\t_\tEntity=(3-place-new-cf1-1-sgl-x
            7\tof\tof\tADP\tIN\t_\t8\tcase\t_\t_
            8\tAsh\tAsh\tPROPN\tNNP\t_\t6\tnmod\t_\tSpaceAfter=No|Entity=(4-person-new-cf2-1-sgl-x)3)
            9\t.\t.\tPUNCT\t.\t_\t5\tpunct\t_\t_
            """);
    assertEquals("The mayor Ruth Okafor left Port of Ash.", gum.text());
    assertEquals(
        Set.of(
            new Name(new Span(10, 21), Mention.Kind.PERSON),
            new Name(new Span(27, 38), Mention.Kind.PLACE)),
        new HashSet<>(gum.names()));
  }

  @Test
  void whatIsInventedIsTheSameForTheSameSeedAndGivesStatementsToWeigh() {
    assertEquals(new Invented(1).article(), new Invented(1).article());
    assertNotEquals(new Invented(1).article(), new Invented(2).article());
    assertEquals(600, new Invented(1).article().split("\\s+").length, 25);
    Reader reader = new Reader(new PatternTagger());
    List<Reading> mails = new Invented(3).mails(60, reader);
    assertTrue(
        mails.stream()
            .flatMap(mail -> mail.statements().stream())
            .anyMatch(statement -> statement.kind() == Statement.Kind.ATTRIBUTED));
    assertFalse(new Weigher().weigh(mails::stream, _ -> false).reuse().isEmpty());
  }

  @Test
  void everyMeasureHasANameOfItsOwn() {
    Set<String> names = new HashSet<>();
    Bench.MEASURES.forEach(measure -> assertTrue(names.add(measure.name()), measure.name()));
  }
}
