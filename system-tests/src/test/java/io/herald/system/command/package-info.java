/** People drive work from the chat and watch it happen, through the whole system. */
@NullMarked
package io.herald.system.command;

import org.jspecify.annotations.NullMarked;
