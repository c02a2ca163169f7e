/** The service that turns updates into replies. */
@NullMarked
package io.herald.bot;

import org.jspecify.annotations.NullMarked;
