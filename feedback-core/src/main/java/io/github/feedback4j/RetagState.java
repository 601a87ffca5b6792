package io.github.feedback4j;

/**
 * How far the tags of kept comments are those of the pack that tags now.
 *
 * @param packId the pack that tags now, such as {@code it-service:4:ab12cd34}
 * @param tagged how many responses have texts that were tagged, by whatever pack
 * @param outdated how many of them another pack or engine has tagged
 * @param isRunning whether some node is {@linkplain Tags#retagAlone tagging them again}
 * @since 0.1
 */
public record RetagState(String packId, long tagged, long outdated, boolean isRunning) {}
