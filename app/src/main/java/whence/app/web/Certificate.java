package whence.app.web;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import whence.model.WhenceException;

/// The workbench's own certificate, signed by itself: what goes over a network is encrypted, and
/// whoever compares the fingerprint knows that it is this workbench that answers.
///
/// @param file a PKCS12 key store, kept from others by the rights of the case's folder
/// @param fingerprint SHA-256 of the certificate, as browsers show it
public record Certificate(Path file, String fingerprint) {
  /// The format wants one; the file's rights keep it.
  static final String PASSWORD = "whence";

  private static final String ALIAS = "whence";
  private static final Duration HOLDS = Duration.ofDays(365);
  private static final int LONGEST_SECONDS = 60;

  /// The one for a host, made where there is none that still holds.
  ///
  /// @param folder of the case
  /// @throws WhenceException if none can be made
  public static Certificate of(Path folder, String host, Instant now) {
    Path file = folder.resolve("certificate-" + host.replace(':', '_') + ".p12");
    try {
      if (!Files.exists(file) || !holds(read(file), now)) {
        Path fresh = folder.resolve(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        make(fresh, host);
        Files.move(
            fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
      }
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(read(file).getEncoded());
      return new Certificate(file, HexFormat.ofDelimiter(":").withUpperCase().formatHex(hash));
    } catch (IOException | GeneralSecurityException e) {
      throw new WhenceException(file + " cannot be used: " + e.getMessage() + "; delete it", e);
    }
  }

  private static X509Certificate read(Path file) throws IOException, GeneralSecurityException {
    try (InputStream in = Files.newInputStream(file)) {
      KeyStore keys = KeyStore.getInstance("PKCS12");
      keys.load(in, PASSWORD.toCharArray());
      if (!(keys.getCertificate(ALIAS) instanceof X509Certificate found)) {
        throw new IOException("it holds no certificate of Whence");
      }
      return found;
    }
  }

  private static boolean holds(X509Certificate certificate, Instant now) {
    return certificate.getNotAfter().toInstant().isAfter(now.plus(Duration.ofDays(1)));
  }

  private static void make(Path file, String host) throws IOException {
    boolean isAddress = host.contains(":") || host.matches("[0-9.]+");
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
            "-genkeypair",
            "-alias",
            ALIAS,
            "-keyalg",
            "EC",
            "-groupname",
            "secp256r1",
            "-validity",
            String.valueOf(HOLDS.toDays()),
            "-dname",
            "CN=Whence",
            "-ext",
            "SAN=" + (isAddress ? "ip:" : "dns:") + host.toLowerCase(Locale.ROOT),
            "-storetype",
            "PKCS12",
            "-keystore",
            file.toString(),
            "-storepass",
            PASSWORD);
    Process keytool =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      if (!keytool.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS) || keytool.exitValue() != 0) {
        throw new IOException("the JDK's keytool made no certificate for " + host);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } finally {
      keytool.destroyForcibly();
    }
  }
}
