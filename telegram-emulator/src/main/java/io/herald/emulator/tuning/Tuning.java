package io.herald.emulator.tuning;

/** The settings in force, changed as one. */
public final class Tuning {
  /**
   * A set of settings.
   *
   * @param latencyMs added to every Bot API call
   * @param webhookTimeScale factor on every wait between webhook attempts
   */
  public record Values(long latencyMs, double webhookTimeScale) {
    public Values {
      if (latencyMs < 0 || latencyMs > 600_000) {
        throw new IllegalArgumentException("latency_ms must be between 0 and 600000");
      }
      if (!(webhookTimeScale >= 0) || webhookTimeScale > 1_000) {
        throw new IllegalArgumentException("webhook_time_scale must be between 0 and 1000");
      }
    }
  }

  private final Values initial;
  private volatile Values values;

  public Tuning(Values initial) {
    this.initial = initial;
    this.values = initial;
  }

  public Values values() {
    return values;
  }

  public void change(Values newValues) {
    values = newValues;
  }

  public void restore() {
    values = initial;
  }
}
