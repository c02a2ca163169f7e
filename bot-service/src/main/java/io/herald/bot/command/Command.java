package io.herald.bot.command;

import java.util.List;
import reactor.core.publisher.Mono;

/**
 * A command that people can send: one small class, made a bean by the package that it belongs to,
 * is found by its name and listed by /help.
 */
public interface Command extends HasAudience {

  /** Its name without the slash: 1 to 32 of {@code a-z0-9_}. */
  String name();

  /** What it does, in a few words for the list that /help sends. */
  String summary();

  /** What has to follow it; people who write something else are told. */
  default Usage usage() {
    return Usage.NONE;
  }

  /** Whether it concerns one person alone; in a group there is only a hint to write in private. */
  default boolean isPersonal() {
    return false;
  }

  /**
   * Does it, and says what is answered; empty for nothing. The same request may come again after a
   * crash: it has to do the same and give as many replies, in the same order.
   *
   * <p>With Kafka's error the update waits. Failing because Redis is away tells the person to try
   * again in a minute; with any other error that it failed, and it is not tried again.
   */
  Mono<List<Reply>> answer(Request request);
}
