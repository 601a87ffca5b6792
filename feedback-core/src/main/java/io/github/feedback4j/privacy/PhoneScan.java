package io.github.feedback4j.privacy;

import static io.github.feedback4j.privacy.Passage.isDigit;
import static io.github.feedback4j.privacy.Passage.plain;
import static io.github.feedback4j.privacy.PhoneFinder.mayEnd;

import java.util.List;

/**
 * Reads groups of digits from one place on and remembers the longest run of them that has the form
 * of a phone number.
 *
 * <p>It reads some hundred characters at most, so trying each place of a text takes linear time.
 */
final class PhoneScan {

  // "00" and the 15 digits of ITU-T E.164, with one more for a "(0)".
  private static final int MAX_DIGITS = 18;

  private static final int MAX_EXTENSION_DIGITS = 6;

  // Lengths of the groups. A year among them ("09 12 2026 14") would be a date.
  private static final List<String> FRENCH = List.of(
      "10", "2 2 2 2 2", "4 2 2 2", "4 3 3", "1 3 2 2 2", "1 3 3 3", "2 4 4", "2 8", "1 1 2 2 2 2");

  // Longer words first: "ext" would stop in the middle of "extension".
  private static final List<String> EXTENSIONS =
      List.of("extension", "poste", "ext.", "ext", "x", "#");

  private final Passage passage;
  private final StringBuilder digits = new StringBuilder();
  private final StringBuilder lengths = new StringBuilder();
  private final StringBuilder separators = new StringBuilder();
  private boolean plus;
  private boolean parenthesis;
  private int at;

  PhoneScan(Passage passage, int at) {
    this.passage = passage;
    this.at = at;
  }

  /** Returns where the number ends with its extension, exclusive, or −1 if there is none. */
  int end() {
    int end = -1;
    boolean more = true;
    while (more && readGroup()) {
      if (isNumber()) {
        int extended = extensionEnd(at);
        if (extended > at || mayEnd(passage, at, separators.toString())) {
          end = extended;
        }
      }
      more = readSeparator();
    }
    return end;
  }

  private boolean startsNumber() {
    boolean found = false;
    boolean more = true;
    while (more && !found && readGroup()) {
      found = isNumber() && mayEnd(passage, at, separators.toString());
      more = readSeparator();
    }
    return found;
  }

  private boolean readGroup() {
    boolean first = digits.isEmpty();
    if (first) {
      readPlus();
    }
    boolean open = peek(at) == '(';
    if (open) {
      at++;
      if (first) {
        readPlus();
      }
    }
    int start = at;
    while (isDigit(peek(at)) && digits.length() <= MAX_DIGITS) {
      digits.append(passage.at(at++));
    }
    if (at == start || digits.length() > MAX_DIGITS || (open && peek(at) != ')')) {
      return false;
    }
    lengths.append(first ? "" : " ").append(at - start);
    if (open) {
      parenthesis = true;
      at++;
    }
    return true;
  }

  private void readPlus() {
    if (peek(at) == '+') {
      plus = true;
      at += peek(at + 1) == ' ' ? 2 : 1;
    }
  }

  /** Reads what may stand between groups: nothing beside a parenthesis, else " ", "-", " - ". */
  private boolean readSeparator() {
    int next = at;
    char separator = 0;
    if (peek(next) == ' ') {
      separator = ' ';
      next++;
    }
    if (peek(next) == '.' || peek(next) == '-' || peek(next) == '/') {
      separator = peek(next++);
      next += peek(next) == ' ' ? 1 : 0;
    }
    boolean goesOn = isDigit(peek(next)) || peek(next) == '(';
    boolean apart = separator != 0 || peek(next) == '(' || passage.at(at - 1) == ')';
    if (separator != 0 && separators.indexOf(String.valueOf(separator)) < 0) {
      separators.append(separator);
    }
    at = next;
    return goesOn && apart;
  }

  private boolean isNumber() {
    if (parenthesis && lengths.indexOf(" ") < 0) {
      // The parenthesis is the writer's, not the number's: "(0612345678)".
      return false;
    }
    if (plus) {
      return isInternational(digits.toString(), 9);
    }
    // After "00" at least ten digits: shorter ones are zero-padded ids.
    return (digits.indexOf("00") == 0 && isInternational(digits.substring(2), 10))
        || isFrench()
        || isNorthAmerican();
  }

  private static boolean isInternational(String number, int least) {
    if (number.startsWith("33")) {
      return number.length() == (number.startsWith("330") ? 12 : 11);
    }
    if (number.startsWith("1")) {
      return number.length() == 11;
    }
    return number.length() >= least && number.length() <= 15 && number.charAt(0) != '0';
  }

  private boolean isFrench() {
    // With mixed separators it would rather be a date and a time: "05-01-26 10 30".
    return digits.length() == 10
        && digits.charAt(0) == '0'
        && digits.charAt(1) != '0'
        && separators.length() <= 1
        && FRENCH.contains(lengths.toString());
  }

  private boolean isNorthAmerican() {
    String form = lengths.toString();
    int area = 0;
    if (form.startsWith("1 ") && digits.charAt(0) == '1') {
      form = form.substring(2);
      area = 1;
    }
    // Neither area code nor exchange starts with 0 or 1.
    return (form.equals("3 3 4") || (form.equals("3 7") && parenthesis))
        && digits.charAt(area) >= '2'
        && digits.charAt(area + 3) >= '2';
  }

  /** Returns where the extension behind a number ends, or {@code numberEnd} if there is none. */
  private int extensionEnd(int numberEnd) {
    int start = numberEnd;
    start += peek(start) == ',' ? 1 : 0;
    start += peek(start) == ' ' ? 1 : 0;
    for (String each : EXTENSIONS) {
      if (passage.matches(start, each)) {
        int keywordEnd = start + each.length();
        int number = keywordEnd + (peek(keywordEnd) == ' ' ? 1 : 0);
        if (number > keywordEnd && new PhoneScan(passage, number).startsNumber()) {
          return numberEnd;
        }
        int end = number;
        while (isDigit(peek(end)) && end - number <= MAX_EXTENSION_DIGITS) {
          end++;
        }
        boolean fits = end > number && end - number <= MAX_EXTENSION_DIGITS;
        return fits && mayEnd(passage, end, "") ? end : numberEnd;
      }
    }
    return numberEnd;
  }

  private char peek(int index) {
    return plain(passage.at(index));
  }
}
