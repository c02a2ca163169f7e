/**
 * The pages of docs/: that what they say of settings is what the code says, and that their links
 * lead somewhere.
 */
@NullMarked
package io.herald.docs;

import org.jspecify.annotations.NullMarked;
