/** Surveys, prompting, responses, themes and scores for Java applications. */
module io.github.feedback4j {
  requires static transitive org.jspecify;
  requires org.apache.commons.statistics.distribution;
  requires org.slf4j;
  requires org.snakeyaml.engine;
  requires tools.jackson.core;

  exports io.github.feedback4j;
  exports io.github.feedback4j.insight;
  exports io.github.feedback4j.privacy;
  exports io.github.feedback4j.prompt;
  exports io.github.feedback4j.response;
  exports io.github.feedback4j.score;
  exports io.github.feedback4j.survey;
  exports io.github.feedback4j.theme;
  exports io.github.feedback4j.wire;
}
