/** Who has linked their Telegram, and what they want to get: the record of accounts. */
@NullMarked
package io.herald.model.account;

import org.jspecify.annotations.NullMarked;
