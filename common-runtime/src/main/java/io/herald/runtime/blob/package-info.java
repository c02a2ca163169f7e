/** Uploaded files, kept in pieces on Kafka. */
@NullMarked
package io.herald.runtime.blob;

import org.jspecify.annotations.NullMarked;
