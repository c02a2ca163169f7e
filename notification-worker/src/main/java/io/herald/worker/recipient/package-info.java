/** Who a notification reaches: chats, people who have linked, routes, audiences. */
@NullMarked
package io.herald.worker.recipient;

import org.jspecify.annotations.NullMarked;
