package whence.acquire.parser;

/// Told whenever a page or an inner file is done.
interface Progress {
  void step();
}
