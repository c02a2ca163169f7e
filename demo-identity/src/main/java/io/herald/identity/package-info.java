/** A real OpenID Connect provider with two people who exist on this machine only. */
@NullMarked
package io.herald.identity;

import org.jspecify.annotations.NullMarked;
