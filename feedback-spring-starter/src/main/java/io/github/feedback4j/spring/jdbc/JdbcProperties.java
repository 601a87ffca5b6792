package io.github.feedback4j.spring.jdbc;

import io.github.feedback4j.jdbc.JdbcSchema;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an application can set about the database.
 *
 * @param initializeSchema when the tables are created at start
 * @param tablePrefix what the names of the tables start with
 * @param datasource the name of the DataSource bean, for an application with several
 * @param file the file of the embedded database, without its ending, from the working directory
 * @since 0.1
 */
@ConfigurationProperties("feedback4j.jdbc")
public record JdbcProperties(
    @DefaultValue("embedded") InitializeSchema initializeSchema,
    @DefaultValue(JdbcSchema.DEFAULT_PREFIX) String tablePrefix,
    @Nullable String datasource,
    @DefaultValue(".feedback4j/feedback") String file) {

  /** When the tables are created at start. */
  public enum InitializeSchema {
    /** Only in an embedded database; in any other they must be there. */
    EMBEDDED,
    /** In any database. */
    ALWAYS,
    /** Never; they must be there. */
    NEVER
  }
}
