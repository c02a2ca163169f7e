/** The core of ingestion: claim an update, make it durable, and only then say so. Knows no HTTP. */
@NullMarked
package io.herald.gateway.ingest;

import org.jspecify.annotations.NullMarked;
