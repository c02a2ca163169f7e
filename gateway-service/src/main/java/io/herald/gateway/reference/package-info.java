/** What the API looks like, for people and for tools. */
@NullMarked
package io.herald.gateway.reference;

import org.jspecify.annotations.NullMarked;
