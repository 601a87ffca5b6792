package io.github.feedback4j.spring.redis;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.connection.ReturnType;

/** A script that Redis runs as one step on one key. */
final class RedisScript {

  private static final int KEYS = 1;

  private final byte[] text;
  private final String digest;

  RedisScript(String lua) {
    text = lua.getBytes(StandardCharsets.UTF_8);
    digest = sha1(text);
  }

  /** Returns whether the script returned 1; sends its text only where Redis does not know it yet. */
  boolean run(RedisConnection connection, byte[] key, byte[]... values) {
    byte[][] all = new byte[KEYS + values.length][];
    all[0] = key;
    System.arraycopy(values, 0, all, KEYS, values.length);
    Long result;
    try {
      result = connection.scriptingCommands().evalSha(digest, ReturnType.INTEGER, KEYS, all);
    } catch (RuntimeException e) {
      // Redis forgets its scripts when it starts, and a node of a cluster has its own.
      if (!RedisStoreException.isSaid(e, "NOSCRIPT")) {
        throw e;
      }
      result = connection.scriptingCommands().eval(text, ReturnType.INTEGER, KEYS, all);
    }
    return result != null && result == 1;
  }

  private static String sha1(byte[] text) {
    try {
      // Redis names scripts so; nothing is kept secret by it.
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(text));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform must have SHA-1", e);
    }
  }
}
