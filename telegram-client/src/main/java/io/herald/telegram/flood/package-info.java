/** The arithmetic of flood control: who may send when. No clock, no store, no threads. */
@NullMarked
package io.herald.telegram.flood;

import org.jspecify.annotations.NullMarked;
