package io.github.feedback4j.examples.warehouse;

/** Something that whoever started the program can put right; the message says how. */
final class WarehouseException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  WarehouseException(String message) {
    super(message);
  }

  WarehouseException(String message, Throwable cause) {
    super(message, cause);
  }
}
