/**
 * What callers are told where no route has an answer: problem details, and nothing of the inside.
 */
@NullMarked
package io.herald.gateway.problem;

import org.jspecify.annotations.NullMarked;
