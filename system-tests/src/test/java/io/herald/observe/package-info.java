/** Metrics, rules, runbooks and dashboards: that they fit the code and each other. */
@NullMarked
package io.herald.observe;

import org.jspecify.annotations.NullMarked;
