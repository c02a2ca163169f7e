/** Notifications that come in over HTTP: checked, claimed, durable, and only then accepted. */
@NullMarked
package io.herald.gateway.notify;

import org.jspecify.annotations.NullMarked;
