package io.github.feedback4j.privacy;

import static io.github.feedback4j.privacy.Passage.isDigit;
import static io.github.feedback4j.privacy.Passage.plain;

import org.jspecify.annotations.Nullable;

/**
 * Recognises payment cards: 13 to 19 digits that begin as an issuer's do and have a right check digit.
 *
 * <p>The check digit alone would take every tenth long number for a card, and every French SIRET,
 * which has the same one.
 */
final class CardFinder implements Finder {

  private static final int NOT_FOUND = -1;

  private static final int LEAST = 13;
  private static final int MOST = 19;

  @Override
  public @Nullable Span find(Passage passage, int from) {
    int at = from;
    while (at < passage.end()) {
      if (isDigit(passage.at(at))) {
        int end = mayStart(passage, at) ? end(passage, at) : NOT_FOUND;
        if (end != NOT_FOUND) {
          return new Span(Redaction.Kind.CARD, at, end);
        }
        while (isDigit(passage.at(at))) {
          at++;
        }
      }
      at++;
    }
    return null;
  }

  private static boolean mayStart(Passage passage, int at) {
    boolean goesOn = plain(passage.near(at - 1)) == '-' && isDigit(passage.near(at - 2));
    return !passage.isWordBefore(at) && !passage.isDecimalBefore(at) && !goesOn;
  }

  /** Returns where the longest card in groups of at least 4, then 3 digits ends, or −1. */
  private static int end(Passage passage, int at) {
    StringBuilder digits = new StringBuilder(MOST + 1);
    int end = NOT_FOUND;
    int next = at;
    while (true) {
      int start = next;
      while (isDigit(passage.at(next)) && digits.length() <= MOST) {
        digits.append(passage.at(next++));
      }
      boolean isFirst = start == at;
      if (digits.length() > MOST || (isFirst && next - start < 4)) {
        return end;
      }
      if (isCard(digits) && !passage.isWordAfter(next) && !passage.isDecimalAfter(next)) {
        end = next;
      }
      char separator = plain(passage.at(next));
      if (next - start < 3
          || (separator != ' ' && separator != '-')
          || !isDigit(passage.at(next + 1))) {
        return end;
      }
      next++;
    }
  }

  private static boolean isCard(StringBuilder digits) {
    return digits.length() >= LEAST && isIssued(digits) && hasCheckDigit(digits);
  }

  /** Returns whether an issuer has this beginning and length (ISO/IEC 7812, major schemes). */
  private static boolean isIssued(StringBuilder digits) {
    int length = digits.length();
    int four = Integer.parseInt(digits, 0, 4, 10);
    int two = four / 100;
    return switch (four / 1000) {
      // Mastercard and Mir.
      case 2 -> length == 16 && (isIn(four, 2221, 2720) || isIn(four, 2200, 2204));
      // American Express; JCB; Diners Club.
      case 3 ->
        (length == 15 && (two == 34 || two == 37))
            || (length >= 16 && isIn(four, 3528, 3589))
            || (two == 36 || two == 38 || two == 39 || isIn(four, 3000, 3059) || four / 10 == 309);
      // Visa.
      case 4 -> length == 13 || length == 16 || length == 19;
      // Mastercard; Maestro and others.
      case 5 -> isIn(two, 51, 55) ? length == 16 : two != 59;
      // Maestro, Discover, UnionPay, RuPay and others.
      case 6 -> true;
      // RuPay and Troy.
      default -> length == 16 && (two == 81 || two == 82 || four == 9792);
    };
  }

  private static boolean isIn(int value, int least, int most) {
    return value >= least && value <= most;
  }

  /** Returns whether the last digit is that of Luhn (ISO/IEC 7812-1, annex B). */
  private static boolean hasCheckDigit(StringBuilder digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int doubled = 2 * digit;
      sum += i % 2 == 0 ? digit : doubled > 9 ? doubled - 9 : doubled;
    }
    return sum % 10 == 0;
  }
}
