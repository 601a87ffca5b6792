package io.github.feedback4j.prompt;

import java.util.Arrays;

/** Says for the frames of a ledger which surveys of an engine they are of. Safe for several threads. */
final class SurveyNumbers {

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

  /** Reads a frame and returns the number of its survey, {@link Numbering#UNKNOWN} if it has none. */
  int readFrame(HistoryInput in) {
    long number = in.number();
    if ((number & 1) != 0) {
      int end = in.position() + (int) (number >>> 1);
      in.number();
      String survey = words.text(in);
      in.skipTo(end);
      return numbering.survey(survey);
    }
    int frame = (int) (number >>> 1);
    int[] known = byFrame;
    return frame < known.length ? known[frame] : learn(known.length)[frame];
  }

  private int[] learn(int from) {
    int[] learned = Arrays.copyOf(byFrame, words.frames());
    for (int i = Math.min(from, learned.length); i < learned.length; i++) {
      learned[i] = numbering.survey(words.survey(i));
    }
    byFrame = learned;
    return learned;
  }
}
