/** What a notification says, as Telegram gets it: template, title, markup, parts. */
@NullMarked
package io.herald.worker.compose;

import org.jspecify.annotations.NullMarked;
