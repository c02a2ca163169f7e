/** What became of notifications: an index of what was asked for and delivered, and its queries. */
@NullMarked
package io.herald.gateway.history;

import org.jspecify.annotations.NullMarked;
