package io.herald.emulator.update;

/** Is told what becomes of updates. */
public interface UpdateJournal {
  void created(Update update);

  /** The bot has it: a 2xx from its webhook, or confirmed by getUpdates. */
  void acknowledged(Update update);
}
