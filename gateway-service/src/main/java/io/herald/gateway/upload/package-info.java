/** Files that are uploaded, to go along with notifications. */
@NullMarked
package io.herald.gateway.upload;

import org.jspecify.annotations.NullMarked;
