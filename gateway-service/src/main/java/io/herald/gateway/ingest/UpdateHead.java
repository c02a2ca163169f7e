package io.herald.gateway.ingest;

/**
 * What ingestion needs to know of an update.
 *
 * @param updateId Telegram's {@code update_id}, sequential per bot
 * @param key what decides the order: chat id, else user id, else empty (then the bot's name)
 * @param sender id of the user who caused it; 0 where the update names none
 */
public record UpdateHead(long updateId, String key, long sender) {}
