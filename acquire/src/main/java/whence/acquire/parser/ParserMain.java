package whence.acquire.parser;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/// The parser process: parses the files it is asked for until its standard input ends, as it does
/// when its owner dies.
public final class ParserMain {
  private static final int LONGEST_REQUEST = 1 << 20;
  private static final int BROKEN = 4;
  private static final long STACK = 16L << 20;
  private static final Set<String> NETWORK = Set.of("http", "https", "ftp", "mailto");

  private ParserMain() {}

  public static void main(String[] arguments) throws IOException {
    DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
    DataInputStream in = new DataInputStream(System.in);
    // A library that prints must not write into the frames, nor without bound anywhere else.
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    System.setOut(nowhere);
    System.setErr(nowhere);
    refuseNetwork();
    BlockingQueue<Request> requests = new LinkedBlockingQueue<>();
    // A deep stack, for formats that nest by recursion.
    Thread worker = new Thread(null, () -> work(requests, out), "parser", STACK);
    worker.setDaemon(true);
    // A worker that dies of a missing class must not leave its owner waiting.
    worker.setUncaughtExceptionHandler((thread, fault) -> Runtime.getRuntime().halt(FAULT));
    worker.start();
    Wire.write(out, Wire.Kind.HELLO, new byte[0]);
    try {
      for (Wire.Frame frame = Wire.read(in, LONGEST_REQUEST);
          frame != null;
          frame = Wire.read(in, LONGEST_REQUEST)) {
        requests.add(frame.request());
      }
    } finally {
      ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
      Runtime.getRuntime().halt(0);
    }
  }

  private static void work(BlockingQueue<Request> requests, DataOutputStream out) {
    Parsers parsers = new Parsers();
    try {
      while (true) {
        Request request = requests.take();
        Wire.write(out, Wire.Kind.PARSED, Wire.encode(parsers.parse(request, new Told(out))));
      }
    } catch (IOException | InterruptedException ownerGone) {
      Runtime.getRuntime().halt(0);
    } catch (Error e) {
      // A worker that died would leave its owner waiting until time is up.
      Runtime.getRuntime().halt(BROKEN);
    }
  }

  /// The exit status of a parser that a fault of the program ended.
  private static final int FAULT = 70;

  private record Told(DataOutputStream out) implements Progress {
    @Override
    public void step() {
      tell(Wire.Kind.PROGRESS, new byte[0]);
    }

    @Override
    public void type(String mediaType) {
      tell(Wire.Kind.TYPE, mediaType.getBytes(StandardCharsets.UTF_8));
    }

    private void tell(Wire.Kind kind, byte[] payload) {
      try {
        Wire.write(out, kind, payload);
      } catch (IOException ownerGone) {
        Runtime.getRuntime().halt(0);
      }
    }
  }

  /// No parser has any business on the network: whatever a document names stays unfetched.
  private static void refuseNetwork() {
    URL.setURLStreamHandlerFactory(protocol -> NETWORK.contains(protocol) ? new Refusing() : null);
  }

  private static final class Refusing extends URLStreamHandler {
    @Override
    protected @Nullable URLConnection openConnection(URL url) throws IOException {
      throw new IOException("the parser process has no network");
    }
  }
}
