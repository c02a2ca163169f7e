/** Everything on one machine: starts, shows, watches and stops the whole system. */
@NullMarked
package io.herald.local;

import org.jspecify.annotations.NullMarked;
