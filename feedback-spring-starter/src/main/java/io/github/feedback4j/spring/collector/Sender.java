package io.github.feedback4j.spring.collector;

import java.util.List;

/**
 * An application that may send.
 *
 * @param name what log lines call it
 * @param source the only source that its events may name
 * @param allowance how many batches it may send
 */
record Sender(String name, String source, List<TokenHash> hashes, Allowance allowance) {

  /** Returns whether this is one of its tokens; every hash is compared, whichever it is. */
  boolean has(TokenHash token) {
    boolean found = false;
    for (TokenHash each : hashes) {
      found |= each.equals(token);
    }
    return found;
  }
}
