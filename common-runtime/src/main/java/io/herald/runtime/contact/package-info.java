/** Which contacts can't be written to at present. */
@NullMarked
package io.herald.runtime.contact;

import org.jspecify.annotations.NullMarked;
