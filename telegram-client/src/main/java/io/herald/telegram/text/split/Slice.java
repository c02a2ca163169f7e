package io.herald.telegram.text.split;

/** A stretch of the text that becomes a part, without the white space around it. */
record Slice(int begin, int end) {}
