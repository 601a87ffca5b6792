package io.github.feedback4j.benchmarks.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.SplittableRandom;
import java.util.UUID;

/** A record of 300 bytes of JSON, as somebody would send it who has no model of surveys. */
final class Payload {

  private static final String[] WORDS = {
    "quick",
    "kind",
    "slow",
    "laptop",
    "password",
    "printer",
    "second",
    "call",
    "nobody",
    "answered",
    "again",
    "still",
    "waiting",
    "solved",
    "thanks",
    "team",
    "friendly",
    "unclear",
    "mail",
    "screen",
    "network",
    "drops",
    "meeting",
    "help",
    "portal",
    "ticket",
    "closed",
    "early",
    "twice",
    "phone",
    "very",
    "good"
  };
  private static final int COMMENT_WORDS = 8;

  private Payload() {}

  static String text(int number) {
    return """
        {"survey":"ticket-csat","version":3,"invitation":"%s","subject":"INC-%d","locale":"en",\
        "team":"service-desk","channel":"portal","answers":{"satisfaction":%d,"comment":"%s"},\
        "answeredAt":"2026-11-26T10:15:30Z","complete":true}""".formatted(id(number), number, rating(number), comment(number));
  }

  static byte[] bytes(int number) {
    return text(number).getBytes(UTF_8);
  }

  /** Returns as many random bits as ids have, so that nothing is compressed that would not be. */
  static UUID id(int number) {
    SplittableRandom random = new SplittableRandom(number);
    return new UUID(random.nextLong(), random.nextLong());
  }

  static int rating(int number) {
    return 1 + (number * 31 & 0x7fffffff) % 5;
  }

  static String comment(int number) {
    SplittableRandom random = new SplittableRandom(~number);
    StringBuilder text = new StringBuilder(Marks.of(number));
    for (int i = 0; i < COMMENT_WORDS; i++) {
      text.append(' ').append(WORDS[random.nextInt(WORDS.length)]);
    }
    return text.toString();
  }
}
