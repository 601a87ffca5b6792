package io.github.feedback4j.privacy;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Takes e-mail addresses and phone numbers out of comments before they are kept.
 *
 * <p>Recognised phone numbers: international ({@code +33 6 12 34 56 78}, {@code 0033612345678}),
 * French ({@code 06 12 34 56 78}) and North American ({@code (514) 555-0199}), also with an
 * extension. A bare run of ten digits is a phone number only if it starts as French ones do, with 0
 * and then 1 to 9, one of 12 to 17 digits only if it starts with 00 and a country code; every other
 * bare run is left alone as a ticket or an order. Seven-digit local numbers, short numbers, names
 * and postal addresses are not recognised.
 *
 * <p>Immutable and safe for use by several threads. Redaction takes time in proportion to the
 * length of the text, never throws, and changes nothing when applied a second time.
 *
 * @since 0.1
 */
public final class Redactor {

  // Addresses first: the digits of 0612345678@example.org are part of the address.
  private static final Redactor STANDARD =
      new Redactor(List.of(new EmailFinder(), new PhoneFinder()));

  private static final Redactor NONE = new Redactor(List.of());

  private final List<Finder> finders;

  private Redactor(List<Finder> finders) {
    this.finders = finders;
  }

  /** Returns a redactor for e-mail addresses and phone numbers. */
  public static Redactor standard() {
    return STANDARD;
  }

  /** Returns a redactor that leaves every text as it is. */
  public static Redactor none() {
    return NONE;
  }

  /** Returns the text with a token such as {@code <EMAIL>} in place of each recognised piece. */
  public Redaction redact(String text) {
    Map<Redaction.Kind, Integer> counts = new EnumMap<>(Redaction.Kind.class);
    String redacted = text;
    for (Finder each : finders) {
      redacted = replaceAll(redacted, each, counts);
    }
    return new Redaction(redacted, counts);
  }

  private static String replaceAll(
      String text, Finder finder, Map<Redaction.Kind, Integer> counts) {
    Finder.Span found = finder.find(text, 0);
    if (found == null) {
      return text;
    }
    StringBuilder redacted = new StringBuilder(text.length());
    int done = 0;
    for (; found != null; found = finder.find(text, done)) {
      redacted.append(text, done, found.start()).append(finder.kind().token());
      done = found.end();
      counts.merge(finder.kind(), 1, Integer::sum);
    }
    return redacted.append(text, done, text.length()).toString();
  }
}
