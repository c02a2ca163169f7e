/** What a person wants to get, and when: decided by pure functions. */
@NullMarked
package io.herald.worker.preference;

import org.jspecify.annotations.NullMarked;
