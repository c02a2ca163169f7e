package io.herald.runtime.index;

import java.util.List;

/**
 * An index over topics.
 *
 * @param name for its keys in Redis, its metrics and logs: {@code accounts}
 * @param topics what it is made of
 */
public record IndexSpec(String name, List<String> topics) {}
