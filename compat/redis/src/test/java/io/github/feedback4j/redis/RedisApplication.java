package io.github.feedback4j.redis;

import io.github.feedback4j.survey.Survey;
import io.github.feedback4j.survey.Surveys;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** An application that has Redis for its own purposes, and our starter. */
@SpringBootApplication
public class RedisApplication {

  /** Creates the application; Spring does this. */
  public RedisApplication() {}

  @Bean
  Survey ticketCsat() {
    return Surveys.csat("ticket-csat").on("ticket.closed");
  }
}
