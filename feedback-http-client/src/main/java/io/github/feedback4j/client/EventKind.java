package io.github.feedback4j.client;

/** What a record of the spool tells the collector; the order is part of the format on disk. */
enum EventKind {
  RESPONSE,
  CONTACT,
  /** That a person's data must go. There is room for it even when the spool is full. */
  ERASURE,
  SURVEY
}
