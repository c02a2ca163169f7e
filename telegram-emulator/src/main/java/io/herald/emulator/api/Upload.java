package io.herald.emulator.api;

import org.jspecify.annotations.Nullable;

/** A file that came with a call. */
public record Upload(@Nullable String name, @Nullable String contentType, byte[] bytes) {}
