/** Kill tests: any part of the path dies under load, and no update is lost. */
@NullMarked
package io.herald.system.proof;

import org.jspecify.annotations.NullMarked;
