package whence.weigh;

import java.lang.management.ManagementFactory;
import java.util.List;
import whence.model.Reading;
import whence.model.Weighing;

/// Prints how the time to weigh grows from a thousand to ten thousand small mails, by the clock and
/// by the processor: `GrowthMeasure [mails]`.
final class GrowthMeasure {
  private GrowthMeasure() {}

  public static void main(String[] arguments) {
    int most = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10_000;
    measure(most / 10);
    double few = measure(most / 10);
    double many = measure(most);
    System.out.printf("ten times the mails: %.1f times the processor time%n", many / few);
  }

  private static double measure(int mails) {
    List<Reading> readings = SmallMails.readings(mails, 1);
    long clock = System.nanoTime();
    double before = processor();
    Weighing weighing = new Weigher().weigh(readings::stream, _ -> false);
    double spent = processor() - before;
    System.out.printf(
        "%d mails: %.2f s, processor %.2f s, %d claims, %d pairs%n",
        mails,
        (System.nanoTime() - clock) / 1e9,
        spent,
        weighing.claims().size(),
        weighing.reuse().size());
    return spent;
  }

  /// Of the whole process, in seconds.
  private static double processor() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
            .getProcessCpuTime()
        / 1e9;
  }
}
