package io.herald.observe;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a query of Prometheus names; its grammar is promtool's business. */
record Query(String text) {

  private static final Pattern STRING = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");
  private static final Pattern SELECTOR =
      Pattern.compile("([A-Za-z_:][A-Za-z0-9_:]*)\\s*\\{([^}]*)}");
  private static final Pattern LABEL = Pattern.compile("([a-z_]+)\\s*(?:=~|!~|!=|=)");
  private static final Pattern GROUPING =
      Pattern.compile("\\b(?:by|without|on|ignoring|group_left|group_right)\\s*\\([^)]*\\)");
  private static final Pattern NAME =
      Pattern.compile("(?<![\\w.:])([A-Za-z_:][A-Za-z0-9_:]*)\\b(?!\\s*\\()");
  private static final Set<String> WORDS =
      Set.of("and", "or", "unless", "bool", "offset", "NaN", "Inf");

  /** The names of its series. */
  Set<String> series() {
    String bare = STRING.matcher(text).replaceAll("\"\"");
    bare = bare.replaceAll("\\{[^}]*}", " ").replaceAll("\\[[^]]*]", " ");
    bare = GROUPING.matcher(bare).replaceAll(" ");
    Set<String> names = new LinkedHashSet<>();
    NAME.matcher(bare).results().map(MatchResult::group).forEach(names::add);
    names.removeAll(WORDS);
    return names;
  }

  /** A series with the labels that are asked for. */
  record Selector(String series, Set<String> labels) {}

  List<Selector> selectors() {
    String bare = STRING.matcher(text).replaceAll("\"\"");
    return SELECTOR.matcher(bare).results().map(Query::selector).toList();
  }

  private static Selector selector(MatchResult found) {
    return new Selector(
        found.group(1),
        LABEL.matcher(found.group(2)).results().map(it -> it.group(1)).collect(Collectors.toSet()));
  }
}
