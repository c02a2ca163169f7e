package io.herald.emulator.chat;

import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** All conversations; the oldest messages are forgotten beyond a total. */
public final class Conversations {
  private record Held(ConversationKey key, int messageId) {}

  private final int capacity;
  private final Directory directory;
  private final Map<ConversationKey, Conversation> conversations = new ConcurrentHashMap<>();
  private final Map<Long, AtomicInteger> privateIds = new ConcurrentHashMap<>();
  private final Queue<Held> held = new ConcurrentLinkedQueue<>();
  private final AtomicInteger heldCount = new AtomicInteger();

  public Conversations(Directory directory, int capacity) {
    this.directory = directory;
    this.capacity = capacity;
  }

  /** Private chats of a bot share one counter, each group has its own, as at Telegram. */
  public int nextMessageId(long bot, long chat) {
    Group group = chat < 0 ? directory.group(chat) : null;
    if (group != null) {
      return group.nextMessageId();
    }
    return privateIds.computeIfAbsent(bot, fresh -> new AtomicInteger()).incrementAndGet();
  }

  public void add(Message message) {
    ConversationKey key = ConversationKey.of(message.bot(), message.chat());
    conversations.computeIfAbsent(key, fresh -> new Conversation()).put(message);
    held.add(new Held(key, message.id()));
    if (heldCount.incrementAndGet() > capacity) {
      forgetOldest();
    }
  }

  private void forgetOldest() {
    Held oldest = held.poll();
    if (oldest != null) {
      heldCount.decrementAndGet();
      Conversation conversation = conversations.get(oldest.key);
      if (conversation != null) {
        conversation.remove(oldest.messageId);
      }
    }
  }

  public @Nullable Message get(long bot, long chat, int id) {
    Conversation conversation = conversations.get(ConversationKey.of(bot, chat));
    return conversation == null ? null : conversation.get(id);
  }

  public @Nullable Message change(long bot, long chat, int id, UnaryOperator<Message> change) {
    Conversation conversation = conversations.get(ConversationKey.of(bot, chat));
    return conversation == null ? null : conversation.change(id, change);
  }

  public @Nullable Message remove(long bot, long chat, int id) {
    Conversation conversation = conversations.get(ConversationKey.of(bot, chat));
    return conversation == null ? null : conversation.remove(id);
  }

  public List<Message> newest(long bot, long chat, int beforeId, int limit) {
    Conversation conversation = conversations.get(ConversationKey.of(bot, chat));
    return conversation == null ? List.of() : conversation.newest(beforeId, limit);
  }

  /** Message ids go on: an id is never given twice while the emulator runs. */
  public void clear() {
    conversations.clear();
    held.clear();
    heldCount.set(0);
  }
}
