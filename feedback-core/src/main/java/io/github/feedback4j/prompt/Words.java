package io.github.feedback4j.prompt;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How the texts of a history are written, so that one that stands there often costs a byte or two. */
interface Words {

  // A text is the number of an earlier one, times two, or a length with an odd bit and the text. A
  // frame is what many contacts have in common; see ContactForm.

  /** Appends a text that many histories share. */
  void common(HistoryOutput out, String text);

  /** Appends a text that this history may have more than once, and hardly another one. */
  void own(HistoryOutput out, String text);

  /** Appends the first {@code length} characters of a subject, which may be common. */
  void beginning(HistoryOutput out, String text, int length);

  /** Reads a text. */
  String text(HistoryInput in);

  /**
   * Reads a text, and returns its length if {@code whole} begins with it, else a negative number.
   */
  default int match(HistoryInput in, String whole) {
    String text = text(in);
    return whole.startsWith(text) ? text.length() : -1;
  }

  /** Returns where the next frame is to be written, empty. */
  HistoryOutput frame(HistoryOutput out);

  /**
   * Appends the frame that was written there.
   *
   * @param isCommon whether others are likely to have the same
   */
  void endFrame(HistoryOutput out, HistoryOutput frame, boolean isCommon);

  /** Returns where the next frame is read; what follows it is read from {@code in}. */
  HistoryInput frame(HistoryInput in);

  /** The words of one history by itself, in a store: a text that was written refers back to that. */
  final class OfOne implements Words {

    private final Map<String, Integer> written = new HashMap<>();
    private final List<String> read = new ArrayList<>();

    @Override
    public void common(HistoryOutput out, String text) {
      Integer known = written.putIfAbsent(text, written.size());
      if (known == null) {
        out.text(text, 1, 1);
      } else {
        out.number((long) known << 1);
      }
    }

    @Override
    public void own(HistoryOutput out, String text) {
      common(out, text);
    }

    @Override
    public void beginning(HistoryOutput out, String text, int length) {
      common(out, text.substring(0, length));
    }

    @Override
    public String text(HistoryInput in) {
      long number = in.number();
      if ((number & 1) != 0) {
        String text = in.text(number >>> 1);
        read.add(text);
        return text;
      }
      long index = number >>> 1;
      if (index >= read.size()) {
        throw HistoryInput.damaged("a contact names a text that is not there");
      }
      return read.get((int) index);
    }

    @Override
    public HistoryOutput frame(HistoryOutput out) {
      return out;
    }

    @Override
    public void endFrame(HistoryOutput out, HistoryOutput frame, boolean isCommon) {
      // It stands there already.
    }

    @Override
    public HistoryInput frame(HistoryInput in) {
      return in;
    }
  }
}
