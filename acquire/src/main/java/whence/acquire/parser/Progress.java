package whence.acquire.parser;

/// Told whenever a page or an inner file is done.
interface Progress {
  void step();

  /// Told once the file's media type is known.
  void type(String mediaType);
}
