package io.herald.bench.outbound;

import io.herald.model.message.OnUnknown;
import io.herald.model.message.OutboundMessage;
import io.herald.model.message.TextContent;
import java.time.Duration;
import java.time.Instant;

/**
 * A message of a run, the same for Herald and for its peers.
 *
 * @param key one word, different for every message of a run
 * @param chat Telegram's chat id; groups have negative ones
 */
public record BenchMessage(String key, long chat) {
  private static final String REST =
      " Disk usage of db-3 is above 90 % since 10:42 (threshold 85 %). Next check in 5 minutes.";
  private static final Duration A_DAY = Duration.ofDays(1);

  /** What is sent: the key and as much text as an alert has, without formatting. */
  public String text() {
    return key + REST;
  }

  /** The same as a record of an outbound topic. */
  OutboundMessage record(String bot, Instant now) {
    return new OutboundMessage(
        OutboundMessage.SCHEMA_VERSION,
        "bench:" + key,
        bot,
        Long.toString(chat),
        TextContent.plain(text()),
        now,
        now.plus(A_DAY),
        OnUnknown.RESEND);
  }
}
