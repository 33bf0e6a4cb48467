package whence.app.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/// A bar on standard error with a rate and the time left, for a person who waits.
public final class ProgressBars implements Progress {
  private static final int UPDATE_MILLISECONDS = 200;

  private final int width;
  private @Nullable ProgressBar bar;

  public ProgressBars(int width) {
    this.width = width;
  }

  @Override
  public void begin(String work, long steps) {
    close();
    bar =
        new ProgressBarBuilder()
            .setTaskName(work)
            .setInitialMax(steps)
            .setStyle(ProgressBarStyle.UNICODE_BLOCK)
            .setUpdateIntervalMillis(UPDATE_MILLISECONDS)
            .setConsumer(new ConsoleProgressBarConsumer(System.err, width))
            .setSpeedUnit(ChronoUnit.SECONDS)
            .setUnit("", 1)
            .showSpeed()
            .setEtaFunction(state ->
                state.getCurrent() == 0
                    ? Optional.empty()
                    : Optional.of(
                        Duration.between(state.getStartInstant(), Instant.now())
                            .multipliedBy(Math.max(0, state.getMax() - state.getCurrent()))
                            .dividedBy(state.getCurrent())))
            .clearDisplayOnFinish()
            .build();
  }

  @Override
  public void more(long steps) {
    if (bar != null) {
      bar.maxHint(bar.getMax() + steps);
    }
  }

  @Override
  public void step() {
    if (bar != null) {
      bar.step();
    }
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
      bar = null;
    }
  }
}
