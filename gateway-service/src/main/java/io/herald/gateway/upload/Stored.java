package io.herald.gateway.upload;

import org.jspecify.annotations.Nullable;

/**
 * What a caller gets for a file that was uploaded.
 *
 * @param id names the file in a notification's {@code photo} or {@code document}
 * @param size bytes
 * @param type media type; of pictures, what they really are
 * @param name file name, if it has one
 */
record Stored(String id, int size, String type, @Nullable String name) {}
