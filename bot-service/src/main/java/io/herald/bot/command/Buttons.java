package io.herald.bot.command;

import reactor.core.publisher.Mono;

/**
 * Inline buttons of one kind: they carry its name, and behind a colon what was chosen, together at
 * most 55 bytes: what they carry is signed ({@link SignButtons}), which takes nine more. Buttons
 * stay in chats for years: begin the choice with a version.
 */
public interface Buttons extends HasAudience {

  /** What their data begins with: 1 to 16 of {@code a-z}. */
  String name();

  /**
   * Does what was chosen. The same press may come again after a crash: it has to do the same and
   * give as many replies, in the same order. It fails as a command does ({@link Command#answer}).
   */
  Mono<PressAnswer> answer(Press press);
}
