package io.herald.emulator;

import io.herald.emulator.flood.Limit;
import io.herald.emulator.flood.Limits;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Start-up settings; most of them can be changed while running.
 *
 * @param latency added to every Bot API call
 * @param webhookTimeScale factor on every wait between webhook attempts
 * @param strictTokens whether only tokens registered by the control API are taken
 * @param keptMessages how many messages and log entries are kept
 * @param keptFiles total size of kept photos and documents
 */
@ConfigurationProperties("emulator")
public record EmulatorSettings(
    @DefaultValue FloodSettings limits,
    @DefaultValue("0ms") Duration latency,
    @DefaultValue("1.0") double webhookTimeScale,
    @DefaultValue("false") boolean strictTokens,
    @DefaultValue("120000") int keptMessages,
    @DefaultValue("64MB") DataSize keptFiles) {

  public EmulatorSettings {
    if (latency.isNegative() || latency.toMinutes() > 10) {
      throw new IllegalArgumentException("emulator.latency must be between 0 and 10 minutes");
    }
    if (!(webhookTimeScale >= 0) || webhookTimeScale > 1_000) {
      throw new IllegalArgumentException("emulator.webhook-time-scale must be between 0 and 1000");
    }
    if (keptMessages < 100) {
      throw new IllegalArgumentException("emulator.kept-messages must be at least 100");
    }
  }

  /**
   * Flood limits as rates like {@code 30/s}, {@code 20/m}, or {@code off}.
   *
   * @param global per bot
   * @param chat per private chat
   * @param group per group
   */
  public record FloodSettings(
      @DefaultValue("30/s") String global,
      @DefaultValue("1/s") String chat,
      @DefaultValue("20/m") String group,
      @DefaultValue("3") int chatBurst) {

    public FloodSettings {
      Limit.parse("emulator.limits.global", global);
      Limit.parse("emulator.limits.chat", chat);
      Limit.parse("emulator.limits.group", group);
      if (chatBurst < 1) {
        throw new IllegalArgumentException("emulator.limits.chat-burst must be at least 1");
      }
    }

    /** The same, read. */
    public Limits toLimits() {
      return new Limits(
          Limit.parse("emulator.limits.global", global),
          Limit.parse("emulator.limits.chat", chat),
          Limit.parse("emulator.limits.group", group),
          chatBurst);
    }
  }
}
