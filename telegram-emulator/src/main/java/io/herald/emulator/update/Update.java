package io.herald.emulator.update;

/**
 * One update on its way to a bot.
 *
 * @param json the whole Update object, UTF-8
 * @param run number of the bulk run that made it, or 0
 */
public record Update(
    long bot,
    int id,
    String kind,
    QueueKey queue,
    byte[] json,
    long createdMs,
    long expiresMs,
    long run) {}
