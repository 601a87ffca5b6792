/**
 * Gets the answers out of a database, and scores any number of them with Apache Spark.
 *
 * <p>Begin with {@link io.github.feedback4j.examples.warehouse.WarehouseScores}. What Spark does here is to bring together
 * what belongs together; which answers stand is what a collector says, and every figure is made by {@code feedback-core}.
 */
@NullMarked
package io.github.feedback4j.examples.warehouse;

import org.jspecify.annotations.NullMarked;
