/** Figures, goals and tables for people, and the same as JSON. */
@NullMarked
package io.herald.bench.report;

import org.jspecify.annotations.NullMarked;
