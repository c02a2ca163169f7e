/** People's accounts: linking their Telegram, and what they want to get. */
@NullMarked
package io.herald.gateway.account;

import org.jspecify.annotations.NullMarked;
