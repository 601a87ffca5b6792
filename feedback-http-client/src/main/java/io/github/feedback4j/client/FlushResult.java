package io.github.feedback4j.client;

/**
 * What became of the records that were in the spool when a flush began. Immutable.
 *
 * @param delivered how many records the collector took while the flush went on, later ones included
 * @param deadLettered how many were set aside meanwhile, because the collector will never take them or
 *     they had expired
 * @param pending how many of those that were there when it began still wait; with a directory they are
 *     on disk, in memory mode they end with the process
 * @since 0.1
 */
public record FlushResult(long delivered, long deadLettered, long pending) {

  /** Returns whether nothing of what was there waits any more. */
  public boolean isComplete() {
    return pending == 0;
  }
}
