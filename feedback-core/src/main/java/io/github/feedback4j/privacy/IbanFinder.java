package io.github.feedback4j.privacy;

import static io.github.feedback4j.privacy.Passage.isAsciiLetter;
import static io.github.feedback4j.privacy.Passage.isDigit;
import static io.github.feedback4j.privacy.Passage.plain;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Recognises international bank account numbers (ISO 13616) of any grouping by country, length and
 * check digits, where at least half of the account are digits.
 */
final class IbanFinder implements Finder {

  private static final int NOT_FOUND = -1;

  // The SWIFT registry, and behind the line break countries that use the form without being in it.
  private static final Map<String, Integer> LENGTHS = lengths(
      "AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18"
          + " DO28 EE20 EG29 ES24 FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22"
          + " IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19"
          + " MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 RS22 RU33 SA24 SC31"
          + " SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30",
      "BF28 BJ28 CG27 CI28 CM27 DZ26 GA27 MA28 MG27 ML28 NE28 SN28 TG28");

  @Override
  public @Nullable Span find(Passage passage, int from) {
    for (int at = from; at < passage.end(); at++) {
      if (isAsciiLetter(passage.at(at))
          && isAsciiLetter(passage.at(at + 1))
          && !passage.isWordBefore(at)) {
        int end = end(passage, at);
        if (end != NOT_FOUND) {
          return new Span(Redaction.Kind.IBAN, at, end);
        }
      }
    }
    return null;
  }

  private static int end(Passage passage, int at) {
    Integer length = LENGTHS.get("" + upper(passage.at(at)) + upper(passage.at(at + 1)));
    if (length == null) {
      return NOT_FOUND;
    }
    StringBuilder read = new StringBuilder(length);
    int next = at;
    while (true) {
      char c = passage.at(next);
      if (!isDigit(c) && !isAsciiLetter(c)) {
        return NOT_FOUND;
      }
      read.append(upper(c));
      next++;
      if (read.length() == length) {
        return isAccount(read) && !passage.isWordAfter(next) ? next : NOT_FOUND;
      }
      char separator = plain(passage.at(next));
      next += separator == ' ' || separator == '-' ? 1 : 0;
    }
  }

  private static boolean isAccount(StringBuilder iban) {
    if (!isDigit(iban.charAt(2)) || !isDigit(iban.charAt(3))) {
      return false;
    }
    long digits = iban.chars().skip(4).filter(each -> isDigit((char) each)).count();
    return 2 * digits >= iban.length() - 4 && remainder(iban) == 1;
  }

  /** Returns the remainder of ISO 7064, MOD 97-10: letters count from 10, country and check last. */
  private static int remainder(StringBuilder iban) {
    int remainder = 0;
    for (int i = 0; i < iban.length(); i++) {
      int value = Character.digit(iban.charAt((i + 4) % iban.length()), 36);
      remainder = (remainder * (value < 10 ? 10 : 100) + value) % 97;
    }
    return remainder;
  }

  private static char upper(char c) {
    return c >= 'a' && c <= 'z' ? (char) (c - 'a' + 'A') : c;
  }

  private static Map<String, Integer> lengths(String... lists) {
    Map<String, Integer> lengths = new HashMap<>();
    for (String list : lists) {
      for (String each : list.split(" ", -1)) {
        lengths.put(each.substring(0, 2), Integer.valueOf(each.substring(2)));
      }
    }
    return Map.copyOf(lengths);
  }
}
