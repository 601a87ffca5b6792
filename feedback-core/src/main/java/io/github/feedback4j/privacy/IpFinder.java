package io.github.feedback4j.privacy;

import static io.github.feedback4j.privacy.Passage.isDigit;
import static io.github.feedback4j.privacy.Passage.plain;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Recognises IP addresses of both versions, but not their ports and prefix lengths.
 *
 * <p>Four small numbers may be a version as well: behind a word that says so, or a letter, they are
 * none, and neither are those that begin with 0.
 */
final class IpFinder implements Finder {

  private static final int NOT_FOUND = -1;

  private static final int LONGEST_WORD = 10;

  private static final Set<String> OTHER_NUMBERS = Set.of(
      "version",
      "versions",
      "ver",
      "vers",
      "v",
      "release",
      "rel",
      "build",
      "firmware",
      "bios",
      "driver",
      "pilote",
      "update",
      "patch",
      "maj",
      "section",
      "chapter",
      "chapitre",
      "article",
      "paragraph",
      "paragraphe",
      "annexe",
      "appendix",
      "step",
      "étape",
      "point");

  @Override
  public @Nullable Span find(Passage passage, int from) {
    for (int at = from; at < passage.end(); at++) {
      char c = passage.at(at);
      if ((c == ':' || Ipv6Scan.isHexDigit(c)) && !passage.isWordBefore(at)) {
        int end = Math.max(isDigit(c) ? ipv4End(passage, at) : NOT_FOUND, ipv6End(passage, at));
        if (end != NOT_FOUND) {
          return new Span(Redaction.Kind.IP, at, end);
        }
      }
    }
    return null;
  }

  private static int ipv4End(Passage passage, int at) {
    boolean goesOn = passage.near(at - 1) == '.' && isDigit(passage.near(at - 2));
    int end = goesOn ? NOT_FOUND : dottedEnd(passage, at);
    if (end == NOT_FOUND || passage.isWordAfter(end) || isOtherNumber(passage, at)) {
      return NOT_FOUND;
    }
    boolean isLonger = passage.near(end) == '.' && isDigit(passage.near(end + 1));
    return isLonger ? NOT_FOUND : end;
  }

  /** Returns where four numbers from 0 to 255 end, the first of them at least 1, or −1. */
  static int dottedEnd(Passage passage, int at) {
    int next = at;
    for (int i = 0; i < 4; i++) {
      if (i > 0 && passage.at(next++) != '.') {
        return NOT_FOUND;
      }
      int start = next;
      int value = 0;
      while (isDigit(passage.at(next)) && next - start < 4) {
        value = value * 10 + passage.at(next++) - '0';
      }
      if (next == start || next - start > 3 || value > 255 || (i == 0 && value == 0)) {
        return NOT_FOUND;
      }
    }
    return next;
  }

  private static boolean isOtherNumber(Passage passage, int at) {
    int wordEnd = at;
    while (at - wordEnd < 3 && " :.§".indexOf(plain(passage.near(wordEnd - 1))) >= 0) {
      wordEnd--;
      if (passage.near(wordEnd) == '§') {
        return true;
      }
    }
    if (wordEnd <= passage.start()) {
      // The word may be gone in a token.
      return passage.isAfterToken();
    }
    int start = wordEnd;
    while (wordEnd - start <= LONGEST_WORD && Character.isLetter(passage.at(start - 1))) {
      start--;
    }
    // A token is not a part of the word, or its piece would have had to go on.
    boolean whole = start == passage.start() || !passage.isWordBefore(start);
    return whole && OTHER_NUMBERS.contains(passage.text(start, wordEnd).toLowerCase(Locale.ROOT));
  }

  private static int ipv6End(Passage passage, int at) {
    // A label before it ends in a letter ("host:fe80::1"); digits would belong to it, or to a time.
    if (passage.near(at - 1) == ':' && !Character.isLetter(passage.near(at - 2))) {
      return NOT_FOUND;
    }
    int end = new Ipv6Scan(passage, at).end();
    if (end == NOT_FOUND || passage.isWordAfter(end)) {
      return NOT_FOUND;
    }
    char next = passage.near(end);
    char behind = passage.near(end + 1);
    boolean isLonger = (next == ':' && (behind == ':' || Passage.isWord(behind)))
        || (next == '.' && isDigit(behind));
    return isLonger ? NOT_FOUND : Ipv6Scan.zoneEnd(passage, end);
  }
}
