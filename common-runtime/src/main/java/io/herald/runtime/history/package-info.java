/** What became of notifications: who writes it from Kafka into Redis, and who is asked. */
@NullMarked
package io.herald.runtime.history;

import org.jspecify.annotations.NullMarked;
