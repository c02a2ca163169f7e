package io.herald.system.command;

import io.herald.system.conversation.Talk;
import io.herald.system.emulator.ChatMessage;
import io.herald.system.emulator.Emulator;
import io.herald.system.stack.People;
import io.herald.system.stack.Stack;
import io.herald.system.stack.Waiting;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody's private chat, in which each job is one message. */
final class JobChat {

  private static final Pattern JOB = Pattern.compile("\\bJob ([a-z0-9]{10})\\b");

  private final Emulator emulator;
  private final long user = People.stranger();
  private final Talk talk;

  JobChat(Stack stack) {
    emulator = stack.emulator();
    talk = new Talk(emulator, user);
  }

  long user() {
    return user;
  }

  /** Says it, and waits for what is answered. */
  ChatMessage say(String text) {
    return talk.say(text);
  }

  /** Presses a button whose press sends no message. */
  void press(ChatMessage message, String caption) {
    Emulator.Pressed pressed = emulator.press(user, message, caption);
    Waiting.until("the press is answered", () -> emulator.callback(pressed).answered());
  }

  /** Waits until the message reads like that, and returns it. */
  ChatMessage awaitWords(ChatMessage message, String words) {
    Waiting.until(
        "the message says " + words + ", last: " + now(message).words(),
        () -> now(message).words().contains(words));
    return now(message);
  }

  /** The message as it stands in the chat. */
  ChatMessage now(ChatMessage message) {
    return replies().stream()
        .filter(one -> one.messageId() == message.messageId())
        .findFirst()
        .orElseThrow();
  }

  List<ChatMessage> replies() {
    return emulator.replies(user);
  }

  /** The id of the job that the message is about. */
  static String job(ChatMessage message) {
    Matcher found = JOB.matcher(message.words());
    if (!found.find()) {
      throw new AssertionError("no job is named in: " + message.words());
    }
    return found.group(1);
  }
}
