package io.github.feedback4j.theme;

import java.util.Arrays;

/** What a text says of its words: clauses, negations, judgements; room that is used again. */
final class Clauses {

  // The method of NegEx (Chapman et al., 2001): a trigger negates the words behind it, or before
  // it, up to
  // the end of its clause part, a word that ends its reach, or so many words. What only looks like
  // a negation ("not only") is a longer literal that covers the trigger. French "ne" negates
  // nothing
  // by itself; it shows where the negated verb stands, and may be missing.

  /** A negation reaches so many words. */
  private static final int REACH = 6;

  private static final int REACH_BACK = 4;
  private static final int REACH_NE = 6;

  /** So many judgements on each side of a mention are looked at. */
  private static final int MOST_JUDGES = 16;

  /** So many words on each side of a mention may be denied with it. */
  private static final int REACH_OF_DENIAL = 12;

  private static final short CONTRAST = 1;
  private static final short AND = 1 << 1;
  private static final short STOP = 1 << 2;
  private static final short COVERED = 1 << 3;
  private static final short NE = 1 << 4;
  private static final short VERB = 1 << 5;
  private static final short CURED = 1 << 6;
  private static final short ABOUT = 1 << 7;
  private static final short BAD = 1 << 8;
  private static final short CONCORD = 1 << 9;
  private static final short DENIES = 1 << 10;
  private static final short UNCURED = 1 << 11;

  /** The clause of each token. */
  int[] clause = new int[64];

  /** The part of a clause of each token: up to a comma, or "and". */
  int[] part = new int[64];

  /** What negates a token: the number of a role in the matches, plus 1, or 0. */
  int[] negation = new int[64];

  private short[] marks = new short[64];

  /** The judgements by place, none inside of another. */
  int judges;

  int[] judge = new int[32];

  private long[] sorted = new long[32];
  private int total;

  private final Matches matches;

  Clauses(Matches matches) {
    this.matches = matches;
  }

  /** Finds clauses and negations. */
  void divide() {
    int count = matches.tokens.count;
    if (clause.length < count) {
      int capacity = count + count / 2;
      clause = new int[capacity];
      part = new int[capacity];
      negation = new int[capacity];
      marks = new short[capacity];
    }
    Arrays.fill(marks, 0, count, (short) 0);
    Arrays.fill(negation, 0, count, 0);
    pickJudges();
    mark();
    number();
    for (int i = 0; i < matches.roles; i++) {
      int role = matches.role[i];
      if ((role & Role.NEGATES) != 0 && !isCovered(i)) {
        negate(i, role);
      }
    }
    for (int i = 0; i < judges; i++) {
      int from = matches.roleFrom[judge[i]];
      if ((matches.role[judge[i]] & Role.CURE) != 0) {
        if (negation[from] == 0) {
          cure(from);
        } else {
          leaveUncured(from);
        }
      }
    }
  }

  /** Marks the words behind a cure that failed: "they did not solve the problem". */
  private void leaveUncured(int token) {
    int count = matches.tokens.count;
    for (int t = token + 1; t < count && t - token <= REACH && part[t] == part[token]; t++) {
      marks[t] |= UNCURED;
    }
  }

  /** Marks the words of a clause's part around a cure. */
  private void cure(int token) {
    for (int t = token - 1; t >= 0 && token - t <= REACH && part[t] == part[token]; t--) {
      marks[t] |= CURED;
    }
    int count = matches.tokens.count;
    for (int t = token + 1; t < count && t - token <= REACH && part[t] == part[token]; t++) {
      marks[t] |= CURED;
    }
  }

  private void mark() {
    for (int i = 0; i < judges; i++) {
      int from = matches.roleFrom[judge[i]];
      int to = matches.roleTo[judge[i]];
      boolean isBad = (matches.role[judge[i]] & Role.COMPLAINT) != 0;
      if (isBad) {
        marks[from] |= BAD;
      }
      for (int t = from; t <= to && to > from && !isBad; t++) {
        marks[t] |= COVERED;
      }
    }
    for (int i = 0; i < matches.roles; i++) {
      mark(matches.role[i], matches.roleFrom[i], matches.roleTo[i]);
    }
  }

  private void mark(int role, int from, int to) {
    // "Not as expected", "not up and running": what is praise as a whole has no parts.
    if ((marks[from] & COVERED) == 0) {
      marks[from] |= (short) (((role & Role.CONTRAST) != 0 ? CONTRAST : 0)
          | ((role & Role.AND) != 0 ? AND : 0)
          | ((role & Role.STOP) != 0 ? STOP : 0));
    }
    if ((role & Role.ABOUT) != 0 && (marks[to] & COVERED) == 0) {
      marks[to] |= ABOUT;
    }
    if ((role & Role.NE) != 0) {
      marks[from] |= NE;
    }
    if ((role & Role.VERB) != 0) {
      marks[from] |= VERB;
    }
  }

