/** Prometheus and Grafana beside the stack, where this machine has them. */
@NullMarked
package io.herald.local.observe;

import org.jspecify.annotations.NullMarked;
