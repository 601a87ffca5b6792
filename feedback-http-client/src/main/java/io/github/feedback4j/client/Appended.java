package io.github.feedback4j.client;

/** What has become of a record that was given to the spool. */
sealed interface Appended {

  /** It is in the spool, as durable as the {@link FsyncPolicy} says. */
  record Accepted() implements Appended {}

  /** It is not; after {@code DISK} and {@code TIMEOUT} it may still be delivered. */
  record Rejected(Reason reason) implements Appended {}

  /** Why a record was not taken. */
  enum Reason {
    /** There is no room until the collector has taken something, or something has expired. */
    FULL,
    /** The spool was closed. */
    CLOSED,
    /** The record is larger than {@link SpoolOptions#maxRecordBytes}. */
    TOO_LARGE,
    /** The disk refused; the next append tries again. */
    DISK,
    /** It took longer than {@link SpoolOptions#appendTimeout}. */
    TIMEOUT
  }
}
