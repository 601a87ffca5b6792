package io.github.feedback4j.client;

import java.io.File;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What this test was started with, for another process. */
final class ClassPath {

  private ClassPath() {}

  static String asText() {
    return Stream.of("java.class.path", "jdk.module.path")
        .map(System::getProperty)
        .filter(Objects::nonNull)
        .flatMap(path -> Stream.of(path.split(File.pathSeparator, -1)))
        .collect(Collectors.joining(File.pathSeparator));
  }
}
