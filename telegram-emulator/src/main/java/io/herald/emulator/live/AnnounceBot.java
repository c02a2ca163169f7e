package io.herald.emulator.live;

import io.herald.emulator.update.Bot;
import tools.jackson.databind.node.JsonNodeFactory;

/** Tells pages that a bot appeared, or that its webhook or commands changed. */
public final class AnnounceBot {
  private final LiveEvents events;

  public AnnounceBot(LiveEvents events) {
    this.events = events;
  }

  public void announce(Bot bot) {
    events.tell("bot", () -> JsonNodeFactory.instance.objectNode().put("id", bot.id()));
  }
}
