package whence.app.web;

import org.jspecify.annotations.Nullable;

/// Where the workbench listens, and how whoever comes there shows that they may come in.
///
/// @param host an address or a name of this machine
/// @param port 0 for any that is free
/// @param guarded null on loopback, where the launch address alone lets in
public record Listening(String host, int port, @Nullable Guarded guarded) {
  private static final String LOOPBACK = "127.0.0.1";

  /// What stands between a case and a network.
  public record Guarded(String password, Certificate certificate) {}

  public static Listening onLoopback(int port) {
    return new Listening(LOOPBACK, port, null);
  }

  String scheme() {
    return guarded == null ? "http" : "https";
  }

  /// As it stands in an address.
  String named() {
    return host.contains(":") ? "[" + host + "]" : host;
  }
}
