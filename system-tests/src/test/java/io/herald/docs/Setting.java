package io.herald.docs;

/**
 * An environment variable as one module reads it.
 *
 * @param variable its name, with {@code <NAME>} where anything may stand
 * @param type what a value is, in a word
 * @param fallback what counts when it is not set; empty: nothing does
 * @param meaning in Markdown
 * @param owner the class that explains it
 * @param sign what the sources of a service that uses it have in them, as an expression; empty: all
 *     use it
 */
record Setting(
    String variable, String type, String fallback, String meaning, String owner, String sign) {

  private static final String SECRET = ".*(TOKEN|SECRET|SECRET_PREVIOUS|PASSWORD|API_KEYS|TLS_KEY)";

  Setting withFallback(String other) {
    if (!fallback.isEmpty() && !other.isEmpty() && !fallback.equals(other)) {
      throw new IllegalStateException(
          variable + " has two defaults: " + fallback + " in " + owner + ", and " + other);
    }
    return new Setting(variable, type, fallback.isEmpty() ? other : fallback, meaning, owner, sign);
  }

  /** Its row of a table, with the cells that come before the meaning. */
  String row(String... before) {
    return "| `%s` | %s | %s |%s %s |"
        .formatted(
            variable,
            variable.matches(SECRET) ? "secret" : type,
            fallback.isEmpty() ? "–" : "`" + fallback + "`",
            before.length == 0 ? "" : " " + String.join(" | ", before) + " |",
            meaning.replace("|", "\\|"));
  }
}
