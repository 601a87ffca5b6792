package io.github.feedback4j.prompt;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Says for the frames of a ledger which surveys of an engine they are of. Safe for several threads. */
final class SurveyNumbers {

  /** The number of what no gate may see. */
  static final int HIDDEN = -2;

  private static final int UNLEARNED = -3;

  private final SharedWords words;
  private final Numbering numbering;

  /** By frame; replaced by a longer one when frames are added. What is not learned yet is so marked. */
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
      String survey = FrameForm.visibleSurvey(in, words);
      in.skipTo(end);
      return number(survey);
    }
    int frame = (int) (number >>> 1);
    int[] known = byFrame;
    int survey = frame < known.length ? known[frame] : UNLEARNED;
    return survey == UNLEARNED ? learn(frame) : survey;
  }

  private int number(@Nullable String survey) {
    return survey == null ? HIDDEN : numbering.survey(survey);
  }

  /** Two threads that learn at once may forget what the other one learned; it is learned again. */
  private int learn(int frame) {
    int[] learned = byFrame;
    if (frame >= learned.length) {
      int known = learned.length;
      learned = Arrays.copyOf(learned, Math.max(frame + 1, 2 * known));
      Arrays.fill(learned, known, learned.length, UNLEARNED);
    }
    learned[frame] = number(words.survey(frame));
    byFrame = learned;
    return learned[frame];
  }
}
