package io.github.feedback4j.client;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the spool stands. What is pending is as of now; everything else counts since the spool was opened.
 *
 * @param pendingRecords how many wait to be acknowledged
 * @param pendingBytes the bytes of those, without what the spool adds
 * @param oldestAppended when the oldest of those was appended, or null if there is none
 * @param spoolBytes what records and dead letters occupy, which is the most of what {@code maxBytes} bounds
 * @param accepted how many {@code append} took
 * @param rejected how many it did not take, by reason
 * @param expired how many became older than {@code maxAge}; also among {@code deadLettered}
 * @param erased how many were removed because a person's data had to go
 * @param corrupt how many places of the files could not be read and were skipped
 * @param torn how many files ended within a record, as after a crash, and were cut off before it
 * @param deadLettered how many were set aside, by reason
 */
record SpoolStats(
    long pendingRecords,
    long pendingBytes,
    @Nullable Instant oldestAppended,
    long spoolBytes,
    long accepted,
    Map<Appended.Reason, Long> rejected,
    long expired,
    long erased,
    long corrupt,
    long torn,
    Map<String, Long> deadLettered) {}
