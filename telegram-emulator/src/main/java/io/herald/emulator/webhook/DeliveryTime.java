package io.herald.emulator.webhook;

import java.time.Clock;
import java.util.function.DoubleSupplier;
import reactor.core.scheduler.Scheduler;

/**
 * The time of the deliveries.
 *
 * @param scale factor on every wait between attempts
 */
public record DeliveryTime(Clock clock, Scheduler timer, DoubleSupplier scale) {}
