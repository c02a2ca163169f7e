package io.herald.runtime.blob;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Puts a file together from the records of its partition. */
final class Pieces {

  private final BlobId id;
  private @Nullable ConsumerRecord<byte[], byte[]> first;
  private ByteBuffer bytes = ByteBuffer.allocate(0);
  private boolean done;

  Pieces(BlobId id) {
    this.id = id;
  }

  /** Takes the next record of the partition; those of other files are left out. */
  void add(ConsumerRecord<byte[], byte[]> record) {
    if (done) {
      return;
    }
    boolean ours = Arrays.equals(record.key(), id.key()) && record.value() != null;
    if (first == null) {
      begin(record, ours && record.offset() == id.first());
    }
    if (ours && !done) {
      take(record.value());
    }
    done |= record.offset() >= id.last();
  }

  // Nothing is made room for before the key has proven that the id is not made up.
  private void begin(ConsumerRecord<byte[], byte[]> record, boolean asExpected) {
    first = record;
    if (asExpected) {
      bytes = ByteBuffer.allocate(id.size());
    } else {
      done = true;
    }
  }

  private void take(byte[] piece) {
    if (piece.length <= bytes.remaining()) {
      bytes.put(piece);
    } else {
      done = true;
    }
  }

  /** Whether no further record matters. */
  boolean isDone() {
    return done;
  }

  /** The file; empty when something of it is missing or not as it was. */
  Optional<Blob> file() {
    if (first == null || bytes.position() != id.size()) {
      return Optional.empty();
    }
    byte[] file = bytes.array();
    return Arrays.equals(BlobId.hash(file), id.hash())
        ? Optional.of(new Blob(file, ReadBlob.type(first), ReadBlob.header(first, ReadBlob.NAME)))
        : Optional.empty();
  }
}
