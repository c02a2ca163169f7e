package io.herald.emulator.conversation;

import io.herald.emulator.chat.ConversationKey;
import io.herald.emulator.chat.Message;
import io.herald.emulator.journal.Journal;
import io.herald.emulator.journal.Latencies;
import io.herald.emulator.journal.OutgoingEntry;
import io.herald.emulator.journal.Unanswered;
import io.herald.emulator.live.LiveEvents;

/** Notes what happens in chats: the log, the latencies, the bulk runs, the watching pages. */
public final class Witness {
  private static final double NANOS_PER_MS = 1_000_000;

  private final Journal<OutgoingEntry> outgoing;
  private final Unanswered unanswered;
  private final Latencies latencies;
  private final ReplyListener replies;
  private final LiveEvents events;
  private final ViewMessage view;

  public Witness(
      Journal<OutgoingEntry> outgoing,
      Unanswered unanswered,
      Latencies latencies,
      ReplyListener replies,
      LiveEvents events,
      ViewMessage view) {
    this.outgoing = outgoing;
    this.unanswered = unanswered;
    this.latencies = latencies;
    this.replies = replies;
    this.events = events;
    this.view = view;
  }

  /** A user spoke, or pressed a button; {@code run} is 0 outside of bulk runs. */
  void asked(Message message, long run) {
    ConversationKey key = ConversationKey.of(message.bot(), message.chat());
    unanswered.ask(key, new Unanswered.Question(message.id(), System.nanoTime(), run));
    events.tell("message", () -> view.view(message));
  }

  void editedByUser(Message message) {
    events.tell("message_edited", () -> view.view(message));
  }

  void sent(Message message, String method, long nowMs) {
    note(message, method, nowMs);
    ConversationKey key = ConversationKey.of(message.bot(), message.chat());
    Unanswered.Question question = unanswered.answer(key, message.replyTo());
    double latencyMs = -1;
    if (question != null) {
      latencyMs = (System.nanoTime() - question.nanos()) / NANOS_PER_MS;
      latencies.add(latencyMs);
    }
    replies.replied(key, message.content().text(), question, latencyMs, nowMs);
    events.tell("message", () -> view.view(message));
  }

  void edited(Message message, String method, long nowMs) {
    note(message, method, nowMs);
    events.tell("message_edited", () -> view.view(message));
  }

  void deleted(Message message, String method, long nowMs) {
    note(message, method, nowMs);
    events.tell("message_deleted", () -> view.view(message));
  }

  private void note(Message message, String method, long nowMs) {
    outgoing.add(seq -> new OutgoingEntry(seq, message.bot(), method, nowMs, message));
  }
}
