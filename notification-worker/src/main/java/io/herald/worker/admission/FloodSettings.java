package io.herald.worker.admission;

import io.herald.runtime.config.Rate;
import io.herald.telegram.flood.Ceilings;
import io.herald.telegram.flood.Pace;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How fast we send at most; Telegram's published figures unless said otherwise. A count of 1000000
 * a second is as good as no limit.
 *
 * @param global most calls of a bot over all chats, shared by all workers
 * @param chat most to a private chat; two may go at once
 * @param group most to a group or channel
 * @param edit most edits in a chat, which take from the others too; two may go at once
 */
@ConfigurationProperties("herald.flood")
public record FloodSettings(
    @DefaultValue("30/s") Rate global,
    @DefaultValue("1/s") Rate chat,
    @DefaultValue("20/m") Rate group,
    @DefaultValue("20/m") Rate edit) {

  /** The same for the arithmetic. */
  public Ceilings ceilings() {
    return new Ceilings(pace(global), pace(chat), pace(group), pace(edit));
  }

  private static Pace pace(Rate rate) {
    return new Pace(rate.count(), rate.period());
  }
}
