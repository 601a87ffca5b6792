package io.github.feedback4j.spring.core;

/**
 * Where answers are kept, in words for the line at the start.
 *
 * @param text such as "the application's DataSource"
 * @since 0.1
 */
public record StorePlace(String text) {}
