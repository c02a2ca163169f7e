/** Jobs as every service may ask for them: what kinds there are, and how far each job is. */
@NullMarked
package io.herald.runtime.job;

import org.jspecify.annotations.NullMarked;
