package io.github.feedback4j.client;

/**
 * When what is in the spool is forced to the disk.
 *
 * <p>With every policy a record that was accepted survives the death of the process. The policies differ
 * in what a power cut or the death of the operating system takes.
 *
 * @since 0.1
 */
public enum FsyncPolicy {
  /** Before {@code append} returns; those that wait share one fsync. Nothing is lost. */
  ALWAYS,
  /** At most 100 ms after {@code append} has returned. */
  INTERVAL,
  /** Whenever the operating system does it. */
  OS
}
