package io.herald.bench.emulator;

import java.util.List;

/**
 * Part of the emulator's log of accepted sends.
 *
 * @param next where the next page begins
 */
record OutgoingPage(long next, List<Arrival> items) {}
