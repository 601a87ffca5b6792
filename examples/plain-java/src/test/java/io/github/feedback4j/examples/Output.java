package io.github.feedback4j.examples;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What a main class printed. */
final class Output {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream stream = new PrintStream(bytes, true, StandardCharsets.UTF_8);

  /** Something that prints to standard output. */
  interface Main {
    void run(String[] args) throws Exception;
  }

  /** Returns what a main class prints to standard output. */
  static String of(Main main, String... args) throws Exception {
    Output output = new Output();
    PrintStream before = System.out;
    System.setOut(output.stream);
    try {
      main.run(args);
    } finally {
      System.setOut(before);
    }
    return output.text();
  }

  PrintStream stream() {
    return stream;
  }

  String text() {
    return bytes.toString(StandardCharsets.UTF_8);
  }

  List<String> lines() {
    return text().lines().toList();
  }
}
