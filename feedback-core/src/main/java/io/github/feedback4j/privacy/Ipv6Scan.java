package io.github.feedback4j.privacy;

import static io.github.feedback4j.privacy.Passage.isAsciiLetter;
import static io.github.feedback4j.privacy.Passage.isDigit;

/**
 * Reads groups of hexadecimal digits from one place on, in the forms of RFC 4291, section 2.2.
 *
 * <p>It reads some fifty characters at most.
 */
final class Ipv6Scan {

  private static final int GROUPS = 8;
  private static final int LONGEST_ZONE = 15;

  private final Passage passage;
  private final int start;
  private int at;
  private int groups;
  private boolean compressed;
  // Short times are groups too ("12::30"), so something must look like an address.
  private boolean telling;

  Ipv6Scan(Passage passage, int at) {
    this.passage = passage;
    this.start = at;
    this.at = at;
  }

  /** Returns where the address ends, exclusive, or −1 if there is none. */
  int end() {
    int end = readCompression() ? at : -1;
    telling = compressed;
    while (groups < GROUPS && readGroup()) {
      end = at;
      if (readCompression()) {
        end = at;
      } else if (passage.at(at) == ':' && isHexDigit(passage.at(at + 1))) {
        at++;
      } else {
        break;
      }
    }
    boolean whole = compressed ? groups > 0 && groups < GROUPS : groups == GROUPS;
    return whole && telling && hasDigit(end) ? end : -1;
  }

  private boolean readCompression() {
    if (compressed || !passage.matches(at, "::")) {
      return false;
    }
    compressed = true;
    at += 2;
    return true;
  }

  private boolean readGroup() {
    int next = at;
    boolean letter = false;
    while (isHexDigit(passage.at(next)) && next - at <= 4) {
      letter |= isAsciiLetter(passage.at(next++));
    }
    int length = next - at;
    if (length == 0 || length > 4) {
      return false;
    }
    int dotted =
        passage.at(next) == '.' && groups <= GROUPS - 2 ? IpFinder.dottedEnd(passage, at) : -1;
    telling |= letter || length > 2;
    groups += dotted < 0 ? 1 : 2;
    at = dotted < 0 ? next : dotted;
    return true;
  }

  private boolean hasDigit(int end) {
    for (int i = start; i < end; i++) {
      if (isDigit(passage.at(i))) {
        return true;
      }
    }
    return false;
  }

  /** Returns where the zone behind an address ends ("fe80::1%eth0"), or {@code end} without one. */
  static int zoneEnd(Passage passage, int end) {
    int zone = end + 1;
    if (passage.at(end) != '%') {
      return end;
    }
    while (zone - end <= LONGEST_ZONE + 1 && isZone(passage.at(zone))) {
      zone++;
    }
    boolean fits = zone > end + 1 && zone - end <= LONGEST_ZONE + 1;
    return fits && !passage.isWordAfter(zone) ? zone : end;
  }

  private static boolean isZone(char c) {
    return isDigit(c) || isAsciiLetter(c);
  }

  static boolean isHexDigit(char c) {
    return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
  }
}
