package io.herald.model.message;

import org.jspecify.annotations.Nullable;

/**
 * Where a message comes from and who it is for, in the words of whoever asked for it.
 *
 * @param source the service that asked
 * @param kind what it is about
 * @param user the person it is for; absent: it was addressed to a chat
 */
public record Origin(@Nullable String source, @Nullable String kind, @Nullable String user) {}
