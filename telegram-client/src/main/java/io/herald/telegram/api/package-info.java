/** The calls that ingestion needs: who the bot is, its webhook, and updates as raw bytes. */
@NullMarked
package io.herald.telegram.api;

import org.jspecify.annotations.NullMarked;
