package io.herald.runtime.history;

import org.jspecify.annotations.Nullable;

/**
 * Something changed for a person: a notification for them was accepted, or a message of it came to
 * another state.
 *
 * @param id its place in the person's stream; later changes have higher ones
 * @param notification id of the notification
 * @param source the service that asked
 * @param kind what it is about
 * @param title the beginning of its title; absent: none, or not known
 * @param message the message that changed; absent: the notification was accepted
 */
public record Change(
    String id,
    String notification,
    String source,
    String kind,
    @Nullable String title,
    @Nullable MessageView message) {}
