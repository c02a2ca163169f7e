package io.herald.telegram.text.split;

/**
 * How large parts may be.
 *
 * @param first most code points of the first part, at least {@value #LEAST}
 * @param rest most code points of each other part, at least {@value #LEAST}
 * @param entities most entities of a part, at least {@value #LEAST_ENTITIES}
 * @param marked whether parts end with a line such as {@code [2/3]}, which counts within the limit
 */
public record SplitLimits(int first, int rest, int entities, boolean marked) {

  /** Of a text message, in code points after parsing; Telegram's figure. */
  public static final int TEXT = 4096;

  /** Of a caption, in code points after parsing; Telegram's figure. */
  public static final int CAPTION = 1024;

  /** Of a message; Telegram's figure, which drops more without a word. */
  public static final int ENTITIES = 100;

  /** Room for a mark and some text beside it. */
  public static final int LEAST = 32;

  /** As many can cover one character: a quote, a link, and one of each style. */
  public static final int LEAST_ENTITIES = 8;

  public SplitLimits {
    if (Math.min(first, rest) < LEAST) {
      throw new IllegalArgumentException("a part has at least " + LEAST + " code points");
    }
    if (entities < LEAST_ENTITIES) {
      throw new IllegalArgumentException("a part has at least " + LEAST_ENTITIES + " entities");
    }
  }

  /** Parts that are text messages. */
  public static SplitLimits text(boolean marked) {
    return new SplitLimits(TEXT, TEXT, ENTITIES, marked);
  }

  /** A caption and text messages after it. */
  public static SplitLimits captioned(boolean marked) {
    return new SplitLimits(CAPTION, TEXT, ENTITIES, marked);
  }
}
