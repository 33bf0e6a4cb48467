package whence.acquire.parser;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import whence.model.Block;
import whence.model.Page;
import whence.model.Region;

/// The frames that the parser process and its owner exchange: length, kind, payload. A reader
/// believes no length that the payload cannot hold.
public final class Wire {
  /// What a frame is.
  public enum Kind {
    /// The parser process is up.
    HELLO('H'),
    /// One file to parse.
    REQUEST('Q'),
    /// The file's media type, told before it is parsed.
    TYPE('T'),
    /// A page or an inner file is done.
    PROGRESS('P'),
    /// What became of the file.
    PARSED('R');

    private final int code;

    Kind(int code) {
      this.code = code;
    }

    private static @Nullable Kind of(int code) {
      for (Kind kind : values()) {
        if (kind.code == code) {
          return kind;
        }
      }
      return null;
    }
  }

  /// One frame as read.
  public static final class Frame {
    private final Kind kind;
    private final byte[] payload;

    private Frame(Kind kind, byte[] payload) {
      this.kind = kind;
      this.payload = payload;
    }

    public Kind kind() {
      return kind;
    }

    /// A media type, as far as it is one.
    public String type() {
      String type = new String(payload, StandardCharsets.UTF_8);
      return TYPE.matcher(type).matches() ? type : "application/octet-stream";
    }

    /// @throws IOException if the frame is none of that kind
    public Request request() throws IOException {
      return Wire.request(payload);
    }

    /// @throws IOException if the frame is none of that kind
    public Parsed parsed() throws IOException {
      return Wire.parsed(payload);
    }
  }

  private static final Pattern TYPE = Pattern.compile("[\\w.+-]{1,100}/[\\w.+-]{1,100}");

  private interface Writing {
    void to(DataOutputStream out) throws IOException;
  }

  private interface Reading<T> {
    T from(DataInputStream in) throws IOException;
  }

  private Wire() {}

  public static void write(DataOutputStream out, Kind kind, byte[] payload) throws IOException {
    synchronized (out) {
      out.writeInt(payload.length);
      out.writeByte(kind.code);
      out.write(payload);
      out.flush();
    }
  }

  /// The next frame, null at the end of the stream.
  ///
  /// @throws IOException if the frame is longer than `longest` or is none
  public static @Nullable Frame read(DataInputStream in, int longest) throws IOException {
    int length;
    try {
      length = in.readInt();
    } catch (EOFException end) {
      return null;
    }
    int code = in.readUnsignedByte();
    Kind kind = Kind.of(code);
    if (length < 0 || length > longest || kind == null) {
      throw new IOException("no frame: kind " + code + ", length " + length);
    }
    byte[] payload = in.readNBytes(length);
    if (payload.length < length) {
      throw new EOFException("the stream ends within a frame");
    }
    return new Frame(kind, payload);
  }

  public static byte[] encode(Request request) throws IOException {
    return bytes(out -> {
      writeText(out, request.file().toString());
      writeText(out, request.name());
      writeText(out, request.inner().toString());
      out.writeInt(request.characters());
      out.writeLong(request.innerBytes());
      out.writeInt(request.innerFiles());
      out.writeInt(request.ratio());
      out.writeBoolean(request.nested());
      out.writeBoolean(request.scans());
      out.writeInt(request.pageSeconds());
    });
  }

  private static Request request(byte[] payload) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(payload));
    return new Request(
        Path.of(readText(in)),
        readText(in),
        Path.of(readText(in)),
        in.readInt(),
        in.readLong(),
        in.readInt(),
        in.readInt(),
        in.readBoolean(),
        in.readBoolean(),
        in.readInt());
  }

  public static byte[] encode(Parsed parsed) throws IOException {
    return bytes(out -> {
      writeText(out, parsed.mediaType());
      writeText(out, parsed.verdict().name());
      writeNullable(out, parsed.text());
      List<Page> pages = parsed.pages();
      out.writeBoolean(pages != null);
      if (pages != null) {
        writeList(
            out,
            pages,
            page -> {
              out.writeInt(page.number());
              out.writeInt(page.start());
              out.writeInt(page.end());
            });
      }
      writeList(
          out,
          parsed.blocks(),
          block -> {
            writeText(out, block.region().name());
            out.writeInt(block.start());
            out.writeInt(block.end());
          });
      Parsed.Metadata metadata = parsed.metadata();
      writeNullable(out, metadata.title());
      writeNullable(out, metadata.author());
      writeNullable(out, metadata.publisher());
      writeNullable(out, metadata.date());
      writeNullable(out, metadata.dateSource());
      out.writeBoolean(metadata.weakDate());
      writeList(
          out,
          parsed.inner(),
          inner -> {
            writeText(out, inner.name());
            writeText(out, inner.file());
          });
      writeList(out, parsed.problems(), problem -> writeText(out, problem));
    });
  }

  private static Parsed parsed(byte[] payload) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(payload));
    try {
      return new Parsed(
          readText(in),
          Parsed.Verdict.valueOf(readText(in)),
          readNullable(in),
          in.readBoolean()
              ? readList(in, 12, from -> new Page(from.readInt(), from.readInt(), from.readInt()))
              : null,
          readList(
              in,
              12,
              from -> new Block(Region.valueOf(readText(from)), from.readInt(), from.readInt())),
          new Parsed.Metadata(
              readNullable(in),
              readNullable(in),
              readNullable(in),
              readNullable(in),
              readNullable(in),
              in.readBoolean()),
          readList(in, 8, from -> new Parsed.Unpacked(readText(from), readText(from))),
          readList(in, 4, Wire::readText));
    } catch (IllegalArgumentException e) {
      throw new IOException("no result of the parser", e);
    }
  }

  private static byte[] bytes(Writing writing) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      writing.to(out);
    }
    return bytes.toByteArray();
  }

  private interface Each<T> {
    void write(T value) throws IOException;
  }

  private static <T> void writeList(DataOutputStream out, List<T> values, Each<T> each)
      throws IOException {
    out.writeInt(values.size());
    for (T value : values) {
      each.write(value);
    }
  }

  private static <T> List<T> readList(DataInputStream in, int leastBytes, Reading<T> reading)
      throws IOException {
    int size = in.readInt();
    if (size < 0 || (long) size * leastBytes > in.available()) {
      throw new IOException("a list of " + size + " does not fit its frame");
    }
    List<T> values = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      values.add(reading.from(in));
    }
    return values;
  }

  private static void writeText(DataOutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static String readText(DataInputStream in) throws IOException {
    int length = in.readInt();
    if (length < 0 || length > in.available()) {
      throw new IOException("a text of " + length + " bytes does not fit its frame");
    }
    return new String(in.readNBytes(length), StandardCharsets.UTF_8);
  }

  private static void writeNullable(DataOutputStream out, @Nullable String text)
      throws IOException {
    out.writeBoolean(text != null);
    if (text != null) {
      writeText(out, text);
    }
  }

  private static @Nullable String readNullable(DataInputStream in) throws IOException {
    return in.readBoolean() ? readText(in) : null;
  }
}
