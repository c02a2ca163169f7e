/** The public contract of what others send to Herald: validation by its JSON Schemas. */
@NullMarked
package io.herald.runtime.contract;

import org.jspecify.annotations.NullMarked;
