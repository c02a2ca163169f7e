package io.herald.gateway.limit;

import io.herald.runtime.config.Rate;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Request limits, shared by all replicas.
 *
 * @param address refused requests (wrong secret, unknown bot, malformed) from one address
 * @param sender authentic updates of one Telegram user; far above what Telegram delivers, since it
 *     sends one update of a chat at a time
 */
@ConfigurationProperties("herald.limits")
record LimitSettings(@DefaultValue("60/m") Rate address, @DefaultValue("300/s") Rate sender) {}
