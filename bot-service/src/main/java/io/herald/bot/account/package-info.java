/** What people do about their account in the chat: link it, unlink it, choose what they get. */
@NullMarked
package io.herald.bot.account;

import org.jspecify.annotations.NullMarked;
