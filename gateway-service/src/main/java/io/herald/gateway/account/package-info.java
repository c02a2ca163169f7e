/** People's accounts: their index, and what they may ask and change about them. */
@NullMarked
package io.herald.gateway.account;

import org.jspecify.annotations.NullMarked;
