package io.herald.runtime.kafka;

import java.time.Duration;
import java.util.List;

/**
 * What one consumer reads and how.
 *
 * @param group consumer group
 * @param topics topics to read
 * @param lanes records of one key are handled in order, those of different keys in up to so many
 *     lanes at once
 * @param step name of the trace step, for example {@code update.handle}
 * @param drain how long in-flight records may take to finish when the service ends
 */
public record ConsumerSpec(
    String group, List<String> topics, int lanes, String step, Duration drain) {}
