package io.herald.scheduler.type;

import io.herald.model.notification.TextMarkup;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How what a notification script prints becomes a notification.
 *
 * @param cooldown how long its owner is spared what it tells next, when it does not say; zero: not
 * @param template name of the template that is rendered with its data; null: its own words
 * @param markup what its message is written in
 */
public record Notifying(Duration cooldown, @Nullable String template, TextMarkup markup) {}
