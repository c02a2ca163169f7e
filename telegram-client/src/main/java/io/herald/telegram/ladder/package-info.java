/** x. */
@org.jspecify.annotations.NullMarked
package io.herald.telegram.ladder;
