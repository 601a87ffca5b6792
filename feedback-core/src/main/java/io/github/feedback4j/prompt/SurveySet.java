package io.github.feedback4j.prompt;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** Which surveys a contact rule counts. Immutable. */
final class SurveySet {

  /** Every survey, one that is in the catalogue no more among them. */
  static final SurveySet ALL = new SurveySet(null);

  private final @Nullable BitSet numbers;

  private SurveySet(@Nullable BitSet numbers) {
    this.numbers = numbers;
  }

  /** Returns the surveys with these numbers. */
  static SurveySet of(BitSet numbers) {
    return new SurveySet((BitSet) numbers.clone());
  }

  /** Returns whether a survey is one of them; {@link Numbering#UNKNOWN} is in {@link #ALL} only. */
  boolean has(int survey) {
    return numbers == null || (survey >= 0 && numbers.get(survey));
  }
}
