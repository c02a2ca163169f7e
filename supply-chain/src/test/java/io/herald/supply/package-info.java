/** What the services are made of, held to what the repository says about it. */
@NullMarked
package io.herald.supply;

import org.jspecify.annotations.NullMarked;