  private void number() {
    Tokens tokens = matches.tokens;
    int clauses = 0;
    int parts = 0;
    for (int t = 0; t < tokens.count; t++) {
      if ((t > 0 && tokens.sentence[t] != tokens.sentence[t - 1])
          || (marks[t] & CONTRAST) != 0
          || tokens.is(t, Tokens.SEMICOLON)) {
        clauses++;
        parts++;
      } else if ((marks[t] & AND) != 0
          || (tokens.is(t, Tokens.COMMA) && !tokens.is(t, Tokens.EMOJI))
          || (t > 0 && tokens.is(t - 1, Tokens.EMOJI) && !tokens.is(t, Tokens.EMOJI))) {
        // A face ends what it speaks of.
        parts++;
      }
      clause[t] = clauses;
      part[t] = parts;
    }
  }

  private boolean isCovered(int role) {
    return (marks[matches.roleFrom[role]] & COVERED) != 0;
  }

  private void negate(int trigger, int role) {
    int from = matches.roleFrom[trigger];
    int to = matches.roleTo[trigger];
    if ((role & Role.NEGATES_BEFORE) != 0) {
      negateBack(trigger, from);
    }
    if ((role & Role.NEGATES_WITH_NE) != 0 && ne(from) < 0 && !isNeSoon(to) && !isVerb(from - 1)) {
      return;
    }
    if ((role & Role.DENIES) != 0) {
      marks[from] |= DENIES;
    }
    if ((role & (Role.NEGATES_AROUND | Role.NEGATES_WITH_NE)) != 0) {
      int ne = ne(from);
      int first = ne >= 0 ? ne + 1 : isVerb(from - 1) ? from - 1 : from;
      for (int t = first; t < from; t++) {
        negation[t] = trigger + 1;
      }
      // "Plus" may compare, and "une personne" is somebody.
      for (int t = from; t <= to && ((role & Role.NEGATES_AROUND) != 0 || isNeSoon(to)); t++) {
        marks[t] |= CONCORD;
      }
    }
    if ((role & ~Role.NEGATES_BEFORE & Role.NEGATES) != 0) {
      negateOn(trigger, to);
    }
  }

  private void negateOn(int trigger, int to) {
    Tokens tokens = matches.tokens;
    boolean isBad = false;
    for (int t = to + 1; t < tokens.count; t++) {
      if (part[t] != part[to]
          || (marks[t] & STOP) != 0
          || tokens.place[t] - tokens.place[to] > REACH) {
        return;
      }
      // "No news about the crash" has a crash, "no complaint about crashes" has none.
      isBad |= (marks[t] & BAD) != 0;
      if ((marks[t] & ABOUT) != 0 && !isBad) {
        return;
      }
      if (!tokens.is(t, Tokens.EMOJI)) {
        negation[t] = trigger + 1;
      }
    }
  }

  private void negateBack(int trigger, int from) {
    Tokens tokens = matches.tokens;
    for (int t = from - 1; t >= 0; t--) {
      if (part[t] != part[from]
          || (marks[t] & STOP) != 0
          || tokens.place[from] - tokens.place[t] > REACH_BACK) {
        return;
      }
      negation[t] = trigger + 1;
    }
  }

  /** Returns the "ne" before a token in its part, or -1. */
  private int ne(int token) {
    for (int t = token - 1; t >= 0 && token - t <= REACH_NE && part[t] == part[token]; t--) {
      if ((marks[t] & NE) != 0) {
        return t;
      }
    }
    return -1;
  }

  private boolean isNeSoon(int token) {
    for (int t = token + 1; t < matches.tokens.count && t - token <= 2; t++) {
      if ((marks[t] & NE) != 0 && part[t] == part[token]) {
        return true;
      }
    }
    return false;
  }

  private boolean isVerb(int token) {
    return token >= 0 && (marks[token] & VERB) != 0 && part[token] == part[token + 1];
  }

  /** Chooses, of overlapping judgements, the leftmost and of those the longest. */
  void pickJudges() {
    if (sorted.length < matches.roles) {
      sorted = new long[matches.roles + matches.roles / 2];
    }
    int count = 0;
    for (int i = 0; i < matches.roles; i++) {
      if ((matches.role[i] & Role.JUDGES) != 0) {
        sorted[count++] = Order.key(matches.roleFrom[i], matches.roleTo[i], i);
      }
    }
    Arrays.sort(sorted, 0, count);
    if (judge.length < count) {
      judge = new int[count + count / 2];
    }
    judges = 0;
    int free = 0;
    for (int k = 0; k < count; k++) {
      int i = Order.number(sorted[k]);
      if (matches.roleFrom[i] >= free) {
        judge[judges++] = i;
        free = matches.roleTo[i] + 1;
      }
    }
  }

  /** Adds up all judgements, for {@link #wholeScore}. */
  void addUp() {
    total = 0;
    for (int i = 0; i < judges; i++) {
      total += sign(i);
    }
  }

