package io.herald.system.wayout;

import io.herald.model.message.OnUnknown;
import io.herald.model.message.OutboundMessage;
import io.herald.model.message.TextContent;
import io.herald.model.topic.Lane;
import io.herald.system.emulator.Emulator.Outgoing;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A message of a broadcast; its text is its lane and number.
 *
 * @param chat where it goes
 * @param lane how urgent it is
 * @param number from 1, ascending within chat and lane
 */
record Planned(long chat, Lane lane, int number) {

  private static final Pattern TEXT = Pattern.compile("(interactive|standard|bulk) (\\d+)");
  private static final Duration LIVES = Duration.ofHours(24);

  /** Which message arrived; empty when it is none of a broadcast. */
  static Optional<Planned> of(Outgoing arrived) {
    Matcher text = TEXT.matcher(arrived.text() == null ? "" : arrived.text());
    return text.matches()
        ? Optional.of(
            new Planned(
                arrived.chat(),
                Lane.valueOf(text.group(1).toUpperCase(Locale.ROOT)),
                Integer.parseInt(text.group(2))))
        : Optional.empty();
  }

  /** Its id on every topic. */
  String id() {
    return "broadcast:" + chat + ':' + lane.word() + ':' + number;
  }

  OutboundMessage message(OnUnknown onUnknown) {
    Instant now = Instant.now();
    return new OutboundMessage(
        OutboundMessage.SCHEMA_VERSION,
        id(),
        "main",
        String.valueOf(chat),
        TextContent.plain(lane.word() + ' ' + number),
        now,
        now.plus(LIVES),
        onUnknown);
  }
}
