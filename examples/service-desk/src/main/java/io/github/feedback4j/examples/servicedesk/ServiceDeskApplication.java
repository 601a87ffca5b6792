package io.github.feedback4j.examples.servicedesk;

import java.time.InstantSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** Starts the service desk on http://localhost:8080. */
@SpringBootApplication
public class ServiceDeskApplication {

  /** Creates the application; Spring does this. */
  public ServiceDeskApplication() {}

  /** Runs until it is stopped. */
  public static void main(String[] args) {
    SpringApplication.run(ServiceDeskApplication.class, args);
  }

  @Bean
  InstantSource time() {
    return InstantSource.system();
  }
}
