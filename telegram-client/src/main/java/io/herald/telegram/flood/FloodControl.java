package io.herald.telegram.flood;

import io.herald.model.topic.Lane;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The budgets of one bot and its chats. Times in microseconds of any clock that only goes forward;
 * 0 is before all of them. Not safe for concurrent use.
 */
public final class FloodControl {

  private static final int MANY = 100_000;
  private static final int LOOKED_AT = 4;

  private final Ceilings ceilings;
  private final BotBudget bot;
  private final Map<String, ChatBudget> chats = new LinkedHashMap<>(16, 0.75f, true);

  public FloodControl(Ceilings ceilings) {
    this.ceilings = ceilings;
    this.bot = new BotBudget(ceilings);
  }

  /** Asks for a call, and takes it from the budgets when it may go. */
  public Leave ask(String chat, Lane lane, boolean edit, long now) {
    ChatBudget budget = chat(chat, now);
    long pause = budget.pause(edit, now);
    if (pause > 0) {
      return new Leave(Leave.Kind.CHAT, pause);
    }
    pause = bot.take(lane, now);
    if (pause > 0) {
      return new Leave(Leave.Kind.BOT, pause);
    }
    budget.take(edit, now);
    return Leave.GO;
  }

  /** How long the chat's own budget would hold the call back; takes nothing. */
  public long chatPause(String chat, boolean edit, long now) {
    ChatBudget budget = chats.get(chat);
    return budget == null ? 0 : budget.pause(edit, now);
  }

  /** The call went out with somebody else's leave: the chat's budget counts it all the same. */
  public void took(String chat, boolean edit, long now) {
    chat(chat, now).take(edit, now);
  }

  /**
   * Telegram answered 429.
   *
   * @return whether the bot as a whole was too fast, and this is the first that is heard of it
   */
  public boolean flooded(String chat, long pause, long now) {
    chat(chat, now).freeze(now + pause);
    return bot.flooded(chat, now, now + pause);
  }

  /** The chat was frozen by somebody else's leave. */
  public void freeze(String chat, long pause, long now) {
    chat(chat, now).freeze(now + pause);
  }

  /** Telegram's answer to the chat's latest call came only now; it may have counted it as late. */
  public void answered(String chat, long now) {
    chat(chat, now).answered(now);
  }

  /** It is not known what others have used of the bot's budget: goes on with a few tokens. */
  public void distrust(long now) {
    bot.distrust(now);
  }

  /** From now on so many share the bot's rate, this one included, without seeing each other. */
  public void shareWith(int replicas) {
    bot.shareWith(Math.max(1, replicas));
  }

  /** Others have learned just now that the bot's rate is no more than this, in calls per 1000 s. */
  public void adopt(long rate, long now) {
    bot.adopt(rate, now);
  }

  /** The bot's rate at present, all sharers together, in calls per 1000 s. */
  public long rate(long now) {
    return bot.rate(now);
  }

  /** What was used of it over the last seconds, in calls per 1000 s. */
  public long used(long now) {
    return bot.used(now);
  }

  private ChatBudget chat(String chat, long now) {
    ChatBudget budget = chats.get(chat);
    if (budget == null) {
      forget(now);
      budget = new ChatBudget(ceilings.chatBucket(chat), ceilings.editBucket());
      chats.put(chat, budget);
    }
    return budget;
  }

  /** A full budget says no more than none at all; those asked about longest ago are looked at. */
  private void forget(long now) {
    Iterator<ChatBudget> eldest = chats.values().iterator();
    for (int i = 0; i < LOOKED_AT && eldest.hasNext(); i++) {
      if (eldest.next().isFull(now) || chats.size() >= MANY) {
        eldest.remove();
      }
    }
  }
}
