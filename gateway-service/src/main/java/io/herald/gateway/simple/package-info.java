/** The simple form: who, what, and that is all. For scripts, over HTTP and a local socket. */
@NullMarked
package io.herald.gateway.simple;

import org.jspecify.annotations.NullMarked;
