package io.herald.runtime.blob;

import org.jspecify.annotations.Nullable;

/**
 * An uploaded file.
 *
 * @param bytes all of it
 * @param type media type as it was uploaded
 * @param name file name; absent: none was given
 */
public record Blob(byte[] bytes, String type, @Nullable String name) {}
