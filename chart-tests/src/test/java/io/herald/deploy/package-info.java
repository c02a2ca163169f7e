/**
 * Holds what is delivered beside the chart to the contract: Compose, Prometheus, Grafana, systemd.
 */
@NullMarked
package io.herald.deploy;

import org.jspecify.annotations.NullMarked;
