package whence.app.web;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import io.javalin.http.SameSite;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import whence.app.web.Listening.Guarded;

/// Lets in whoever was given the launch address or, on a network, the password, and nobody else: no
/// other user of the machine, no page of another site, no name that was bound to this address.
final class Door {
  private static final String COOKIE = "whence";
  private static final int BYTES = 32;
  private static final Duration AFTER_A_WRONG_PASSWORD = Duration.ofSeconds(1);
  private static final SecureRandom RANDOM = new SecureRandom();

  /// Nothing is loaded from elsewhere and no script stands in a page, so that what a document holds
  /// cannot run.
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
          + "font-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; "
          + "base-uri 'none'";

  private final Set<String> launches = ConcurrentHashMap.newKeySet();
  private final Map<String, Session> sessions = new ConcurrentHashMap<>();
  private final Listening listening;
  private volatile Set<String> hosts = Set.of();

  /// Somebody's browser that was let in.
  ///
  /// @param csrf what a page must send along with every change
  /// @param person who sits there, null where that was not said
  private record Session(String csrf, @Nullable String person) {}

  Door(Listening listening) {
    this.listening = listening;
  }

  /// Answers from now on to these names of the port only.
  void at(int port) {
    hosts =
        listening.guarded() == null
            ? Set.of("127.0.0.1:" + port, "localhost:" + port, "[::1]:" + port)
            : Set.of(listening.named() + ":" + port);
  }

  /// A word that opens the door once.
  String launch() {
    String launch = word();
    launches.add(launch);
    return launch;
  }

  /// Opens the door to whoever brings such a word.
  void enter(Context ctx, Pages pages) {
    String launch = ctx.queryParam("launch");
    if (launch != null && launches.remove(launch)) {
      open(ctx, null);
    } else if (listening.guarded() == null) {
      throw new ForbiddenResponse(
          "This address opens the workbench once. Run `whence serve` again for another.");
    } else {
      pages.show(ctx, "enter.jte", "Enter", "", "");
    }
  }

  /// Opens the door to whoever knows the password and says a name.
  void enterByPassword(Context ctx, Pages pages) {
    Guarded guarded = listening.guarded();
    if (guarded == null) {
      throw new ForbiddenResponse("There is no password here.");
    }
    if (!isOwn(ctx.header("Origin"), ctx.header("Host"))) {
      throw new ForbiddenResponse("This did not come from a page of the workbench. Load it again.");
    }
    String person = Requested.text(ctx, "person");
    if (knows(guarded, ctx.formParam("password"))) {
      open(ctx, person);
    } else {
      ctx.status(HttpStatus.FORBIDDEN);
      pages.show(ctx, "enter.jte", "Enter", "", "That is not the password.");
    }
  }

  /// One after another, and a wrong one costs time: nobody tries out many.
  private synchronized boolean knows(Guarded guarded, @Nullable String password) {
    boolean right = isSame(guarded.password(), password);
    if (!right) {
      LockSupport.parkNanos(AFTER_A_WRONG_PASSWORD.toNanos());
    }
    return right;
  }

  private void open(Context ctx, @Nullable String person) {
    String session = word();
    sessions.put(session, new Session(word(), person));
    Cookie cookie = new Cookie(COOKIE, session);
    cookie.setPath("/");
    cookie.setHttpOnly(true);
    cookie.setSameSite(SameSite.STRICT);
    cookie.setSecure(listening.guarded() != null);
    ctx.cookie(cookie);
    // A redirect would come from the launching program, and a strict cookie would not be sent
    // along.
    ctx.contentType("text/html; charset=utf-8");
    ctx.header("Refresh", "0; url=/");
    ctx.result(
        "<!doctype html><html lang=en><title>Whence</title><link rel=icon href=\"/assets/icon.svg\"><p><a href=\"/\">To the workbench</a>");
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
          listening.guarded() == null
              ? "The workbench opens by the address that `whence serve` prints, in one browser."
              : "The workbench opens by its password, at /enter.");
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
    Session session = session(ctx);
    return session == null ? null : session.csrf();
  }

  /// Who sits at the browser; null for whoever opened the workbench.
  @Nullable String person(Context ctx) {
    Session session = session(ctx);
    return session == null ? null : session.person();
  }

  /// Keeps who sits at the browser.
  void name(Context ctx, String person) {
    String session = ctx.cookie(COOKIE);
    if (session != null) {
      sessions.computeIfPresent(session, (_, known) -> new Session(known.csrf(), person));
    }
  }

  private @Nullable Session session(Context ctx) {
    String session = ctx.cookie(COOKIE);
    return session == null ? null : sessions.get(session);
  }

  private static @Nullable String given(Context ctx) {
    String header = ctx.header("X-Whence-Csrf");
    return header != null ? header : ctx.formParam("csrf");
  }

  private boolean isOwn(@Nullable String origin, @Nullable String host) {
    return origin == null || origin.equals(listening.scheme() + "://" + host);
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
