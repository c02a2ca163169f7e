/**
 * Commands per second through the whole of ingestion and the bot service, next to ingestion alone.
 */
@NullMarked
package io.herald.bench.commands;

import org.jspecify.annotations.NullMarked;
