package io.herald.emulator.chat;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A group or supergroup; its topics are known by the id of the message that opened them. */
public final class Group {
  private final long id;
  private final boolean supergroup;
  private final String title;
  private final boolean forum;
  private final Set<Long> members = ConcurrentHashMap.newKeySet();
  private final Set<Long> kicked = ConcurrentHashMap.newKeySet();
  private final @Nullable Set<Long> bots;
  private final Map<Integer, String> topics = new ConcurrentHashMap<>();
  private final AtomicInteger lastMessageId = new AtomicInteger();
  private volatile long migratedTo;

  /**
   * Creates a group.
   *
   * @param bots ids of its bots; null: every bot is a member
   */
  public Group(long id, boolean supergroup, String title, boolean forum, @Nullable Set<Long> bots) {
    this.id = id;
    this.supergroup = supergroup;
    this.title = title;
    this.forum = forum;
    this.bots = bots == null ? null : ConcurrentHashMap.newKeySet();
    if (this.bots != null && bots != null) {
      this.bots.addAll(bots);
    }
  }

  public long id() {
    return id;
  }

  public String title() {
    return title;
  }

  /** {@code group} or {@code supergroup}. */
  public String type() {
    return supergroup ? "supergroup" : "group";
  }

  public boolean isForum() {
    return forum;
  }

  public Set<Long> members() {
    return members;
  }

  public Map<Integer, String> topics() {
    return topics;
  }

  int nextMessageId() {
    return lastMessageId.incrementAndGet();
  }

  /** Opens a topic; its thread id is the id of the service message that opens it. */
  public int openTopic(String name) {
    int thread = nextMessageId();
    topics.put(thread, name);
    return thread;
  }

  public boolean isMember(long bot) {
    return !kicked.contains(bot) && (bots == null || bots.contains(bot));
  }

  public boolean isKicked(long bot) {
    return kicked.contains(bot);
  }

  public void kick(long bot) {
    kicked.add(bot);
  }

  public void join(long bot) {
    kicked.remove(bot);
    if (bots != null) {
      bots.add(bot);
    }
  }

  /** The id of the supergroup that this group became, or 0. */
  public long migratedTo() {
    return migratedTo;
  }

  /** The supergroup that takes this group's place. */
  public Group migrate(long newId) {
    Group successor = new Group(newId, true, title, forum, bots);
    successor.members.addAll(members);
    migratedTo = newId;
    return successor;
  }

  /** Telegram's Chat object. */
  public ObjectNode toChat() {
    ObjectNode chat = JsonNodeFactory.instance.objectNode();
    chat.put("id", id).put("title", title).put("type", type());
    if (forum) {
      chat.put("is_forum", true);
    }
    return chat;
  }
}
