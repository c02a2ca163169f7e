/** Notifications from outside: by HTTP, Kafka and socket to the phone, and what is told of them. */
@NullMarked
package io.herald.system.notify;

import org.jspecify.annotations.NullMarked;
