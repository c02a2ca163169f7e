package io.herald.runtime.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.herald.runtime.config.InvalidSetting;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Keys of programs, known by their hashes alone. A key is random and long, so that its plain
 * SHA-256 tells nothing about it.
 */
final class ApiKeys {

  private static final Pattern ENTRY =
      Pattern.compile("([A-Za-z0-9._-]{1,64})=([0-9a-fA-F]{64}):([a-z.+]+)");
  private static final byte[] HASH_OF_NOTHING = sha256("");

  private final List<Entry> entries;

  private ApiKeys(List<Entry> entries) {
    this.entries = List.copyOf(entries);
  }

  /**
   * Reads the operator's list.
   *
   * @param variable name for the message to the operator, which holds no part of the list but names
   * @param list empty or blank for no keys
   * @throws InvalidSetting when an entry is not as it should be
   */
  static ApiKeys parse(String variable, @Nullable String list) {
    List<Entry> entries = new ArrayList<>();
    for (String text : (list == null ? "" : list).split("[;\\n]")) {
      if (!text.isBlank()) {
        entries.add(entry(variable, text.strip(), entries));
      }
    }
    return new ApiKeys(entries);
  }

  private static Entry entry(String variable, String text, List<Entry> before) {
    Matcher matcher = ENTRY.matcher(text);
    if (!matcher.matches()) {
      throw new InvalidSetting(
          variable,
          "entry "
              + (before.size() + 1)
              + " is not name=<sha256 of the key in hex>:scope+scope (several are separated by ;)");
    }
    String name = matcher.group(1);
    byte[] hash = HexFormat.of().parseHex(matcher.group(2));
    if (MessageDigest.isEqual(hash, HASH_OF_NOTHING)) {
      throw new InvalidSetting(variable, "the key of " + name + " is empty");
    }
    if (before.stream().anyMatch(other -> MessageDigest.isEqual(other.hash(), hash))) {
      throw new InvalidSetting(variable, name + " has the key of another name");
    }
    var caller = new Caller(name, scopes(variable, name, matcher.group(3)));
    // A program has two keys while it changes from one to the other.
    if (before.stream().map(Entry::caller).anyMatch(it -> isOther(it, caller))) {
      throw new InvalidSetting(variable, "the keys of " + name + " have different scopes");
    }
    return new Entry(hash, caller);
  }

  private static boolean isOther(Caller before, Caller caller) {
    return before.name().equals(caller.name()) && !before.equals(caller);
  }

  private static Set<Scope> scopes(String variable, String name, String words) {
    return Stream.of(words.split("\\+", -1))
        .map(word ->
            Scope.of(word)
                .orElseThrow(() ->
                    new InvalidSetting(
                        variable, "the key of " + name + " has a scope that is none of " + all())))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static String all() {
    return Stream.of(Scope.values()).map(Scope::word).collect(Collectors.joining(", "));
  }

  /** Whether there is no key at all, so that nobody can be let in. */
  boolean isEmpty() {
    return entries.isEmpty();
  }

  /** Whose key it is. How long this takes says nothing about the keys that exist. */
  Optional<Caller> find(String key) {
    byte[] hash = sha256(key);
    Caller found = null;
    for (Entry entry : entries) {
      found = MessageDigest.isEqual(entry.hash(), hash) ? entry.caller() : found;
    }
    return Optional.ofNullable(found);
  }

  private static byte[] sha256(String key) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(key.getBytes(UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private record Entry(byte[] hash, Caller caller) {}
}
