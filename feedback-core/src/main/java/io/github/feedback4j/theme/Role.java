package io.github.feedback4j.theme;

/** What a word does to polarity and to the structure of a sentence, as bits. */
final class Role {

  /** Speaks well: "fast". */
  static final int PRAISE = 1;

  /** Speaks badly: "broken". */
  static final int COMPLAINT = 1 << 1;

  /** Looks like a negation or a judgement and is none: "not only", "no doubt". */
  static final int PSEUDO = 1 << 2;

  /** Negates what follows: "without". */
  static final int NEGATES_AFTER = 1 << 3;

  /** Negates what stands before: "nowhere to be found". */
  static final int NEGATES_BEFORE = 1 << 4;

  /** Negates the verb before and what follows: "marche pas bien". */
  static final int NEGATES_AROUND = 1 << 5;

  /** As {@link #NEGATES_AROUND}, but only behind "ne": "plus", "personne". */
  static final int NEGATES_WITH_NE = 1 << 6;

  /** "ne". */
  static final int NE = 1 << 7;

  /** Begins a clause of its own: "but". */
  static final int CONTRAST = 1 << 8;

  /** Begins a part of a clause: "and". */
  static final int AND = 1 << 9;

  /** Ends the reach of a negation: "because". */
  static final int STOP = 1 << 10;

  /** Says that praise would be in place, and is not: "should be". */
  static final int WISH = 1 << 11;

  /** A verb that "pas" may follow without "ne": "marche". */
  static final int VERB = 1 << 12;

  /** A judgement that no negation turns round. */
  static final int FIXED = 1 << 13;

  /** A complaint that a cure turns into praise: "problem". */
  static final int TROUBLE = 1 << 14;

  /** Turns the troubles beside it into praise: "solved". */
  static final int CURE = 1 << 15;

  /** Says what something is about, which a negation before it does not reach: "about". */
  static final int ABOUT = 1 << 16;

  /** Denies what is stated around it: "the screen does not turn on". */
  static final int DENIES = 1 << 17;

  /** What is one negation with others beside it: "ne … jamais … aucun". */
  static final int CONCORDS = NEGATES_AROUND | NEGATES_WITH_NE;

  /** All that makes the words behind it, or before it, count as their opposite. */
  static final int NEGATES =
      NEGATES_AFTER | NEGATES_BEFORE | NEGATES_AROUND | NEGATES_WITH_NE | WISH;

  /** All that counts as a judgement or hides one. */
  static final int JUDGES = PRAISE | COMPLAINT | PSEUDO;

  private Role() {}
}
