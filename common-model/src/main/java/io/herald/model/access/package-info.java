/** Who may use the bots, as admins changed it. */
@NullMarked
package io.herald.model.access;

import org.jspecify.annotations.NullMarked;
