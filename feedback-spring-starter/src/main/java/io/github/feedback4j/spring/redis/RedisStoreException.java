package io.github.feedback4j.spring.redis;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Redis could not do what was asked, or could not be set up for it.
 *
 * <p>What Redis says about a failure may repeat the arguments of a command, which are personal. So
 * neither this message nor its cause repeats them: they have the operation, the code that Redis gives
 * and the place.
 */
final class RedisStoreException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** An error of Redis begins with its code. */
  private static final Pattern CODE = Pattern.compile("^-?([A-Z]{2,})\\b");

  private static final String WAY_OUT =
      "Start Redis and look at the properties spring.data.redis.*. With "
          + "feedback4j.respondent.pseudonym-key the application starts without Redis as well, and "
          + "asks nobody until it is there.";

  private final String wayOut;

  RedisStoreException(String operation, RuntimeException failure) {
    super(message(operation, failure), withoutValues(failure));
    this.wayOut = WAY_OUT;
  }

  /** Creates an exception with a text of ours, which names no person. */
  RedisStoreException(String message, String wayOut) {
    super(message);
    this.wayOut = wayOut;
  }

  String wayOut() {
    return wayOut;
  }

  /** Returns whether an exception or a cause of it says this. */
  static boolean isSaid(Throwable failure, String words) {
    for (Throwable each = failure; each != null; each = each.getCause()) {
      String message = each.getMessage();
      if (message != null && message.contains(words)) {
        return true;
      }
    }
    return false;
  }

  private static String message(String operation, RuntimeException failure) {
    String code = code(failure);
    String kind = failure.getClass().getSimpleName();
    return "could not " + operation + ": "
        + (code == null ? kind + " (no connection, or no answer in time)" : code + meaning(code));
  }

  private static @Nullable String code(Throwable failure) {
    for (Throwable each = failure; each != null; each = each.getCause()) {
      Matcher matcher = CODE.matcher(String.valueOf(each.getMessage()));
      if (matcher.find()) {
        return matcher.group(1);
      }
    }
    return null;
  }

  private static String meaning(String code) {
    return switch (code) {
      case "NOAUTH", "WRONGPASS", "NOPERM" ->
        " (not authorised; docs/spring.md names the commands and keys that feedback4j needs)";
      case "OOM" -> " (Redis is out of memory)";
      case "READONLY" -> " (this Redis is a replica; the connection must lead to the master)";
      case "MISCONF" -> " (Redis cannot write its file, so it accepts nothing)";
      case "LOADING", "CLUSTERDOWN", "MASTERDOWN", "TRYAGAIN" -> " (Redis is not ready)";
      case "WRONGTYPE" -> " (something else uses a key below feedback4j.redis.key-prefix)";
      default -> " (an error of Redis)";
    };
  }

  private static IllegalStateException withoutValues(RuntimeException failure) {
    IllegalStateException copy =
        new IllegalStateException(failure.getClass().getName() + ", text withheld");
    copy.setStackTrace(failure.getStackTrace());
    return copy;
  }
}
