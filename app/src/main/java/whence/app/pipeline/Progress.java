package whence.app.pipeline;

import whence.model.Reading;

/// Told how far a long piece of work has come.
public interface Progress extends AutoCloseable {
  /// A new stretch of work begins.
  ///
  /// @param steps how many there will be, as far as is known
  void begin(String work, long steps);

  /// More steps have turned up.
  void more(long steps);

  void step();

  /// A document was read, as far as it could be.
  default void read(Reading reading) {}

  @Override
  void close();

  /// Tells nobody.
  Progress SILENT =
      new Progress() {
        @Override
        public void begin(String work, long steps) {}

        @Override
        public void more(long steps) {}

        @Override
        public void step() {}

        @Override
        public void close() {}
      };
}
