package io.herald.runtime.contract;

/**
 * One thing that is wrong with a document.
 *
 * @param path where, as a JSON pointer: {@code /to/0/chat}; empty: the document itself
 * @param problem what, without a word of the document's own text
 */
public record Violation(String path, String problem) {}
