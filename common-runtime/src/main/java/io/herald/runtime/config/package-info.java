/** Where settings come from, and what makes one wrong. */
@NullMarked
package io.herald.runtime.config;

import org.jspecify.annotations.NullMarked;
