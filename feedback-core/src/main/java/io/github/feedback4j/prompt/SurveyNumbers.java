package io.github.feedback4j.prompt;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Says for the frames of a ledger which surveys of an engine they are of. Safe for several threads. */
final class SurveyNumbers {

  /** The number of what no gate may see. */
  static final int HIDDEN = -2;

  private final SharedWords words;
  private final Numbering numbering;

  /** By frame; replaced by a longer one when frames are added, so it is never changed. */
  private volatile int[] byFrame = {};

  SurveyNumbers(SharedWords words, Numbering numbering) {
    this.words = words;
    this.numbering = numbering;
  }

  SharedWords words() {
    return words;
  }

  /** Reads a frame and returns the number of its survey, {@link Numbering#UNKNOWN} if it has none, {@link #HIDDEN}. */
  int readFrame(HistoryInput in) {
    long number = in.number();
    if ((number & 1) != 0) {
      int end = in.position() + (int) (number >>> 1);
      String survey = ContactForm.visibleSurvey(in, words);
      in.skipTo(end);
      return number(survey);
    }
    int frame = (int) (number >>> 1);
    int[] known = byFrame;
    return frame < known.length ? known[frame] : learn(known.length)[frame];
  }

  private int number(@Nullable String survey) {
    return survey == null ? HIDDEN : numbering.survey(survey);
  }

  private int[] learn(int from) {
    int[] learned = Arrays.copyOf(byFrame, words.frames());
    for (int i = Math.min(from, learned.length); i < learned.length; i++) {
      learned[i] = number(words.survey(i));
    }
    byFrame = learned;
    return learned;
  }
}
