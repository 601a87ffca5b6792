package io.github.feedback4j.client;

import org.jspecify.annotations.Nullable;

/** What a record of the spool tells the collector. */
enum EventKind {
  RESPONSE(1),
  CONTACT(2),
  /** That a person's data must go. There is room for it even when the spool is full. */
  ERASURE(3),
  SURVEY(4);

  private final int code;

  EventKind(int code) {
    this.code = code;
  }

  /** Returns how it is written on the disk: from 1 to 7, never another one. */
  int code() {
    return code;
  }

  /** Returns what is written so, or null if nothing is. */
  static @Nullable EventKind of(int code) {
    return switch (code) {
      case 1 -> RESPONSE;
      case 2 -> CONTACT;
      case 3 -> ERASURE;
      case 4 -> SURVEY;
      default -> null;
    };
  }
}
