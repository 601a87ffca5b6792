package io.github.feedback4j.response;

/**
 * How many responses gave the same rating under the same circumstances.
 *
 * @param surveyVersion the version of the survey that was answered
 * @param value the rating
 * @param inclusionProbability the probability with which these respondents were chosen
 * @param count how many, at least 1
 * @since 0.1
 */
public record RatingCount(int surveyVersion, int value, double inclusionProbability, long count) {}
