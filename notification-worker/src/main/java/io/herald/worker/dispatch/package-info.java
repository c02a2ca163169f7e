/** Whose turn it is: mailboxes, lanes and the loop that serves them within budgets. */
@NullMarked
package io.herald.worker.dispatch;

import org.jspecify.annotations.NullMarked;
