/** A real OpenID Connect provider with three people who exist on this machine only. */
@NullMarked
package io.herald.identity;

import org.jspecify.annotations.NullMarked;
