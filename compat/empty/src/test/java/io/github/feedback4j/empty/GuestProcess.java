package io.github.feedback4j.empty;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs a guest in a JVM of its own, and keeps what it printed. */
record GuestProcess(int exit, List<String> out, List<String> err) {

  private static final int MAX_SECONDS = 120;

  /**
   * Runs a main class to its end.
   *
   * @param folder where its streams are kept
   * @param options what the JVM is given before the main class
   * @param arguments what the main class is given
   */
  static GuestProcess run(
      Path folder, List<String> options, Class<?> main, List<String> arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.add(main.getName());
    command.addAll(arguments);
    Path out = folder.resolve("out.txt");
    Path err = folder.resolve("err.txt");
    Process process = new ProcessBuilder(command)
        .redirectOutput(out.toFile())
        .redirectError(err.toFile())
        .start();
    process.getOutputStream().close();
    if (!process.waitFor(MAX_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IllegalStateException(
          "the guest did not end in %d s; it printed %s".formatted(MAX_SECONDS, Files.readString(out)));
    }
    return new GuestProcess(process.exitValue(), Files.readAllLines(out), Files.readAllLines(err));
  }

  /** Returns options for a JVM with the class path of this one, which shall start soon and end soon. */
  static List<String> sameClassPath() {
    return List.of("-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"));
  }
}
