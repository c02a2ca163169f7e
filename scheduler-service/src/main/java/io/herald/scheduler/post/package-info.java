/** Posts: they are published at their time, and whoever wanted them is told what came of it. */
@NullMarked
package io.herald.scheduler.post;

import org.jspecify.annotations.NullMarked;
