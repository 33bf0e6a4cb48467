import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtSession;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Runs a reader over windows, each alone: `java -cp onnxruntime.jar Run.java MODEL WINDOWS OUT [encoder]`.
///
/// WINDOWS: a line each, piece ids, a tab, case ids, both separated by blanks. OUT: little-endian floats, for each
/// window bio, ner, link in turn (or last_hidden_state for the encoder as lifted). Prints pieces per second.
void main(String[] args) throws Exception {
    try (var environment = OrtEnvironment.getEnvironment();
            var options = new OrtSession.SessionOptions()) {
        options.setIntraOpNumThreads(Integer.getInteger("threads", 2));
        options.addConfigEntry("session.intra_op.allow_spinning", System.getProperty("spin", "1"));
        long began = System.nanoTime();
        try (var session = environment.createSession(args[0], options)) {
            IO.println("loaded in %d ms".formatted((System.nanoTime() - began) / 1_000_000));
            List<long[][]> windows = new ArrayList<>();
            for (String line : Files.readAllLines(Path.of(args[1]))) {
                String[] halves = line.split("\t");
                windows.add(new long[][] {numbers(halves[0]), numbers(halves[1])});
            }
            long pieces = 0;
            long nanos = 0;
            try (var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(Path.of(args[2])), 1 << 20))) {
                boolean encoder = args.length > 3;
                List<String> wanted = encoder ? List.of("last_hidden_state") : List.of("bio", "ner", "link");
                for (long[][] window : windows) {
                    long[] shape = {1, window[0].length};
                    long start = System.nanoTime();
                    try (var ids = OnnxTensor.createTensor(environment, LongBuffer.wrap(window[0]), shape);
                            var second = OnnxTensor.createTensor(environment,
                                    LongBuffer.wrap(encoder ? ones(window[0].length) : window[1]), shape);
                            var types = OnnxTensor.createTensor(environment, LongBuffer.wrap(new long[window[0].length]), shape);
                            var result = session.run(
                                    encoder ? Map.of("input_ids", ids, "attention_mask", second, "token_type_ids", types)
                                            : Map.of("input_ids", ids, "case_ids", second, "starts", types),
                                    Set.copyOf(wanted))) {
                        List<FloatBuffer> buffers = new ArrayList<>();
                        for (String name : wanted) {
                            buffers.add(((OnnxTensor) result.get(name).orElseThrow()).getFloatBuffer());
                        }
                        nanos += System.nanoTime() - start;
                        pieces += window[0].length;
                        for (FloatBuffer buffer : buffers) {
                            ByteBuffer bytes = ByteBuffer.allocate(4 * buffer.remaining()).order(ByteOrder.LITTLE_ENDIAN);
                            bytes.asFloatBuffer().put(buffer);
                            out.write(bytes.array());
                        }
                    }
                }
            }
            IO.println("%d windows, %d pieces, %.2f s, %.0f pieces/s"
                    .formatted(windows.size(), pieces, nanos / 1e9, pieces * 1e9 / nanos));
        }
    }
}

long[] numbers(String line) {
    String[] words = line.split(" ");
    long[] out = new long[words.length];
    for (int i = 0; i < words.length; i++) {
        out[i] = Long.parseLong(words[i]);
    }
    return out;
}

long[] ones(int n) {
    long[] out = new long[n];
    java.util.Arrays.fill(out, 1);
    return out;
}
