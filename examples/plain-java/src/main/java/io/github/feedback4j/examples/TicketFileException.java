package io.github.feedback4j.examples;

import java.util.List;

/** Says what is wrong with a ticket file, in lines for the person who wrote it. */
final class TicketFileException extends Exception {

  private static final long serialVersionUID = 1L;

  private static final int SHOWN = 10;

  TicketFileException(String message) {
    super(message);
  }

  static TicketFileException of(List<String> mistakes) {
    String shown = String.join("\n", mistakes.subList(0, Math.min(SHOWN, mistakes.size())));
    return new TicketFileException(
        mistakes.size() <= SHOWN
            ? shown
            : shown + "\nand " + (mistakes.size() - SHOWN) + " more mistakes");
  }
}
