/** Reads the lanes and retry topics from Kafka, and commits what is done with. */
@NullMarked
package io.herald.worker.intake;

import org.jspecify.annotations.NullMarked;
