package io.herald.worker.bot;

import java.util.Map;
import java.util.Optional;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** All bots that messages are sent for. Up while there is one and Telegram accepts each. */
public final class SendingBots implements HealthIndicator {

  private final Map<String, SendingBot> bots;

  /**
   * The bots by name.
   *
   * @param bots empty: nothing can be sent
   */
  public SendingBots(Map<String, SendingBot> bots) {
    this.bots = Map.copyOf(bots);
  }

  /** The bot of that name, if it has a token. */
  public Optional<SendingBot> find(String name) {
    return Optional.ofNullable(bots.get(name));
  }

  /** All of them by name. */
  Map<String, SendingBot> all() {
    return bots;
  }

  /** Whether no bot has a token. */
  public boolean isEmpty() {
    return bots.isEmpty();
  }

  @Override
  public Health health() {
    boolean up = !isEmpty() && bots.values().stream().allMatch(SendingBot::isAccepted);
    return (up ? Health.up() : Health.down()).build();
  }
}
