package io.herald.gateway.account;

import io.herald.model.account.TelegramLink;
import java.util.Optional;

/**
 * How a person stands with Telegram.
 *
 * @param link the chat that they have linked; empty: none
 * @param botUsername the bot to write to, without the {@code @}; empty: Telegram has not said yet
 * @param suspended whether they have blocked the bot, so that nothing reaches them
 */
public record Standing(
    Optional<TelegramLink> link, Optional<String> botUsername, boolean suspended) {}
