package io.github.feedback4j.client;

import org.jspecify.annotations.Nullable;

/**
 * The spool could not be opened: its directory is in use by another process, is not writable, or was
 * written by a newer version. The message names the file and the way out.
 *
 * <p>Thrown when a client is set up and never later.
 *
 * @since 0.1
 */
public final class SpoolException extends RuntimeException {

  private static final long serialVersionUID = 1;

  SpoolException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
