/**
 * The one place where tests get Kafka and Redis from: containers or embedded, the tests do not
 * notice.
 */
@NullMarked
package io.herald.backends;

import org.jspecify.annotations.NullMarked;
