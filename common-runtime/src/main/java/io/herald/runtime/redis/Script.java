package io.herald.runtime.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.lettuce.core.RedisNoScriptException;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/** A Lua script that Redis keeps: called by its digest, and by its text when Redis forgot it. */
public final class Script {

  private final byte[] text;
  private final String digest;
  private final ScriptOutputType output;

  private Script(byte[] text, ScriptOutputType output) {
    this.text = text;
    this.digest = sha1(text);
    this.output = output;
  }

  /** The script made of these files beside that class, one after the other. */
  public static Script of(Class<?> beside, ScriptOutputType output, String... files) {
    var text = new StringBuilder();
    for (String file : files) {
      text.append(read(beside, file)).append('\n');
    }
    return new Script(text.toString().getBytes(UTF_8), output);
  }

  /**
   * Runs it. In a cluster its keys have to lie in one slot.
   *
   * @param <T> what Lettuce makes of the script's output
   */
  public <T> CompletionStage<T> run(
      RedisClusterAsyncCommands<byte[], byte[]> commands, byte[][] keys, byte[]... arguments) {
    return commands
        .<T>evalsha(digest, output, keys, arguments)
        .exceptionallyCompose(error ->
            isForgotten(error)
                ? commands.eval(text, output, keys, arguments)
                : CompletableFuture.failedFuture(error));
  }

  private static boolean isForgotten(Throwable error) {
    Throwable cause = error instanceof CompletionException wrapped ? wrapped.getCause() : error;
    return cause instanceof RedisNoScriptException;
  }

  private static String read(Class<?> beside, String file) {
    try (InputStream in = beside.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException(file + " is missing from the jar");
      }
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String sha1(byte[] text) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(text));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
