package io.herald.bench.send;

import java.util.Map;

/**
 * One turn of a sender.
 *
 * @param number counted from 0, the warm-up's below 0
 * @param perSecond messages, from the start to the acceptance of the last one
 * @param cpuMicros processor time per message, by process
 * @param duplicates messages that were accepted once more
 * @param missing messages that were not accepted
 */
record Round(
    Part sender,
    int number,
    double perSecond,
    Map<String, Double> cpuMicros,
    int duplicates,
    int missing) {}
