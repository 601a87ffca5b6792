package io.github.feedback4j.benchmarks.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Classes of this module in a JVM of their own. */
final class Children {

  private Children() {}

  static Process start(Class<?> main, List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // A heap whose pages the system has given before, as that of an application that runs for a
    // while.
    command.addAll(List.of("-Xms1g", "-Xmx1g", "-XX:+AlwaysPreTouch"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(main.getName());
    command.addAll(arguments);
    return new ProcessBuilder(command)
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /** Returns the first line that a process prints. */
  static String line(Process process) throws IOException {
    String line =
        new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8)).readLine();
    if (line == null) {
      throw new IllegalStateException("the process ended before it printed anything");
    }
    return line;
  }

  /**
   * Runs a class to its end, and returns what it prints.
   *
   * @param comments takes the lines that begin with a number sign, as they come
   * @throws IllegalStateException if it does not end well
   */
  static String output(Class<?> main, List<String> arguments, Consumer<String> comments)
      throws IOException, InterruptedException {
    Process process = start(main, arguments);
    StringBuilder output = new StringBuilder();
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("#")) {
          comments.accept(line);
        } else {
          output.append(line).append('\n');
        }
      }
    }
    int status = process.waitFor();
    if (status != 0) {
      throw new IllegalStateException(
          "%s %s ended with %d:%n%s".formatted(main.getSimpleName(), arguments, status, output));
    }
    return output.toString();
  }
}
