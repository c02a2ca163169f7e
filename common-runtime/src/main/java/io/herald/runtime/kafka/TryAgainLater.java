package io.herald.runtime.kafka;

/**
 * Marks an error that will pass and that no record is to blame for: what a handler needs is away.
 * The record waits, and is tried again until it works.
 */
public interface TryAgainLater {}
