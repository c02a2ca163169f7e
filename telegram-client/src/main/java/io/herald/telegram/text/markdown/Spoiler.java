package io.herald.telegram.text.markdown;

import org.commonmark.node.CustomNode;

/** Text between two pairs of bars. */
final class Spoiler extends CustomNode {}
