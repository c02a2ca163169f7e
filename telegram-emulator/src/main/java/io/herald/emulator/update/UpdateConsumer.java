package io.herald.emulator.update;

/** Is told that there is something new in a bot's queue. */
public interface UpdateConsumer {
  UpdateConsumer NONE = update -> {};

  void updateArrived(Update update);
}
