/**
 * Where a Spring Boot application keeps answers: in its own database, or in one that we bring.
 *
 * <p>The database that we bring is an H2 file of our own and never a bean, so an application without
 * a {@code DataSource} still has none. Whatever stands in the way stops the start with an explanation.
 */
@NullMarked
package io.github.feedback4j.spring.jdbc;

import org.jspecify.annotations.NullMarked;
