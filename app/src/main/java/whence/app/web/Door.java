package whence.app.web;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.HandlerType;
import io.javalin.http.SameSite;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Lets in whoever was given the launch address, and nobody else: no other user of the machine, no
/// page of another site, no name that was bound to this address.
final class Door {
  private static final String COOKIE = "whence";
  private static final int BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  /// Nothing is loaded from elsewhere and no script stands in a page, so that what a document holds
  /// cannot run.
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
          + "font-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; "
          + "base-uri 'none'";

  private final Set<String> launches = ConcurrentHashMap.newKeySet();
  private final Map<String, String> csrfBySession = new ConcurrentHashMap<>();
  private volatile Set<String> hosts = Set.of();

  /// Answers from now on to these names of the port only.
  void at(int port) {
    hosts = Set.of("127.0.0.1:" + port, "localhost:" + port, "[::1]:" + port);
  }

  /// A word that opens the door once.
  String launch() {
    String launch = word();
    launches.add(launch);
    return launch;
  }

  /// Opens the door to whoever brings such a word.
  void enter(Context ctx) {
    String launch = ctx.queryParam("launch");
    if (launch == null || !launches.remove(launch)) {
      throw new ForbiddenResponse(
          "This address opens the workbench once. Run `whence serve` again for another.");
    }
    String session = word();
    csrfBySession.put(session, word());
    Cookie cookie = new Cookie(COOKIE, session);
    cookie.setPath("/");
    cookie.setHttpOnly(true);
    cookie.setSameSite(SameSite.STRICT);
    ctx.cookie(cookie);
    // A redirect would come from the launching program, and a strict cookie would not be sent
    // along.
    ctx.contentType("text/html; charset=utf-8");
    ctx.header("Refresh", "0; url=/");
    ctx.result(
        "<!doctype html><html lang=en><title>Whence</title><p><a href=\"/\">To the workbench</a>");
  }

  /// Stands before every request.
  void guard(Context ctx) {
    ctx.header("Content-Security-Policy", POLICY);
    ctx.header("X-Content-Type-Options", "nosniff");
    // Without any referrer a form's origin would be hidden from the check below too.
    ctx.header("Referrer-Policy", "same-origin");
    ctx.header("Cross-Origin-Opener-Policy", "same-origin");
    ctx.header("Cross-Origin-Resource-Policy", "same-origin");
    ctx.header("Cache-Control", "no-store");
    String host = ctx.header("Host");
    if (host == null || !hosts.contains(host)) {
      throw new ForbiddenResponse("The workbench does not go by this name.");
    }
    if (ctx.path().equals("/enter") || isAsset(ctx)) {
      return;
    }
    String csrf = csrf(ctx);
    if (csrf == null) {
      throw new ForbiddenResponse(
          "The workbench opens by the address that `whence serve` prints, in one browser.");
    }
    boolean reads = ctx.method().equals(HandlerType.GET) || ctx.method().equals(HandlerType.HEAD);
    if (!reads && !(isOwn(ctx.header("Origin"), host) && isSame(csrf, given(ctx)))) {
      throw new ForbiddenResponse("This did not come from a page of the workbench. Load it again.");
    }
  }

  /// The same for everybody and of no case: a refusal needs them too.
  private static boolean isAsset(Context ctx) {
    return ctx.method().equals(HandlerType.GET) && ctx.path().startsWith(Assets.AT);
  }

  /// What a page must send along with every change; null for whoever has not come in.
  @Nullable String csrf(Context ctx) {
    String session = ctx.cookie(COOKIE);
    return session == null ? null : csrfBySession.get(session);
  }

  private static @Nullable String given(Context ctx) {
    String header = ctx.header("X-Whence-Csrf");
    return header != null ? header : ctx.formParam("csrf");
  }

  private static boolean isOwn(@Nullable String origin, String host) {
    return origin == null || origin.equals("http://" + host);
  }

  private static boolean isSame(String one, @Nullable String other) {
    return other != null
        && MessageDigest.isEqual(
            one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }

  private static String word() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
