package io.github.feedback4j.prompt;

import java.util.Arrays;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * The words of all histories in memory: surveys, events, teams and the like are kept once, and what the
 * contacts of many people have in common is a frame with a number.
 *
 * <p>Bounded; what finds no room is written out where it is needed. Safe for use by several threads.
 * Nothing is ever removed, so a number means the same for ever.
 */
final class SharedWords implements Words {

  /** The greatest number of texts, and that of frames. */
  static final int MAX = 1 << 15;

  /** Longer texts are hardly the same twice. */
  static final int MAX_LENGTH = 64;

  private static final int MAX_BEGINNING = 10;

  private final ConcurrentHashMap<String, Integer> numbers = new ConcurrentHashMap<>();
  private final Object lock = new Object();
  private volatile String[] texts = new String[16];
  private volatile Frames frames = new Frames(64);

  // Set when there is no room any more, so that nobody waits for the lock in vain.
  private volatile boolean textsFull;
  private volatile boolean framesFull;

  private int textCount;
  private int frameCount;

  /** The last beginning of a subject; most are the same, and cutting it out each time would cost more. */
  private volatile String beginning = "";

  /** What contacts have in common. */
  private static final class Frame {
    private final byte[] bytes;
    private final int number;
    private final @Nullable String survey;

    Frame(byte[] bytes, int number, @Nullable String survey) {
      this.bytes = bytes;
      this.number = number;
      this.survey = survey;
    }
  }

  /** A table of frames by content, and by number; half of it is empty. */
  private static final class Frames {
    private final AtomicReferenceArray<@Nullable Frame> byContent;
    private final AtomicReferenceArray<@Nullable Frame> byNumber;

    Frames(int size) {
      byContent = new AtomicReferenceArray<>(size);
      byNumber = new AtomicReferenceArray<>(size / 2);
    }

    void put(int hash, Frame frame) {
      int slot = hash & (byContent.length() - 1);
      while (byContent.get(slot) != null) {
        slot = (slot + 1) & (byContent.length() - 1);
      }
      byNumber.set(frame.number, frame);
      byContent.set(slot, frame);
    }

    @Nullable
    Frame find(HistoryOutput content, int hash) {
      int slot = hash & (byContent.length() - 1);
      for (Frame each = byContent.get(slot); each != null; each = byContent.get(slot)) {
        if (content.is(each.bytes)) {
          return each;
        }
        slot = (slot + 1) & (byContent.length() - 1);
      }
      return null;
    }
  }

  @Override
  public void common(HistoryOutput out, String text) {
    Integer known = numbers.get(text);
    if (known == null && !textsFull && text.length() <= MAX_LENGTH) {
      known = add(text);
    }
    if (known == null) {
      own(out, text);
    } else {
      out.number((long) known << 1);
    }
  }

  private @Nullable Integer add(String text) {
    synchronized (lock) {
      if (textCount == MAX) {
        textsFull = true;
        return numbers.get(text);
      }
      return numbers.computeIfAbsent(text, added -> {
        String[] known = texts;
        if (textCount == known.length) {
          known = Arrays.copyOf(known, 2 * textCount);
        }
        known[textCount] = added;
        texts = known;
        return textCount++;
      });
    }
  }

  @Override
  public void own(HistoryOutput out, String text) {
    out.text(text, 1, 1);
  }

  @Override
  public void beginning(HistoryOutput out, String text, int length) {
    if (!isWord(text, length)) {
      own(out, text.substring(0, length));
      return;
    }
    String known = beginning;
    if (known.length() != length || !text.startsWith(known)) {
      known = text.substring(0, length);
      beginning = known;
    }
    common(out, known);
  }

  /**
   * Returns whether a subject begins as tickets do: capitals, and a separator perhaps. Anything else may
   * be somebody's name, or another one for each subject.
   */
  private static boolean isWord(String text, int length) {
    if (length > MAX_BEGINNING) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      boolean isCapital = c >= 'A' && c <= 'Z';
      boolean isSeparator = i == length - 1 && (c == '-' || c == '_' || c == '#' || c == ':');
      if (!isCapital && !isSeparator) {
        return false;
      }
    }
    return true;
  }

  @Override
  public String text(HistoryInput in) {
    long number = in.number();
    return (number & 1) == 0 ? texts[(int) (number >>> 1)] : in.text(number >>> 1);
  }

  @Override
  public int match(HistoryInput in, String whole) {
    long number = in.number();
    if ((number & 1) == 0) {
      String text = texts[(int) (number >>> 1)];
      return whole.startsWith(text) ? text.length() : -1;
    }
    return in.match(number >>> 1, whole);
  }

  @Override
  public HistoryOutput frame(HistoryOutput out) {
    return out.nested();
  }

  @Override
  public void endFrame(HistoryOutput out, HistoryOutput frame, boolean isCommon) {
    int hash = frame.hash();
    Frame known = frames.find(frame, hash);
    if (known == null && isCommon && !framesFull) {
      known = add(frame, hash);
    }
    if (known == null) {
      out.number(((long) frame.size() << 1) | 1);
      out.append(frame);
    } else {
      out.number((long) known.number << 1);
    }
  }

  private @Nullable Frame add(HistoryOutput content, int hash) {
    synchronized (lock) {
      Frame known = frames.find(content, hash);
      if (known != null || frameCount == MAX) {
        framesFull = frameCount == MAX;
        return known;
      }
      Frames table = frames;
      if (frameCount == table.byNumber.length()) {
        Frames larger = new Frames(2 * table.byContent.length());
        for (int i = 0; i < frameCount; i++) {
          Frame each = table.byNumber.get(i);
          if (each != null) {
            larger.put(new HistoryOutput().appended(each.bytes).hash(), each);
          }
        }
        table = larger;
      }
      byte[] bytes = content.toBytes();
      Frame added =
          new Frame(bytes, frameCount, FrameForm.visibleSurvey(new HistoryInput(bytes, 0), this));
      table.put(hash, added);
      frames = table;
      frameCount++;
      return added;
    }
  }

  @Override
  public HistoryInput frame(HistoryInput in) {
    long number = in.number();
    if ((number & 1) == 0) {
      return new HistoryInput(frame((int) (number >>> 1)).bytes, 0);
    }
    return in.part((int) (number >>> 1));
  }

  private Frame frame(int number) {
    Frame frame = frames.byNumber.get(number);
    if (frame == null) {
      throw new IllegalStateException("there is no frame " + number);
    }
    return frame;
  }

  /** Returns how many frames there are. */
  int frames() {
    synchronized (lock) {
      return frameCount;
    }
  }

  /** Returns the survey of a frame by its number, null if no gate may see it. */
  @Nullable
  String survey(int frame) {
    return frame(frame).survey;
  }
}
