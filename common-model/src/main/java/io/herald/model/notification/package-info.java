/** What other services ask Herald to send: the public contract. */
@NullMarked
package io.herald.model.notification;

import org.jspecify.annotations.NullMarked;
