/** Renders the Helm chart over a matrix of values and holds what comes out to what was promised. */
@NullMarked
package io.herald.chart;

import org.jspecify.annotations.NullMarked;
