package io.github.feedback4j.benchmarks.delivery;

/** How a collector, or the network before it, can misbehave. */
enum Fault {
  /** It does what it should. */
  NONE,
  /** It answers 503. */
  UNAVAILABLE,
  /** It answers 429 and wants to be left alone for a second. */
  THROTTLED,
  /** It closes the connection hard, and has kept nothing. */
  RESET,
  /** It keeps the records, and closes the connection hard before it has answered. */
  LOST_ANSWER,
  /** It takes the request and never answers. */
  SILENT,
  /** It answers after five seconds. */
  SLOW,
  /** It answers 413 to more than 16 KiB. */
  SMALL,
  /** Nobody listens at its port. */
  DOWN
}
