package io.herald.bench.load;

import java.util.List;

/**
 * What wrk is to do.
 *
 * @param script one of those in {@code benchmarks/wrk}
 * @param threads of wrk
 * @param connections open ones at a time
 * @param seconds how long
 * @param url where to
 * @param arguments for the script
 */
public record Load(
    String script, int threads, int connections, int seconds, String url, List<String> arguments) {}
