package io.github.feedback4j.client;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Starts processes of this JDK with the class path of the tests. */
final class Children {

  private Children() {}

  static Process start(Class<?> main, String... arguments) throws IOException {
    return start(List.of(), main, arguments);
  }

  static Process start(List<String> options, Class<?> main, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>(List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xshare:auto",
        "-XX:TieredStopAtLevel=1",
        "-Dorg.slf4j.simpleLogger.defaultLogLevel=error",
        "-cp",
        classPath()));
    command.addAll(options);
    command.add(main.getName());
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command)
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /**
   * Reads the lines of a process until its end, and kills it after as many as {@code enough} says; what
   * is still in the pipe after the kill was printed as well.
   */
  static List<String> linesUntilKilled(Process child, IntPredicate enough) throws IOException {
    List<String> lines = new ArrayList<>();
    try (BufferedReader reader = child.inputReader()) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        lines.add(line);
        if (enough.test(lines.size())) {
          // Through its handle, because the process itself would close the pipe as well.
          child.toHandle().destroyForcibly();
        }
      }
    }
    return lines;
  }

  /** Returns the class path of the tests, the modules of which count as part of it. */
  static String classPath() {
    return Stream.of("java.class.path", "jdk.module.path")
        .map(System::getProperty)
        .filter(Objects::nonNull)
        .flatMap(path -> Stream.of(path.split(File.pathSeparator, -1)))
        .filter(each -> !each.isEmpty())
        .distinct()
        .collect(Collectors.joining(File.pathSeparator));
  }
}
