package io.herald.bench.send;

import io.herald.bench.outbound.LoadMix;
import io.herald.local.process.LocalProcess;
import java.util.Map;

/** A sender that is up. */
interface RateSender extends AutoCloseable {

  /**
   * Prepares the messages and begins to send them.
   *
   * @param ready runs when all is prepared, before the first message is sent
   * @return the moment of the start, in milliseconds since the epoch; messages may be under way
   */
  long send(LoadMix mix, Runnable ready) throws InterruptedException;

  /** Its processes, by the names that the result gives them; the emulator is not among them. */
  Map<String, LocalProcess> processes();

  @Override
  void close();
}
