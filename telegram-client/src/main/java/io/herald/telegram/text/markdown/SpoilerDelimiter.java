package io.herald.telegram.text.markdown;

import org.commonmark.node.Nodes;
import org.commonmark.node.Text;
import org.commonmark.parser.delimiter.DelimiterProcessor;
import org.commonmark.parser.delimiter.DelimiterRun;

/** Spoilers, {@code ||like this||}: exactly two bars on each side. */
final class SpoilerDelimiter implements DelimiterProcessor {

  @Override
  public char getOpeningCharacter() {
    return '|';
  }

  @Override
  public char getClosingCharacter() {
    return '|';
  }

  @Override
  public int getMinLength() {
    return 2;
  }

  @Override
  public int process(DelimiterRun opening, DelimiterRun closing) {
    if (opening.length() != 2 || closing.length() != 2) {
      return 0;
    }
    Text opener = opening.getOpener();
    Spoiler spoiler = new Spoiler();
    Nodes.between(opener, closing.getCloser()).forEach(spoiler::appendChild);
    opener.insertAfter(spoiler);
    return 2;
  }
}
