/**
 * How the worker finds out that Telegram takes less than it is told, and that it takes more again.
 */
@NullMarked
package io.herald.bench.learning;

import org.jspecify.annotations.NullMarked;
