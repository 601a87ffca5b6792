package io.github.feedback4j.insight;

import io.github.feedback4j.score.Score;
import org.jspecify.annotations.Nullable;

/**
 * One team beside all the others.
 *
 * @param team the name of the team
 * @param score its own score
 * @param againstRest its score minus that of all other teams together
 * @param adjustedP its p-value, see {@link Teams}, adjusted for the number of teams by {@link
 *     FalseDiscovery}; or null if the team or the rest has no answers
 * @param verdict better or worse than the rest if the adjusted p-value is below 1 − level
 * @param shrunken its value drawn towards what all teams have in common, or null without answers
 * @param ranks the ranks that it may have, or null without answers
 * @since 0.1
 */
public record TeamComparison(
    String team,
    Score score,
    Difference againstRest,
    @Nullable Double adjustedP,
    Verdict verdict,
    Shrinkage.@Nullable Shrunken shrunken,
    @Nullable RankRange ranks) {}
