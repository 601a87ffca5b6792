package io.github.feedback4j.benchmarks.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

/** A record of 300 bytes of JSON, as somebody would send it who has no model of surveys. */
final class Payload {

  private static final String TEXT =
      """
      {"survey":"ticket-csat","version":3,"invitation":"7d0c2f6e-9a39-4a51-8f0e-2b8b7f1a9c11","subject":"INC-1234",\
      "locale":"en","team":"service-desk","channel":"portal","answers":{"satisfaction":4,"comment":"Quick and kind, \
      but the second call was not needed %s"},"answeredAt":"2026-11-26T10:15:30Z","complete":true}""";

  private Payload() {}

  static String text(int number) {
    return TEXT.formatted(Marks.of(number));
  }

  static byte[] bytes(int number) {
    return text(number).getBytes(UTF_8);
  }
}
