package io.github.feedback4j.empty;

import java.lang.management.ManagementFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The smallest web application with our starter: one survey in a file, and not one bean of its own. */
@SpringBootApplication
public class EmptyApplication {

  /** What is printed, with the age of the JVM in milliseconds behind it, when requests are served. */
  static final String STARTED = "started after ms: ";

  /** Creates the application; Spring does this. */
  public EmptyApplication() {}

  /** Starts the application, says so, and ends. */
  public static void main(String[] args) {
    ConfigurableApplicationContext started = SpringApplication.run(EmptyApplication.class, args);
    System.out.println(STARTED + ManagementFactory.getRuntimeMXBean().getUptime());
    started.close();
  }
}
