/** The names of topics and record headers, and how the topics are made. */
@NullMarked
package io.herald.model.topic;

import org.jspecify.annotations.NullMarked;
