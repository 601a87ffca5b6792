package io.github.feedback4j.response;

/**
 * What became of the invitations that were made in some time.
 *
 * @param invited how many were made and not withdrawn unseen
 * @param shown how many of them were on a screen, answered ones included
 * @param answered how many of them were answered, at least in part
 * @param dismissed how many of them were closed without an answer, opt-outs included
 * @since 0.1
 */
public record ContactCounts(long invited, long shown, long answered, long dismissed) {}
