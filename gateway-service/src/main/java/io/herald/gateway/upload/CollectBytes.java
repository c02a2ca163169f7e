package io.herald.gateway.upload;

import java.util.Arrays;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;

/** Gathers a body as it comes in, so that the network's buffers are free again at once. */
final class CollectBytes {

  private static final int FIRST = 64 * 1024;

  private final int limit;
  private byte[] bytes;
  private int size;
  private boolean over;

  /**
   * Gathers so many bytes at most.
   *
   * @param limit bytes
   * @param announced what the sender says there will be; negative: nothing
   */
  CollectBytes(int limit, long announced) {
    this.limit = limit;
    this.bytes = new byte[(int) Math.min(limit, announced < 0 ? FIRST : announced)];
  }

  /** Takes the next bytes and releases their buffer. */
  void add(DataBuffer buffer) {
    int length = buffer.readableByteCount();
    over |= length > limit - size;
    if (!over) {
      makeRoom(length);
      buffer.read(bytes, size, length);
      size += length;
    }
    DataBufferUtils.release(buffer);
  }

  private void makeRoom(int length) {
    if (length > bytes.length - size) {
      bytes = Arrays.copyOf(bytes, Math.min(limit, Math.max(2 * bytes.length, size + length)));
    }
  }

  /** Whether there were more bytes than allowed; they are let go. */
  boolean isOver() {
    return over;
  }

  /** All that came in; fails with {@link DataBufferLimitException} when that is too much. */
  byte[] bytes() {
    if (over) {
      throw new DataBufferLimitException("more than " + limit + " bytes");
    }
    return size == bytes.length ? bytes : Arrays.copyOf(bytes, size);
  }
}
