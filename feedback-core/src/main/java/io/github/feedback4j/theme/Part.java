package io.github.feedback4j.theme;

import java.util.List;

/**
 * One word of a literal: the terms that fit, any of which will do.
 *
 * @param terms the numbers of the terms, sorted
 * @param word the folded letters if it is one plain word, else ""
 * @param isJoined whether a hyphen joins it to the word before
 */
record Part(List<Integer> terms, String word, boolean isJoined) {}
