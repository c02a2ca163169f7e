/** Templates of notifications: those built in, and those of the operator. */
@NullMarked
package io.herald.worker.template;

import org.jspecify.annotations.NullMarked;
