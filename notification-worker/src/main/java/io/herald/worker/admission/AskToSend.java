package io.herald.worker.admission;

import io.herald.model.topic.Lane;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message that wants to go out.
 *
 * @param id of the outbound message, or of one piece of it
 * @param chat Telegram's chat id as decimal text, or {@code @channel}
 * @param lane how urgent it is
 * @param free whether Telegram doesn't count the call, as it does not for answers to callbacks
 * @param again whether this process has tried it before and knows that it did not go out
 * @param dropIfUncertain whether it is to be dropped when an earlier run may have sent it
 * @param replaceKey key of the message that it may edit; absent: it is always sent anew
 * @param expiresAt until when the claim is of use
 */
public record AskToSend(
    String id,
    String chat,
    Lane lane,
    boolean free,
    boolean again,
    boolean dropIfUncertain,
    @Nullable String replaceKey,
    Instant expiresAt) {}
