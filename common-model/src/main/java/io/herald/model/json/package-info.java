/** The one JSON codec of every record. */
@NullMarked
package io.herald.model.json;

import org.jspecify.annotations.NullMarked;
