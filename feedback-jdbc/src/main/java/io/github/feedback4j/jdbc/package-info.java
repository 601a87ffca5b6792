/**
 * Where contacts, counters and responses are kept: tables of your own H2 or PostgreSQL database.
 *
 * <p>Read {@link io.github.feedback4j.jdbc.JdbcSchema} first, which creates and checks the tables, then
 * {@link io.github.feedback4j.jdbc.JdbcLedger}, {@link io.github.feedback4j.jdbc.JdbcSurveyCounters} and
 * {@link io.github.feedback4j.jdbc.JdbcResponseStore}.
 * Plain {@code java.sql} over a {@code DataSource} that stays yours: no pool, no thread, no framework,
 * no connection before the first call. Set-up throws what is wrong and how to cure it; at run time
 * trouble with the database is a {@link io.github.feedback4j.jdbc.StoreException} that names the
 * operation and the SQLState and never a value.
 */
@NullMarked
package io.github.feedback4j.jdbc;

import org.jspecify.annotations.NullMarked;
