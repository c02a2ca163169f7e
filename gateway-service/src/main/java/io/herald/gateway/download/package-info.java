/** Hands out the files of jobs to whoever has a signed link. */
@NullMarked
package io.herald.gateway.download;

import org.jspecify.annotations.NullMarked;
