package io.herald.telegram.text.split;

/**
 * Finds what Telegram, or a reader, takes for one address in plain text: links with and without
 * scheme, mail addresses, mentions, and words behind a hash. Rather too much than too little: what
 * is found is only kept in one piece.
 */
final class FindAddresses {
  /** How far behind the end is looked: a host name is shorter. */
  private static final int AHEAD = 256;

  private static final String[] SCHEMES = {"https", "http"};

  private final String text;
  private final int end;
  private final Ranges found = new Ranges();
  // The beginning of the word or address that is being read; addresses reach no further back.
  private int free;

  private FindAddresses(String text, int end) {
    this.text = text;
    this.end = end;
  }

  /** Addresses that begin between two places; the last may end where the search does. */
  static Ranges in(String text, int begin, int end) {
    FindAddresses find = new FindAddresses(text, Math.min(text.length(), end + AHEAD));
    find.free = begin;
    int at = begin;
    while (at < find.end) {
      at = find.step(at);
    }
    return find.found;
  }

  private int step(int at) {
    switch (text.charAt(at)) {
      case ' ', '\n' -> free = at + 1;
      case ':' -> {
        if (text.startsWith("://", at)) {
          return scheme(at);
        }
      }
      case '.' -> {
        if (isLetter(at + 1) && isLetter(at + 2)) {
          return host(at);
        }
      }
      case '@' -> {
        if (isNamePart(at + 1)) {
          return name(at);
        }
      }
      case '#', '$' -> {
        if (isWord(at + 1)) {
          return add(at, behindWord(at + 1));
        }
      }
      default -> {
        // Part of an address only if one of the above follows.
      }
    }
    return at + 1;
  }

  /** With a scheme, all up to the next space belongs to it. */
  private int scheme(int colon) {
    int from = Math.max(back(colon, "+.-"), knownScheme(colon));
    return from == colon ? colon + 1 : add(from, behindAddress(colon));
  }

  /** Where a usual scheme begins before a colon, even if a word runs into it; -1 if none does. */
  private int knownScheme(int colon) {
    for (String scheme : SCHEMES) {
      if (text.startsWith(scheme, colon - scheme.length())) {
        return colon - scheme.length();
      }
    }
    return -1;
  }

  /** Without a scheme: the name of a host, and what follows from a slash or the like on. */
  private int host(int dot) {
    int from = back(dot, ".-");
    return from == dot ? dot + 1 : add(from, behindName(dot + 1));
  }

  /** A mention, a mail address, or a command to one of several bots. */
  private int name(int sign) {
    return add(back(sign, ".+-/"), behindName(sign + 1));
  }

  /** Where a name begins that ends before a place. */
  private int back(int end, String alsoInName) {
    int from = end;
    while (from > free
        && (isNamePart(from - 1) || alsoInName.indexOf(text.charAt(from - 1)) >= 0)) {
      from--;
    }
    return from;
  }

  private int behindName(int from) {
    int to = from;
    while (to < end && (isNamePart(to) || ".-@".indexOf(text.charAt(to)) >= 0)) {
      to++;
    }
    int before = beforeScheme(from, to);
    boolean goesOn = before == to && to < end && "/?#:".indexOf(text.charAt(to)) >= 0;
    return goesOn ? behindAddress(to) : before;
  }

  private int add(int from, int to) {
    found.add(from, to);
    free = to;
    return to;
  }

  private int behindAddress(int from) {
    int to = from;
    while (to < end && !ChooseCut.isSpace(text.charAt(to))) {
      to++;
    }
    return to;
  }

  private int behindWord(int from) {
    int to = from;
    while (isWord(to)) {
      to++;
    }
    return beforeScheme(from, to);
  }

  /** Where a name ends that runs into an address with a scheme, or else where it ends itself. */
  private int beforeScheme(int from, int to) {
    int scheme = text.startsWith("://", to) ? knownScheme(to) : -1;
    return scheme > from ? scheme : to;
  }

  private boolean isWord(int at) {
    return at < end && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_');
  }

  private boolean isLetter(int at) {
    return at < end && Character.isLetter(text.charAt(at));
  }

  private boolean isNamePart(int at) {
    if (at >= end) {
      return false;
    }
    char c = text.charAt(at);
    return c < 0x80 && (Character.isLetterOrDigit(c) || c == '_');
  }
}
