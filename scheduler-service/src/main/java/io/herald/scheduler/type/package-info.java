/** The kinds of jobs there are: read from a file, checked, and told to everybody. */
@NullMarked
package io.herald.scheduler.type;

import org.jspecify.annotations.NullMarked;
