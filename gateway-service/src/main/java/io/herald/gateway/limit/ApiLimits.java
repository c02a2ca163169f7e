package io.herald.gateway.limit;

import io.herald.runtime.config.InvalidSetting;
import io.herald.runtime.config.Rate;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What one caller of the API may do, and how much may come at once.
 *
 * @param limit notifications and uploads of one caller, a rate per second. Half of it is let
 *     through by each replica on its own, the other half is shared by all
 * @param body largest body
 */
@ConfigurationProperties("herald.api")
public record ApiLimits(@DefaultValue("500/s") Rate limit, @DefaultValue Body body) {

  /** Checks. */
  public ApiLimits {
    if (limit.period().toSeconds() != 1) {
      throw new InvalidSetting("HERALD_API_LIMIT", "must be a rate per second, such as 500/s");
    }
  }

  /**
   * Sizes of bodies.
   *
   * @param limit largest body of a request with notifications, 1 KB to 16 MB
   */
  public record Body(@DefaultValue("2MB") DataSize limit) {

    private static final DataSize LEAST = DataSize.ofKilobytes(1);
    private static final DataSize MOST = DataSize.ofMegabytes(16);

    /** Checks. */
    public Body {
      if (limit.compareTo(LEAST) < 0 || limit.compareTo(MOST) > 0) {
        throw new InvalidSetting("HERALD_API_BODY_LIMIT", "must be 1KB to 16MB, such as 2MB");
      }
    }
  }

  /** Bytes of the largest body. */
  public int bodyBytes() {
    return Math.toIntExact(body.limit().toBytes());
  }
}
