package whence.store.local;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BytesRef;

/// The directions of all stretches, in memory: some 40 MB for a hundred thousand.
final class Directions {
  private final int[] docs;
  private final byte[] packed;
  private final int width;

  private Directions(int[] docs, byte[] packed, int width) {
    this.docs = docs;
    this.packed = packed;
    this.width = width;
  }

  static Directions of(IndexReader reader, int dimensions) throws IOException {
    int width = Float.BYTES + dimensions;
    int[] docs = new int[1_024];
    byte[] packed = new byte[docs.length * width];
    int count = 0;
    for (LeafReaderContext leaf : reader.leaves()) {
      BinaryDocValues values = leaf.reader().getBinaryDocValues(IndexFields.DIRECTION);
      if (values == null) {
        continue;
      }
      for (int doc = values.nextDoc();
          doc != DocIdSetIterator.NO_MORE_DOCS;
          doc = values.nextDoc()) {
        if (count == docs.length) {
          docs = Arrays.copyOf(docs, count * 2);
          packed = Arrays.copyOf(packed, Math.multiplyExact(count * 2, width));
        }
        BytesRef value = values.binaryValue();
        if (value.length != width) {
          throw new IOException("a direction of " + value.length + " bytes in the index");
        }
        docs[count] = leaf.docBase + doc;
        System.arraycopy(value.bytes, value.offset, packed, count * width, width);
        count++;
      }
    }
    return new Directions(Arrays.copyOf(docs, count), Arrays.copyOf(packed, count * width), width);
  }

  int size() {
    return docs.length;
  }

  /// Lucene's number of a stretch.
  int doc(int number) {
    return docs[number];
  }

  double cosine(float[] direction, int number) {
    return Direction.cosine(direction, packed, number * width);
  }
}
