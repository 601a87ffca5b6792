package io.github.feedback4j.examples;

import io.github.feedback4j.prompt.ResponseBehaviour;

/**
 * What a fatigue report takes for granted.
 *
 * @param behaviour what people do with a question
 * @param satisfied the share of satisfied answers for which margins are computed
 * @param seed the dice
 */
record FatigueAssumptions(ResponseBehaviour behaviour, double satisfied, long seed) {}
