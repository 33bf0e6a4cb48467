package whence.acquire;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import whence.acquire.parser.Parsed;
import whence.acquire.parser.Request;
import whence.acquire.parser.Wire;
import whence.model.Block;
import whence.model.Page;
import whence.model.Region;

/// Stands in for a parser that a hostile file has taken over: does what the file says.
final class HostileParser {
  private HostileParser() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
    DataInputStream in = new DataInputStream(System.in);
    Wire.write(out, Wire.Kind.HELLO, new byte[0]);
    for (Wire.Frame frame = Wire.read(in, 1 << 20); frame != null; frame = Wire.read(in, 1 << 20)) {
      Request request = frame.request();
      switch (Files.readString(request.file())) {
        case "hang" -> Thread.sleep(600_000);
        case "memory" -> {
          List<byte[]> hoard = new ArrayList<>();
          while (hoard.size() < Integer.MAX_VALUE) {
            hoard.add(new byte[1 << 20]);
          }
        }
        case "exit" -> Runtime.getRuntime().halt(7);
        case "garbage" -> {
          out.writeBytes("GET / HTTP/1.1\r\n\r\n");
          out.flush();
        }
        case "flood" -> {
          out.writeInt(Integer.MAX_VALUE);
          out.writeByte('R');
          out.flush();
        }
        case "half" -> {
          out.writeInt(1000);
          out.writeByte('R');
          out.write(new byte[10]);
          out.flush();
          Runtime.getRuntime().halt(0);
        }
        case "lies" -> Wire.write(out, Wire.Kind.PARSED, new byte[] {127, 127, 127, 127, 0});
        case "misplaced" ->
            answer(
                out,
                List.of(new Page(1, 5, 3)),
                List.of(new Block(Region.LIST, 0, 1_000_000)),
                List.of(new Parsed.Unpacked("passwords", "../../../../etc/passwd")));
        default -> answer(out, List.of(), List.of(), List.of());
      }
    }
  }

  private static void answer(
      DataOutputStream out, List<Page> pages, List<Block> blocks, List<Parsed.Unpacked> inner)
      throws IOException {
    Parsed parsed =
        new Parsed(
            "application/pdf",
            Parsed.Verdict.READ,
            "All is well.",
            pages,
            blocks,
            Parsed.Metadata.NONE,
            inner,
            List.of());
    Wire.write(out, Wire.Kind.PARSED, Wire.encode(parsed));
  }
}
