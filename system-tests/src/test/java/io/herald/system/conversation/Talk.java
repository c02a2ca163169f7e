package io.herald.system.conversation;

import io.herald.system.emulator.ChatMessage;
import io.herald.system.emulator.Emulator;
import io.herald.system.stack.Waiting;
import java.util.List;

/** A private chat in which each of the user's messages is followed by an answer. */
public final class Talk {

  private final Emulator emulator;
  private final long user;

  /** The user's private chat with the bot. */
  public Talk(Emulator emulator, long user) {
    this.emulator = emulator;
    this.user = user;
  }

  /** Types the text and waits for one more message of the bot. */
  public ChatMessage say(String text) {
    int before = emulator.replies(user).size();
    emulator.type(user, text);
    return next(before);
  }

  /** Presses the button and waits for one more message of the bot. */
  public ChatMessage press(ChatMessage message, String caption) {
    int before = emulator.replies(user).size();
    Emulator.Pressed pressed = emulator.press(user, message, caption);
    Waiting.until("the press is answered", () -> emulator.callback(pressed).answered());
    return next(before);
  }

  private ChatMessage next(int before) {
    Waiting.until("the bot answers", () -> emulator.replies(user).size() > before);
    List<ChatMessage> replies = emulator.replies(user);
    return replies.get(before);
  }
}
