package io.github.feedback4j.empty;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The smallest web application with our starter: one survey in a file, and not one bean of its own. */
@SpringBootApplication
public class EmptyApplication {

  /** What is printed when requests are served: milliseconds since the JVM began, and of its CPU time. */
  static final String STARTED = "started after ms: ";

  /** Creates the application; Spring does this. */
  public EmptyApplication() {}

  /** Starts the application, says so, and ends. */
  public static void main(String[] args) {
    ConfigurableApplicationContext started = SpringApplication.run(EmptyApplication.class, args);
    OperatingSystemMXBean system =
        ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    System.out.println(STARTED
        + ManagementFactory.getRuntimeMXBean().getUptime()
        + " "
        + system.getProcessCpuTime() / 1_000_000);
    started.close();
  }
}
