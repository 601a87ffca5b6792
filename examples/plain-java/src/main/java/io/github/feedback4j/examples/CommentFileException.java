package io.github.feedback4j.examples;

import java.util.List;

/** Says what is wrong with a file of comments, in lines for the person who wrote it. */
final class CommentFileException extends Exception {

  private static final long serialVersionUID = 1L;

  /** So many mistakes are named. */
  static final int SHOWN = 10;

  CommentFileException(String message) {
    super(message);
  }

  /** Names the first mistakes, and says that there are more if there are. */
  static CommentFileException of(List<String> mistakes) {
    String shown = String.join("\n", mistakes.subList(0, Math.min(SHOWN, mistakes.size())));
    return new CommentFileException(
        mistakes.size() <= SHOWN ? shown : shown + "\nand more mistakes after these");
  }
}