  /** Returns what negates words side by side, as a role's number plus 1, or 0; none of themselves. */
  int negationOf(int from, int to) {
    int last = negation[to];
    if (last != 0 && turnsRound(last - 1, from, to)) {
      return last;
    }
    int first = negation[from];
    return first != 0 && turnsRound(first - 1, from, to) ? first : 0;
  }

  private boolean turnsRound(int role, int from, int to) {
    if (!isOutside(role, from, to)) {
      return false;
    }
    // Of "jamais" and "aucune réponse" the one does not deny the other: they are one negation.
    for (int t = from; isConcord(role) && t <= to; t++) {
      if (isConcordAt(t)) {
        return false;
      }
    }
    return true;
  }

  boolean isOutside(int role, int from, int to) {
    return matches.roleTo[role] < from || matches.roleFrom[role] > to;
  }

  /** Returns whether a negation is one with others of its part, as French ones are. */
  boolean isConcord(int role) {
    return (matches.role[role] & Role.CONCORDS) != 0;
  }

  /** Returns whether a token is of such a negation. */
  boolean isConcordAt(int token) {
    return (marks[token] & CONCORD) != 0;
  }

  /** Returns whether a negation only wishes, so that a complaint stays one. */
  boolean isWish(int negation) {
    return negation > 0 && (matches.role[negation - 1] & Role.WISH) != 0;
  }

  /** Returns 1 or -1 as a judgement speaks well or badly, or 0 if it is none. */
  private int sign(int i) {
    int role = matches.role[judge[i]];
    int sign = (role & Role.PRAISE) != 0 ? 1 : (role & Role.COMPLAINT) != 0 ? -1 : 0;
    if ((role & Role.FIXED) != 0) {
      return sign;
    }
    if ((role & Role.TROUBLE) != 0) {
      int mark = marks[matches.roleFrom[judge[i]]];
      if ((mark & (CURED | UNCURED)) != 0) {
        return (mark & UNCURED) != 0 ? -1 : 1;
      }
    }
    int negation = negationOf(matches.roleFrom[judge[i]], matches.roleTo[judge[i]]);
    return negation == 0 || (sign < 0 && isWish(negation)) ? sign : -sign;
  }

  /** Returns the sum of the judgements in the part of a clause, near ones counting more. */
  int partScore(int from, int to) {
    return score(part, from, to);
  }

  /** Returns whether something in the part of a clause is denied: "the screen does not turn on". */
  boolean isDenied(int from, int to) {
    for (int t = to + 1; t - to <= REACH_OF_DENIAL && isJoined(t, to); t++) {
      if ((marks[t] & DENIES) != 0) {
        return true;
      }
    }
    for (int t = from - 1; from - t <= REACH_OF_DENIAL && isJoined(t, from); t--) {
      if ((marks[t] & DENIES) != 0) {
        return true;
      }
    }
    return false;
  }

  private boolean isJoined(int token, int with) {
    return token >= 0
        && token < matches.tokens.count
        && part[token] == part[with]
        && (marks[token] & (ABOUT | STOP)) == 0;
  }

  /** Returns the sum of the judgements in the clause, near ones counting more. */
  int clauseScore(int from, int to) {
    return score(clause, from, to);
  }

  /**
   * Returns the sum of the judgements in other sentences; what stands behind a "but" in the same one
   * is said of something else.
   */
  int wholeScore(int from, int to) {
    int sum = total;
    int[] sentence = matches.tokens.sentence;
    int first = firstJudgeFrom(from);
    for (int i = first; i < judges && i < first + MOST_JUDGES; i++) {
      if (sentence[matches.roleFrom[judge[i]]] != sentence[to]) {
        break;
      }
      sum -= sign(i);
    }
    for (int i = first - 1; i >= 0 && i >= first - MOST_JUDGES; i--) {
      if (sentence[matches.roleFrom[judge[i]]] != sentence[from]) {
        break;
      }
      sum -= sign(i);
    }
    return sum;
  }

  private int score(int[] within, int from, int to) {
    int first = firstJudgeFrom(from);
    int sum = 0;
    for (int i = first; i < judges && i < first + MOST_JUDGES; i++) {
      int at = matches.roleFrom[judge[i]];
      if (within[at] != within[to]) {
        break;
      }
      sum += sign(i) * weight(at - to);
    }
    for (int i = first - 1; i >= 0 && i >= first - MOST_JUDGES; i--) {
      int at = matches.roleTo[judge[i]];
      if (within[at] != within[from]) {
        break;
      }
      sum += sign(i) * weight(from - at);
    }
    return sum;
  }

  private static int weight(int distance) {
    return distance <= 1 ? 4 : distance <= 3 ? 3 : distance <= 7 ? 2 : 1;
  }

  private int firstJudgeFrom(int token) {
    int low = 0;
    int high = judges;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (matches.roleFrom[judge[middle]] < token) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
